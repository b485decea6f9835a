/** Win32_VirtualDesktopSession served by OMI: 0, another value inside a success, and a fault. */
import { describe, expect, test } from "vitest";
import {
  type ClassDescriptor,
  type Client,
  defineClass,
  type Handle,
  omi,
  type uint16,
  type uint32,
} from "../../../src/runtime/index.ts";
import type { CimDateTime } from "../../../src/runtime/index.ts";
import { collect } from "../caught.ts";
import { check, type Recorded } from "./exchange.ts";
import { captureNames, haveCaptures } from "./replay.ts";

interface Session {
  readonly SessionId: uint32;
  readonly UserName: string | null;
  readonly VirtualDesktopName: string | null;
  readonly SessionState: uint16 | null;
  readonly LogonTime: CimDateTime | null;
  Logoff(): uint32;
  Disconnect(input: { Force: boolean }): { ReturnValue: uint32; Reason: string | null };
}

const Session: ClassDescriptor<Session, "SessionId"> = defineClass({
  format: 1,
  name: "Win32_VirtualDesktopSession",
  namespace: "root/CIMv2/rdms",
  keys: ["SessionId"],
  properties: {
    SessionId: "uint32",
    UserName: "string",
    VirtualDesktopName: "string",
    SessionState: "uint16",
    LogonTime: "datetime",
  },
  methods: {
    Logoff: { returns: "uint32" },
    Disconnect: { in: { Force: "boolean" }, out: { Reason: "string" }, returns: "uint32" },
  },
});

const options = { dialect: omi };

const at = (SessionId: number) => (cim: Client) => cim.at(Session, { SessionId });
const alice = {
  SessionId: 1,
  UserName: "CONTOSO\\alice",
  VirtualDesktopName: "VD & <pool>",
  SessionState: 1,
  LogonTime: "time 20261122060100.000000+060",
};
const microsoft = { options: { dialect: { ...omi, resourceUri: "microsoft" } } } as const;

const exchanges: readonly Recorded[] = [
  {
    names: ["01-enumerate"],
    call: async (cim) => (await collect(cim.enumerate(Session))).map((each) => ({ ...each })),
    gives: [
      alice,
      {
        ...alice,
        SessionId: 2,
        UserName: "CONTOSO\\bob",
        SessionState: 2,
        LogonTime: "time 20261122060200.000000+060",
      },
      {
        ...alice,
        SessionId: 3,
        UserName: "CONTOSO\\carol",
        SessionState: 3,
        LogonTime: "time 20261122060300.000000+060",
      },
    ],
    request: "same",
  },
  {
    names: ["02-get"],
    call: async (cim) => ({ ...(await cim.get(Session, { SessionId: 1 })) }),
    gives: alice,
    request: "same",
  },
  {
    names: ["03-get-namespace-lowercase"],
    call: async (cim) => ({ ...(await cim.get(Session, { SessionId: 1 })) }),
    gives: alice,
    request: "same",
    options: { namespace: "root/cimv2/rdms" },
  },
  {
    names: ["04-invoke-logoff-ok"],
    call: (cim) => at(1)(cim).Logoff(),
    gives: 0,
    request: "same",
  },
  {
    names: ["05-invoke-logoff-wmi-error"],
    call: (cim) => at(2)(cim).Logoff(),
    gives: 0x80041003,
    request: "same",
  },
  {
    names: ["06-invoke-logoff-fault"],
    call: (cim) => at(3)(cim).Logoff(),
    fails: {
      code: "access-denied",
      cimStatus: 2,
      httpStatus: 500,
      subcode: "AccessDenied",
      operation: "invoke",
    },
    request: "same",
  },
  {
    names: ["07-invoke-logoff-not-found"],
    call: (cim) => at(99)(cim).Logoff(),
    fails: { code: "not-found", cimStatus: 6, httpStatus: 500, subcode: "DestinationUnreachable" },
    request: "same",
  },
  {
    names: ["08-invoke-logoff-no-selector"],
    // As: the class offers all methods at run time, for classes of which nobody says which are static.
    call: (cim) => (cim.class(Session) as unknown as Handle<Session>).Logoff(),
    fails: { code: "invalid-parameter", cimStatus: 4, httpStatus: 500, subcode: "InternalError" },
    request: "same",
  },
  {
    names: ["09-invoke-disconnect"],
    call: (cim) => at(1)(cim).Disconnect({ Force: true }),
    gives: { ReturnValue: 0, Reason: "forced" },
    request: "same",
  },
  {
    names: ["10-get-microsoft-uri"],
    call: (cim) => cim.get(Session, { SessionId: 1 }),
    fails: { code: "invalid-class", cimStatus: 5, httpStatus: 500 },
    request: {
      notOurs: "Microsoft's resource URI without the namespace as a selector: we send both",
    },
    ...microsoft,
  },
  {
    names: ["11-invoke-logoff-microsoft-uri"],
    call: (cim) => at(1)(cim).Logoff(),
    fails: { code: "failed", httpStatus: 500, subcode: "InternalError" },
    request: {
      notOurs: "Microsoft's resource URI without the namespace as a selector: we send both",
    },
    ...microsoft,
  },
  {
    names: ["12-getclass"],
    call: async (cim) => {
      const { name, superclass, properties, methods } = await cim.getClass(Session);
      return {
        name,
        superclass: superclass ?? null,
        properties: properties.map(({ name, type }) => `${name} ${type}`),
        keys: properties[0]?.qualifiers.map(({ name, value }) => [name, value]),
        methods: methods.map(({ name, returnType, parameters }) => [
          `${name} ${returnType ?? "void"}`,
          ...parameters.map(
            ({ name, type, qualifiers }) => `${qualifiers[0]?.name ?? ""} ${name} ${type}`,
          ),
        ]),
      };
    },
    gives: {
      name: "Win32_VirtualDesktopSession",
      superclass: null,
      properties: [
        "SessionId uint32",
        "UserName string",
        "VirtualDesktopName string",
        "SessionState uint16",
        "LogonTime datetime",
      ],
      keys: [["key", true]],
      methods: [["Logoff uint32"], ["Disconnect uint32", "in Force boolean", "out Reason string"]],
    },
    request: {
      because: "we ask where members were declared as well, of which OMI takes no notice",
      differs: {
        "12-getclass": {
          recorded: [],
          ours: [
            "/s:Envelope/s:Header/w:OptionSet/w:Option@Name=IncludeClassOrigin@Type=xs:boolean=true",
          ],
        },
      },
    },
  },
];

describe.skipIf(!haveCaptures)("omi-virtualdesktopsession", () => {
  test.each(exchanges)("$names", (recorded) =>
    check("omi-virtualdesktopsession", "/wsman", {
      ...recorded,
      options: { ...options, ...recorded.options },
    }),
  );

  test("all of them are here", () => {
    expect(exchanges.flatMap(({ names }) => names).sort()).toEqual(
      captureNames("omi-virtualdesktopsession"),
    );
  });
});
