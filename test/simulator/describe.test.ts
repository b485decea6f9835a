import { expect, test } from "vitest";
import type { Schema } from "../../src/model/index.ts";
import { describeSchema } from "../../src/simulator/index.ts";
import { schemaOf } from "./wire.ts";

test("a class is described with everything that it inherits", () => {
  const schema = schemaOf(`
    [abstract] class CIM_Base { [key] string Id; uint32 Reset([in] boolean Hard); };
    class CIM_Thing : CIM_Base { [write] sint64 Count[]; };
    class CIM_Part : CIM_Thing {
      [OctetString] uint8 Blob[];
      [EmbeddedInstance("CIM_Thing")] string Nested;
      datetime At;
      [static] string Find([in] CIM_Thing ref Near, [in, out] char16 Letter, [out] real32 Score);
      void Stop();
    };
    [association] class CIM_Uses { [key] CIM_Part ref Who; [key] CIM_Thing ref What; };
  `);
  expect(describeSchema(schema)).toEqual([
    {
      format: 1,
      name: "CIM_Base",
      namespace: "root/cimv2",
      keys: ["Id"],
      abstract: true,
      properties: { Id: "string" },
      methods: { Reset: { in: { Hard: "boolean" }, returns: "uint32" } },
    },
    {
      format: 1,
      name: "CIM_Part",
      namespace: "root/cimv2",
      superclasses: ["CIM_Thing", "CIM_Base"],
      keys: ["Id"],
      properties: {
        Id: "string",
        Count: { type: "sint64[]", write: true },
        Blob: "octetstring",
        Nested: "instance CIM_Thing",
        At: "datetime",
      },
      methods: {
        Reset: { in: { Hard: "boolean" }, returns: "uint32" },
        Find: {
          static: true,
          in: { Near: "ref CIM_Thing", Letter: "char16" },
          out: { Letter: "char16", Score: "real32" },
          returns: "string",
        },
        Stop: {},
      },
      embedded: { CIM_Thing: { Id: "string", Count: "sint64[]" } },
    },
    {
      format: 1,
      name: "CIM_Thing",
      namespace: "root/cimv2",
      superclasses: ["CIM_Base"],
      keys: ["Id"],
      properties: { Id: "string", Count: { type: "sint64[]", write: true } },
      methods: { Reset: { in: { Hard: "boolean" }, returns: "uint32" } },
    },
    {
      format: 1,
      name: "CIM_Uses",
      namespace: "root/cimv2",
      keys: ["Who", "What"],
      association: true,
      properties: { Who: "ref CIM_Part", What: "ref CIM_Thing" },
    },
  ]);
});

test("a class without members has neither properties nor methods", () => {
  const schema: Schema = schemaOf('#pragma namespace("root\\\\x")\nclass X_Empty {};');
  expect(describeSchema(schema)).toEqual([{ format: 1, name: "X_Empty", namespace: "root/x" }]);
});

test("a member may have a name that objects have of their own", () => {
  const [cls] = describeSchema(schemaOf("class X_Odd { string __proto__; void constructor(); };"));
  expect(Object.entries(cls?.properties ?? {})).toEqual([["__proto__", "string"]]);
  expect(Object.entries(cls?.methods ?? {})).toEqual([["constructor", {}]]);
});
