/** OpenPegasus: enumerating and getting instances, pulled and at once. */
import { describe, expect, test } from "vitest";
import { type ClassDescriptor, defineClass, type uint16 } from "../../../src/runtime/index.ts";
import { collect } from "../caught.ts";
import { check, type Recorded } from "./exchange.ts";
import {
  AllTypes,
  classic,
  Embedding,
  namesIn,
  namesOf,
  ours,
  parameter,
  server,
  titled,
} from "./pegasus-classes.ts";
import { haveCaptures } from "./replay.ts";

interface Namespace {
  readonly SystemName: string;
  readonly ObjectManagerName: string;
  readonly Name: string;
  readonly Caption: string | null;
  readonly ClassInfo: uint16 | null;
  readonly ClassType: uint16 | null;
}

const Namespace: ClassDescriptor<Namespace, "SystemName" | "ObjectManagerName" | "Name"> =
  defineClass({
    format: 1,
    name: "CIM_Namespace",
    namespace: "root/PG_InterOp",
    keys: ["SystemName", "ObjectManagerName", "Name"],
    properties: {
      SystemName: "string",
      ObjectManagerName: "string",
      Name: "string",
      Caption: "string",
      ClassInfo: "uint16",
      ClassType: "uint16",
    },
  });

function namespaceCalled(name: string): unknown {
  return {
    SystemName: "vm",
    ObjectManagerName: "PG:127-0-0-1",
    Name: name,
    Caption: null,
    ClassInfo: 0,
    ClassType: 2,
  };
}

const noon = "time 19991224120000.000000+360";
const asked = "propertyList=NULL; includeQualifiers=false; includeClassOrigin=false";

/** The one instance that the server has of it. */
const mike = {
  Id: "Mike",
  Name: "Bob",
  requestInputParameters: asked,
  scalBool: true,
  scalUint8: 220,
  scalSint8: 124,
  scalUint16: 100,
  scalSint16: 100,
  scalUint32: 100,
  scalSint32: 100,
  scalUint64: 100n,
  scalSint64: null,
  scalReal32: 100,
  scalReal64: 100,
  scalString: "x",
  scalDateTime: noon,
  defaultBool: true,
  defaultUint8: 4,
  defaultSint8: 4,
  defaultUint16: 4,
  defaultSint16: 4,
  defaultUint32: 4,
  defaultSint32: 4,
  defaultUint64: 4n,
  defaultSint64: 4n,
  defaultReal32: null,
  defaultReal64: null,
  defaultString: 'test"embedded"quote',
  defaultDateTime: null,
  arrayBool: [true, false, true],
  arrayUint8: [4, 128, 240],
  arraySint8: [4, 126, -126],
  arrayUint16: [4, 128, 240],
  arraySint16: [4, 126, -126],
  arrayUint32: [4, 128, 240],
  arraySint32: [4, 126, -126],
  arrayUint64: [4n, 128n, 240n],
  arraySint64: null,
  arrayReal32: [4, 128, 240],
  arrayReal64: [4, 128, 240],
  arrayString: ["First", "Second", "Third"],
  arrayDateTime: [noon, noon, noon],
};

const comment = "Instance created by provider.";

/** How long the server may keep what is left is the server's business: we do not say. */
const keeping = {
  recorded: parameter("OpenEnumerateInstances", "OperationTimeout", "60"),
  ours: [],
};

const exchanges: readonly Recorded[] = [
  classic("OpenEnumerateInstances", {
    name: "06-enumerate-instances",
    call: (cim) => collect(cim.enumerate(AllTypes)),
    gives: [mike],
  }),
  classic("OpenEnumerateInstancePaths", {
    name: "07-enumerate-instance-names",
    call: (cim) => collect(cim.enumerate(AllTypes, { keysOnly: true })),
    gives: [{ Id: "Mike" }],
  }),
  classic(
    "OpenEnumerateInstances",
    {
      name: "08-enumerate-instances-proplist",
      call: (cim) =>
        collect(cim.enumerate(AllTypes, { properties: ["Id", "scalUint64", "scalDateTime"] })),
      gives: [{ Id: "Mike", scalUint64: 100n, scalDateTime: noon }],
    },
    {
      "08-enumerate-instances-proplist": ours("EnumerateInstances", { DeepInheritance: "TRUE" }),
    },
  ),
  classic(
    "OpenEnumerateInstances",
    {
      name: "09-enumerate-embedded",
      // The key is a number in the path and a string in the instance.
      call: (cim) => collect(cim.enumerate(Embedding)),
      gives: [
        {
          Id: "101",
          embeddedInst: { Id: "100", name: "Ronald", comment },
          embeddedInst2: {
            Id: "102",
            name: "Ronald",
            recursiveEmbeddedInst: { Id: "103", name: "McDonald", comment },
            recursiveEmbeddedObj: null,
            recursiveEmbeddedInstArray: null,
            recursiveEmbeddedObjArray: null,
            comment,
          },
          embeddedObj: null,
          embeddedInstArray: null,
          embeddedObjArray: null,
          comment: null,
          requestInputParameters: asked,
        },
      ],
    },
    { "09-enumerate-embedded": ours("EnumerateInstances", { DeepInheritance: "TRUE" }) },
  ),
  {
    names: ["10-get-instance"],
    call: (cim) => cim.get(AllTypes, { Id: "Mike" }),
    gives: mike,
    request: "same",
  },
  {
    names: ["11-open-enumerate", "12-pull-instances", "13-close-enumeration"],
    options: { maxObjectCount: 2 },
    call: async (cim) => {
      const found: unknown[] = [];
      for await (const each of cim.enumerate(Namespace)) {
        found.push(each);
        if (found.length === 4) break;
      }
      return found;
    },
    gives: [
      namespaceCalled("root/PG_InterOp"),
      namespaceCalled("root/SampleProvider"),
      namespaceCalled("root/PG_Internal"),
      namespaceCalled("test/TestIndSrcNS1"),
    ],
    request: {
      because: "the server's own timeout will do",
      differs: { "11-open-enumerate": keeping },
    },
  },
  {
    names: ["11-open-enumerate", "14-fault-pull-after-close", "13-close-enumeration"],
    options: { maxObjectCount: 2 },
    call: async (cim) => {
      try {
        return await collect(cim.enumerate(Namespace));
      } finally {
        // Waits for the farewell, which an error does not wait for.
        await cim.close();
      }
    },
    fails: {
      code: "invalid-context",
      cimStatus: 21,
      httpStatus: 200,
      operation: "pull",
      className: "CIM_Namespace",
    },
    request: {
      because: "the server's own timeout will do",
      differs: { "11-open-enumerate": keeping },
    },
  },
  {
    names: ["15-open-enumerate-paths"],
    options: { maxObjectCount: 10 },
    call: (cim) => collect(cim.enumerate(AllTypes, { keysOnly: true })),
    gives: [{ Id: "Mike" }],
    request: "same",
  },
];

describe.skipIf(!haveCaptures)("pegasus-cimxml: instances", () => {
  test.each(titled(exchanges))("%s", (_, recorded) => check(server, "/cimom", recorded));

  test("all of them are here", () => {
    expect(namesIn("instances", exchanges)).toEqual(namesOf("instances"));
  });
});
