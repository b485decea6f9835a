/** What OMI says to requests that are wrong, and to some that only seem so. */
import { describe, expect, test } from "vitest";
import {
  basic,
  type ClassDescriptor,
  defineClass,
  omi,
  type uint32,
  wql,
} from "../../../src/runtime/index.ts";
import { pullDelivery } from "../../../src/runtime/wsman/names.ts";
import { collect, failure } from "../caught.ts";
import { check, type Recorded } from "./exchange.ts";
import {
  AllTypes,
  body,
  classUri,
  farewell,
  header,
  namesIn,
  namesOf,
  optimized,
  Person,
  personData,
  provided,
  releasing,
  secondOfAllTypes,
  server,
  withEndpoints,
} from "./omi-classes.ts";
import { haveCaptures, messageIdOf } from "./replay.ts";

const NoSuchClass: ClassDescriptor<{ readonly Key: uint32 }, "Key"> = defineClass({
  ...personData,
  name: "No_Such_Class",
});
interface Mistaken {
  readonly Key: uint32;
  NoSuchMethod(): uint32;
  Add(input: { X: string | number; Y: number; Zzz?: number }): uint32;
}
function mistaken(input: Readonly<Record<string, string>>): ClassDescriptor<Mistaken, "Key"> {
  return defineClass({
    ...personData,
    name: "MSFT_Person",
    methods: { NoSuchMethod: { returns: "uint32" }, Add: { in: input, returns: "uint32" } },
  });
}
const TextForNumber = mistaken({ X: "string", Y: "real32" });
const OneTooMany = mistaken({ X: "real32", Y: "real32", Zzz: "real32" });
const OtherKey: ClassDescriptor<{ readonly Nope: uint32 }, "Nope"> = defineClass({
  ...personData,
  name: "MSFT_Person",
  keys: ["Nope"],
  properties: { Nope: "uint32" },
});
const NoKey: ClassDescriptor<{ readonly Last: string | null }> = defineClass({
  ...personData,
  name: "MSFT_Person",
  keys: [],
});
interface CalcStatic {
  Divide(input: { Numerator: bigint; Denominator: bigint }): {
    ReturnValue: bigint;
    quotient: bigint | null;
  };
}
const Calc: ClassDescriptor<unknown, never, CalcStatic> = defineClass({
  format: 1,
  namespace: "root/test",
  name: "TestClass_MethodProvider_Calc",
  methods: {
    Divide: {
      static: true,
      in: { Numerator: "sint64", Denominator: "sint64" },
      out: { quotient: "sint64" },
      returns: "sint64",
    },
  },
});
const Alert: ClassDescriptor<{ readonly Message: string | null }> = defineClass({
  format: 1,
  namespace: "root/test",
  name: "MSFT_Alert",
  indication: true,
  properties: { Message: "string" },
});

const internal = { httpStatus: 500, subcode: "InternalError" };
const general = { ...internal, code: "failed", cimStatus: 1 };
const noProperty = { ...internal, code: "no-such-property", cimStatus: 12 };
const unreachable = { httpStatus: 500, subcode: "DestinationUnreachable" };
const uri = (name: string): string => `${header}/w:ResourceURI=${classUri}${name}`;
const pulled = (id: string): string => `${body}/n:Pull/n:EnumerationContext=${id}`;

const exchanges: readonly Recorded[] = [
  {
    names: ["70-fault-bad-class"],
    call: (cim) => cim.get(NoSuchClass, { Key: 1 }),
    fails: { ...unreachable, code: "invalid-class", cimStatus: 5 },
    request: "same",
  },
  {
    // OMI begins to enumerate what does not exist; here it has forgotten that at the first pull.
    names: ["71-fault-bad-class-enumerate", "80-fault-bad-context", farewell],
    call: async (cim) => {
      try {
        return await collect(cim.enumerate(NoSuchClass));
      } finally {
        // Waits for the release, which goes on behind the error.
        await cim.close();
      }
    },
    fails: { ...unreachable, code: "invalid-context", operation: "pull" },
    request: {
      because: "we want items in the first answer, and pull with the context that we were given",
      differs: {
        "71-fault-bad-class-enumerate": optimized,
        "80-fault-bad-context": {
          recorded: [pulled("123456"), uri("MSFT_Person")],
          ours: [pulled("1656881155"), uri("No_Such_Class")],
        },
        [farewell]: releasing("No_Such_Class", "1656881155"),
      },
    },
  },
  {
    names: ["72-fault-bad-method"],
    call: (cim) => cim.at(TextForNumber, { Key: 1 }).NoSuchMethod(),
    fails: general,
    request: "same",
  },
  {
    names: ["73-fault-bad-key"],
    call: (cim) => cim.get(Person, { Key: 99999 }),
    fails: { ...unreachable, code: "not-found", cimStatus: 6 },
    request: "same",
  },
  {
    names: ["74-fault-wrong-key-name"],
    call: (cim) => cim.get(OtherKey, { Nope: 1 }),
    fails: noProperty,
    request: "same",
  },
  {
    names: ["75-fault-missing-key"],
    call: (cim) => cim.get(NoKey),
    fails: { ...internal, code: "failed" },
    request: "same",
  },
  {
    names: ["76-fault-bad-namespace"],
    call: (cim) => cim.get(Person, { Key: 1 }),
    fails: { ...unreachable, code: "invalid-namespace", cimStatus: 3 },
    request: "same",
    options: { namespace: "root/nope" },
  },
  {
    names: ["77-fault-bad-param-type"],
    call: (cim) => cim.at(TextForNumber, { Key: 1 }).Add({ X: "abc", Y: 1 }),
    fails: general,
    request: "same",
  },
  {
    names: ["78-fault-unknown-param"],
    call: (cim) => cim.at(OneTooMany, { Key: 1 }).Add({ X: 1, Y: 1, Zzz: 1 }),
    fails: noProperty,
    request: "same",
  },
  {
    names: ["79-fault-bad-action"],
    call: (cim) => cim.get(Person, { Key: 1 }),
    fails: { ...internal, code: "failed" },
    request: { notOurs: "an action that does not exist" },
  },
  {
    names: ["81-fault-small-envelope"],
    call: async (cim) => ({ ...(await cim.get(AllTypes, { v_Key: 1n })) }),
    gives: secondOfAllTypes,
    request: "same",
    options: { maxEnvelopeSize: 8192 },
  },
  {
    names: ["82-fault-tiny-envelope"],
    call: (cim) => cim.get(AllTypes, { v_Key: 1n }),
    fails: { code: "too-large", httpStatus: 500, subcode: "EncodingLimit" },
    request: { notOurs: "an envelope that is smaller than any server has to accept" },
  },
  {
    // Its OperationTimeout was a millisecond, of which the server took no notice.
    names: ["83-timeout-short"],
    call: async (cim) => ({ ...(await cim.get(Person, { Key: 777 })) }),
    gives: provided,
    request: "same",
  },
  {
    names: ["84-fault-wql-bad"],
    call: (cim) => collect(cim.query(wql(Person)`SELEKT * FROM MSFT_Person`)),
    fails: { ...internal, code: "invalid-query", cimStatus: 15 },
    request: {
      because: "we want endpoints beside whole instances",
      differs: { "84-fault-wql-bad": withEndpoints },
    },
  },
  {
    names: ["85-fault-bad-dialect"],
    call: (cim) => collect(cim.query(wql(Person)`SELECT * FROM MSFT_Person`)),
    fails: { code: "failed", httpStatus: 500 },
    request: { notOurs: "a query language that does not exist" },
  },
  {
    names: ["86-fault-mustunderstand"],
    call: (cim) => cim.get(Person, { Key: 1 }),
    fails: { code: "protocol", httpStatus: 500 },
    request: { notOurs: "a header that does not exist" },
  },
  {
    names: ["87-fault-not-xml"],
    call: (cim) => cim.get(Person, { Key: 1 }),
    fails: { ...internal, code: "failed" },
    request: { notOurs: "something else than XML" },
  },
  {
    names: ["88-fault-access-denied-bad-password"],
    call: (cim) => cim.get(Person, { Key: 1 }),
    fails: { code: "unauthorized", httpStatus: 401 },
    request: "same",
    options: { auth: basic({ username: "cimtest", password: "wrong" }) },
  },
  {
    names: ["90-fault-provider-crash"],
    call: (cim) => cim.class(Calc).Divide({ Numerator: 1n, Denominator: 0n }),
    fails: general,
    request: "same",
  },
];

describe.skipIf(!haveCaptures)("faults of OMI", () => {
  test.each(exchanges)("$names", (recorded) =>
    check(server, "/wsman", { ...recorded, options: { dialect: omi, ...recorded.options } }),
  );

  const subscribed = ["89-subscribe-pull", farewell];
  const subscribe = `${body}/e:Subscribe`;

  test("a subscription that is ended before its first pull", async () => {
    const abort = new AbortController();
    const ids = subscribed.map((name) => messageIdOf(server, name));
    let messages = 0;
    const action = `${header}/a:Action=http://schemas.xmlsoap.org/ws/2004`;
    await check(server, "/wsman", {
      names: subscribed,
      call: async (cim) => {
        const query = wql(Alert)`SELECT * FROM MSFT_Alert`;
        const [code] = await failure(() => collect(cim.subscribe(query, { signal: abort.signal })));
        return code;
      },
      gives: "aborted",
      request: {
        because:
          "we want neither heartbeats nor bookmarks nor an end by itself, and end it ourselves",
        differs: {
          "89-subscribe-pull": {
            recorded: [
              `${subscribe}/e:Delivery@Mode=${pullDelivery}/w:Heartbeats=PT10.000S`,
              `${subscribe}/e:Expires=PT60S`,
              `${subscribe}/w:SendBookmarks`,
            ],
            ours: [],
          },
          [farewell]: {
            recorded: [
              `${body}/n:Release`,
              `${body}/n:Release/n:EnumerationContext=600178688`,
              `${action}/09/enumeration/Release`,
              uri("MSFT_Person"),
            ],
            ours: [
              `${body}/e:Unsubscribe`,
              `${action}/08/eventing/Unsubscribe`,
              `${header}/e:Identifier=670564356`,
              uri("MSFT_Alert"),
            ],
          },
        },
      },
      options: {
        dialect: omi,
        createMessageId() {
          // The second message is the pull: the recorded client left before it.
          if (++messages === 2) abort.abort();
          return messages === 2 ? "none" : (ids.shift() ?? "none");
        },
      },
    });
  });

  test("all of them are here", () => {
    const alone: Recorded = { names: subscribed, call: () => Promise.resolve(), request: "same" };
    expect(namesIn("faults", [...exchanges, alone])).toEqual(namesOf("faults"));
  });
});
