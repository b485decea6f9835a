/** OpenPegasus: what it refuses, and what it says about itself. */
import { describe, expect, test } from "vitest";
import {
  type ClassDescriptor,
  defineClass,
  type uint16,
  undeclaredOf,
  wql,
} from "../../../src/runtime/index.ts";
import { collect } from "../caught.ts";
import { check, type Recorded } from "./exchange.ts";
import type { Difference } from "./meaning.ts";
import {
  AllTypes,
  classic,
  namesIn,
  namesOf,
  opened,
  ours,
  server,
  titled,
  unknownOperation,
} from "./pegasus-classes.ts";
import { haveCaptures } from "./replay.ts";

const namespace = "test/TestProvider";
const localOnly = ours("GetInstance", { LocalOnly: "FALSE" });
const deep = ours("EnumerateInstances", { DeepInheritance: "TRUE" });
const whole = ours("EnumerateInstances", { DeepInheritance: "TRUE", LocalOnly: "FALSE" });

const NoSuchClass: ClassDescriptor<{ readonly Id: string }, "Id"> = defineClass({
  format: 1,
  name: "No_Such_Class",
  namespace,
  keys: ["Id"],
  properties: { Id: "string" },
});

/** With a key that the class does not have. */
const WrongKey: ClassDescriptor<{ readonly Nope: string }, "Nope"> = defineClass({
  format: 1,
  name: "Test_CLITestProviderClass",
  namespace,
  keys: ["Nope"],
  properties: { Nope: "string" },
});

interface Profile {
  readonly InstanceID: string;
  readonly RegisteredOrganization: uint16 | null;
  readonly RegisteredName: string | null;
  readonly RegisteredVersion: string | null;
  readonly AdvertiseTypes: readonly uint16[] | null;
  readonly ImplementedFeatures: readonly string[] | null;
}

const Profile: ClassDescriptor<Profile, "InstanceID"> = defineClass({
  format: 1,
  name: "CIM_RegisteredProfile",
  namespace: "root/PG_InterOp",
  keys: ["InstanceID"],
  properties: {
    InstanceID: "string",
    RegisteredOrganization: "uint16",
    RegisteredName: "string",
    RegisteredVersion: "string",
    AdvertiseTypes: "uint16[]",
    ImplementedFeatures: "string[]",
  },
});

const getMike: Recorded["call"] = (cim) => cim.get(AllTypes, { Id: "Mike" });

/** Asked of another namespace than the one that was recorded. */
function elsewhere(): Difference {
  const difference: unknown = expect.objectContaining({
    recorded: expect.arrayContaining(["cimobject: root/nope"]) as unknown,
    ours: expect.arrayContaining(["cimmethod: OpenEnumerateInstances"]) as unknown,
  });
  // As: a matcher stands for what it matches.
  return difference as Difference;
}

const exchanges: readonly Recorded[] = [
  classic(
    "OpenEnumerateInstances",
    {
      name: "49-fault-bad-class",
      call: (cim) => collect(cim.enumerate(NoSuchClass)),
      fails: {
        code: "invalid-class",
        cimStatus: 5,
        httpStatus: 200,
        operation: "enumerate",
        className: "No_Such_Class",
        reason: "No_Such_Class",
      },
    },
    { "49-fault-bad-class": whole },
  ),
  {
    names: ["50-fault-getclass-bad"],
    call: (cim) => cim.getClass(NoSuchClass),
    // For a class that GetClass does not find, this server has another status.
    fails: { code: "not-found", cimStatus: 6, httpStatus: 200, operation: "get-class" },
    request: {
      because: "definitions are always asked for as a whole",
      differs: {
        "50-fault-getclass-bad": ours("GetClass", {
          IncludeClassOrigin: "TRUE",
          IncludeQualifiers: "TRUE",
          LocalOnly: "FALSE",
        }),
      },
    },
  },
  classic(
    "OpenEnumerateInstances",
    {
      name: "51-fault-bad-namespace",
      options: { namespace: "root/nope" },
      call: (cim) => collect(cim.enumerate(AllTypes)),
      fails: { code: "invalid-namespace", cimStatus: 3, httpStatus: 200, reason: "root/nope" },
    },
    { "51-fault-bad-namespace": whole },
  ),
  {
    names: ["52-fault-bad-key"],
    call: (cim) => cim.get(AllTypes, { Id: "nobody" }),
    fails: { code: "not-found", cimStatus: 6, httpStatus: 200, operation: "get" },
    request: {
      because: "left out, LocalOnly would be true",
      differs: { "52-fault-bad-key": localOnly },
    },
  },
  {
    names: ["53-fault-wrong-key-name"],
    call: (cim) => cim.get(WrongKey, { Nope: "x" }),
    fails: { code: "not-found", cimStatus: 6, httpStatus: 200, operation: "get" },
    request: {
      because: "left out, LocalOnly would be true",
      differs: { "53-fault-wrong-key-name": localOnly },
    },
  },
  {
    names: [unknownOperation, "54-fault-bad-query-lang"],
    call: (cim) => collect(cim.query(wql(AllTypes)`SELECT 1`)),
    fails: {
      code: "query-language-not-supported",
      cimStatus: 14,
      httpStatus: 200,
      operation: "query",
    },
    request: { notOurs: "there are two query languages, and this is another" },
  },
  {
    names: ["55-fault-unsupported"],
    // It is supported after all; the answer says no more than that it is done.
    call: (cim) => cim.modify(AllTypes, cim.at(AllTypes, { Id: "Mike" }), { scalString: "x" }),
    gives: undefined,
    request: { notOurs: "SetProperty is deprecated: ModifyInstance takes a list of properties" },
  },
  {
    names: [unknownOperation],
    call: getMike,
    fails: { code: "not-supported", cimStatus: 7, httpStatus: 200, operation: "get" },
    request: { notOurs: "there is no such operation" },
  },
  {
    names: ["57-fault-malformed-xml"],
    call: getMike,
    fails: {
      code: "protocol",
      httpStatus: 400,
      reason: expect.stringMatching(/^request-not-valid: .*<\?xml/),
    },
    request: { notOurs: "it is no XML" },
  },
  {
    names: ["58-fault-missing-headers"],
    // Without any header that says why.
    call: getMike,
    fails: { code: "failed", httpStatus: 400, operation: "get" },
    request: { notOurs: "the headers of an operation are always sent" },
  },
  {
    names: ["59-fault-header-mismatch"],
    call: getMike,
    fails: {
      code: "protocol",
      httpStatus: 400,
      reason: expect.stringMatching(/^header-mismatch: .*"GetClass".*"EnumerateClassNames"/),
    },
    request: { notOurs: "the header always names the operation" },
  },
  ...["60-fault-401", "61-no-auth"].map((name): Recorded => ({
    names: [name],
    call: getMike,
    fails: {
      code: "unauthorized",
      httpStatus: 401,
      schemes: ["basic"],
      isPlain: true,
      operation: "get",
    },
    request: { notOurs: "names of classes are not asked for; only the credentials matter" },
  })),
  classic("OpenEnumerateInstancePaths", {
    name: "62-m-post",
    call: (cim) => collect(cim.enumerate(AllTypes, { keysOnly: true })),
    gives: [{ Id: "Mike" }],
  }),
  {
    // The first two namespaces for that are not there.
    names: [
      "51-fault-bad-namespace",
      "51-fault-bad-namespace",
      unknownOperation,
      "63-interop-namespaces",
    ],
    call: (cim) => cim.namespaces(),
    gives: [
      ...["root", "root/PG_InterOp", "root/PG_Internal", "root/SampleProvider", "root/cimv2"],
      ...["test/EmbeddedInstance/Dynamic", "test/EmbeddedInstance/Static"],
      ...["test/TestINdSrcNS2", "test/TestIndSrcNS1", "test/TestProvider"],
    ],
    request: {
      because: "the namespace for that is found by trying, and pulling is tried first",
      differs: {
        "51-fault-bad-namespace": elsewhere(),
        ...opened("OpenEnumerateInstances"),
        "63-interop-namespaces": deep,
      },
    },
  },
  classic(
    "OpenEnumerateInstances",
    {
      name: "64-interop-profiles",
      call: async (cim) => {
        const all = await collect(cim.enumerate(Profile));
        const others = all.map((each) => Object.keys(undeclaredOf(each)).length);
        return { first: all[0], last: all.at(-1), ids: all.map((each) => each.InstanceID), others };
      },
      gives: {
        first: {
          InstanceID: "SNIA+Block Server Performance+1.1.0",
          RegisteredOrganization: 11,
          RegisteredName: "Block Server Performance",
          RegisteredVersion: "1.1.0",
          AdvertiseTypes: [2],
          ImplementedFeatures: null,
        },
        last: {
          InstanceID: "DMTF+Indications+1.1.0",
          RegisteredOrganization: 2,
          RegisteredName: "Indications",
          RegisteredVersion: "1.1.0",
          AdvertiseTypes: [2],
          ImplementedFeatures: null,
        },
        ids: [
          ...["SNIA+Block Server Performance+1.1.0", "SNIA+Disk Drive Lite+1.1.0"],
          ...["SNIA+Indication+1.1.0", "OpenPegasus+Some Subprofile+0.1.0"],
          ...["OpenPegasus+Some Other Subprofile+0.1.0", "SNIA+Indication+1.2.0"],
          ...["SNIA+Software+1.1.0", "SNIA+Software+1.2.0", "SNIA+Array+1.1.0"],
          ...["OpenPegasus+SomeSystemProfile+0.1.0", "SNIA+Profile Registration+1.0.0"],
          ...["SNIA+SMI-S+1.2.0", "SNIA+Server+1.1.0", "SNIA+Server+1.2.0"],
          ...["DMTF+Fan+1.0.0", "DMTF+Ethernet Port+1.0.0", "DMTF+CPU+1.0.0"],
          ...["DMTF+Computer System+1.0.0", "DMTF+Profile Registration+1.0.0"],
          "DMTF+Indications+1.1.0",
        ],
        // Each of them has thirteen properties, of which six are declared here.
        others: Array.from({ length: 20 }, () => 7),
      },
    },
    { "64-interop-profiles": deep },
  ),
];

describe.skipIf(!haveCaptures)("pegasus-cimxml: faults and the server itself", () => {
  test.each(titled(exchanges))("%s", (_, recorded) => check(server, "/cimom", recorded));

  test("all of them are here", () => {
    expect(namesIn("faults", exchanges)).toEqual(namesOf("faults"));
  });
});
