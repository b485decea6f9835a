/** OpenPegasus: definitions of classes and qualifiers. */
import { describe, expect, test } from "vitest";
import { parseXml } from "../../../src/runtime/xml/parse.ts";
import { collect } from "../caught.ts";
import { check, type Recorded } from "./exchange.ts";
import { haveCaptures, replay } from "./replay.ts";
import { namesIn, namesOf, parameter, server, titled } from "./pegasus-classes.ts";

const namespace = "test/TestProvider";
const origin = "Test_CLITestProviderClass";
const fixed = { overridable: false, toSubclass: true, translatable: false };
const usual = { overridable: true, toSubclass: true, translatable: false };

/** What a qualifier is that a parameter or a key has. */
function yes(name: string): unknown {
  return { name, type: "boolean", value: true, isPropagated: false, flavors: fixed };
}

/** A property without qualifiers. */
function property(name: string, type: string, value: unknown = null, isArray = false): unknown {
  return {
    name,
    type,
    isArray,
    qualifiers: [],
    value,
    classOrigin: origin,
    isPropagated: false,
  };
}

const exchanges: readonly Recorded[] = [
  {
    names: ["01-options"],
    call: (cim) => cim.getClass(origin, { namespace }),
    fails: { code: "failed", httpStatus: 400, operation: "get-class" },
    request: { notOurs: "what a server can do is found out by trying" },
  },
  {
    names: ["02-get-class"],
    call: async (cim) => {
      const { properties, methods, ...cls } = await cim.getClass(origin, { namespace });
      const named = (name: string): unknown => properties.find((each) => each.name === name);
      return {
        ...cls,
        // The description is a text without end.
        qualifiers: cls.qualifiers.map((each) => (each.name === "Version" ? each : each.name)),
        properties: properties.length,
        arrays: properties.filter(({ isArray }) => isArray).map(({ name }) => name),
        some: ["Id", "scalSint64", "defaultBool", "defaultUint64", "defaultString"].map(named),
        array: named("arrayDateTime"),
        none: named("defaultReal32"),
        methods: methods.map(({ name, returnType, parameters, qualifiers }) => [
          name,
          returnType,
          parameters.length,
          qualifiers.map((each) => each.name),
        ]),
        references: methods[0],
        inOut: methods[1]?.parameters[15],
      };
    },
    gives: {
      name: origin,
      namespace,
      qualifiers: [
        {
          name: "Version",
          type: "string",
          value: "2.5.0",
          isPropagated: false,
          flavors: { overridable: true, toSubclass: false, translatable: true },
        },
        "Description",
      ],
      properties: 42,
      arrays: [
        ...["arrayBool", "arrayUint8", "arraySint8", "arrayUint16", "arraySint16", "arrayUint32"],
        ...["arraySint32", "arrayUint64", "arraySint64", "arrayReal32", "arrayReal64"],
        ...["arrayString", "arrayDateTime"],
      ],
      some: [
        {
          name: "Id",
          type: "string",
          isArray: false,
          qualifiers: [yes("key")],
          value: null,
          classOrigin: origin,
          isPropagated: false,
        },
        property("scalSint64", "sint64"),
        property("defaultBool", "boolean", true),
        property("defaultUint64", "uint64", 4n),
        property("defaultString", "string", 'test"embedded"quote'),
      ],
      array: property("arrayDateTime", "datetime", null, true),
      none: property("defaultReal32", "real32"),
      methods: [
        ["ReferenceParamTest", "uint32", 4, []],
        ["InOutParamTest", "uint32", 25, ["Description"]],
        ["FullParamTest", "uint32", 24, []],
        ["setProviderParameters", "uint32", 1, ["Description", "static"]],
        ["resetProviderParameters", "uint32", 0, ["Description", "static"]],
        ["reset", "uint32", 0, ["Description", "static"]],
        ["debugMode", "uint32", 1, ["Description", "static"]],
        ["delayedMethodResponse", "uint32", 1, ["Description", "static"]],
      ],
      references: {
        name: "ReferenceParamTest",
        returnType: "uint32",
        classOrigin: origin,
        isPropagated: false,
        qualifiers: [],
        parameters: [
          ["InParam1", false, "in"] as const,
          ["InParam2", true, "in"] as const,
          ["OutParam1", false, "out"] as const,
          ["OutParam2", true, "out"] as const,
        ].map(([name, isArray, direction]) => ({
          name,
          type: "reference",
          className: origin,
          isArray,
          qualifiers: [yes(direction)],
        })),
      },
      inOut: {
        name: "arrayUint16",
        type: "uint16",
        isArray: true,
        qualifiers: [yes("in"), yes("out")],
      },
    },
    request: "same",
  },
  {
    names: ["03-enumerate-classes"],
    call: (cim) => collect(cim.enumerateClasses({ superclass: origin, namespace })),
    gives: [],
    request: {
      because: "a definition without its qualifiers is not what the client gives",
      differs: {
        "03-enumerate-classes": {
          recorded: parameter("EnumerateClasses", "IncludeQualifiers", "FALSE").slice(1),
          ours: [
            ...parameter("EnumerateClasses", "IncludeClassOrigin", "TRUE"),
            ...parameter("EnumerateClasses", "IncludeQualifiers", "TRUE").slice(1),
          ],
        },
      },
    },
  },
  {
    names: ["04-enumerate-class-names"],
    call: (cim) => collect(cim.enumerateClasses({ namespace })),
    fails: { code: "protocol", operation: "enumerate-classes" },
    request: { notOurs: "classes are asked for with their definitions" },
  },
  {
    names: ["05-enumerate-qualifiers"],
    call: async (cim) => {
      const all = await collect(cim.enumerateQualifiers({ namespace }));
      const wanted = ["ClassConstraint", "MinValue", "ArrayType", "In", "MinLen", "Version"];
      return {
        count: all.length,
        last: all.at(-1)?.name,
        arrays: all.filter(({ isArray }) => isArray).length,
        some: wanted.map((name) => all.find((each) => each.name === name)),
      };
    },
    gives: {
      count: 70,
      last: "UnsupportedValues",
      arrays: 13,
      some: [
        {
          name: "ClassConstraint",
          type: "string",
          isArray: true,
          value: null,
          scopes: ["class", "association", "indication"],
          flavors: usual,
        },
        {
          name: "MinValue",
          type: "sint64",
          isArray: false,
          value: null,
          scopes: ["property", "method", "parameter"],
          flavors: usual,
        },
        {
          name: "ArrayType",
          type: "string",
          isArray: false,
          value: "Bag",
          scopes: ["property", "parameter"],
          flavors: fixed,
        },
        {
          name: "In",
          type: "boolean",
          isArray: false,
          value: true,
          scopes: ["parameter"],
          flavors: fixed,
        },
        {
          name: "MinLen",
          type: "uint32",
          isArray: false,
          value: 0,
          scopes: ["property", "method", "parameter"],
          flavors: usual,
        },
        {
          name: "Version",
          type: "string",
          isArray: false,
          value: null,
          scopes: ["class", "association", "indication"],
          flavors: { overridable: true, toSubclass: false, translatable: true },
        },
      ],
    },
    request: "same",
  },
];

describe.skipIf(!haveCaptures)("pegasus-cimxml: definitions", () => {
  test.each(titled(exchanges))("%s", (_, recorded) => check(server, "/cimom", recorded));

  test("the names of classes, which no call gives, can be read all the same", async () => {
    const { port } = await replay(server, ["04-enumerate-class-names"]);
    const answer = await fetch(`http://127.0.0.1:${port}/cimom`, { method: "POST", body: "" });
    let element = parseXml(await answer.text());
    while (element.name !== "IRETURNVALUE" && element.children[0] !== undefined) {
      element = element.children[0];
    }
    const names = element.children.map(({ attributes }) => attributes[0]?.value);
    expect(new Set(element.children.map(({ name }) => name))).toEqual(new Set(["CLASSNAME"]));
    expect(names).toHaveLength(532);
    expect(names.slice(0, 3)).toEqual([
      ...["PG_RegisteredProfile", "CIM_DeviceSAPImplementation", "CIM_ConcreteIdentity"],
    ]);
    expect(names.at(-1)).toBe("TST_ResponseStressTestCMPI");
    expect(names).toContain(origin);
  });

  test("all of them are here", () => {
    expect(namesIn("definitions", exchanges)).toEqual(namesOf("definitions"));
  });
});
