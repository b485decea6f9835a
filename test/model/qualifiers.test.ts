import { describe, expect, test } from "vitest";
import { classNamed, meaningOf, qualifiersIn } from "./meaning.ts";

function onProperty(declarations: string, qualifiers: string): readonly string[] {
  const { schema } = meaningOf(`${declarations} class A { [${qualifiers}] uint32 x; };`);
  return qualifiersIn(classNamed(schema, "A").properties[0]?.qualifiers);
}

describe("a qualifier has the type of its declaration,", () => {
  const table: readonly (readonly [declarations: string, qualifier: string, line: string])[] = [
    ["", 'Description("x")', 'Description = "x": string, Translatable'],
    ["", "key", "key = true: boolean, DisableOverride"],
    ["", 'MaxLen("8")', "MaxLen = 8n: uint32"],
    ["", "ValueMap {1, 0x10}", 'ValueMap = {"1", "16"}: string[]'],
    ["", "MaxLen(8)", "MaxLen = 8n: uint32"],
    ["", 'Values("one")', 'Values = {"one"}: string[], Translatable'],
    ["", "Values(null)", "Values = null: string[], Translatable"],
    ["", 'Privileges {"SeBackup"}', 'Privileges = {"SeBackup"}: string[]'],
    ["", "Dynamic", "Dynamic = true: boolean, Restricted, ToInstance"],
    // as written, where the type is another or nobody knows one
    ["", 'MaxLen("eight")', 'MaxLen = "eight": string'],
    ["", "Deprecated", "Deprecated = true: boolean, Restricted"],
    ["", "ACME_Word(other)", 'ACME_Word = "other": string'],
    ["", "ACME_Sizes {1, 2}", "ACME_Sizes = {1n, 2n}: sint64[]"],
    ["", "ACME_Share(0.5)", "ACME_Share = 0.5: real64"],
    ["", "ACME_Mark", "ACME_Mark = true: boolean"],
    // the sources' own
    [
      "Qualifier ACME_Share : real32 = 0.5, Scope(property), Flavor(Restricted);",
      "acme_share(1)",
      "acme_share = 1: real32, Restricted",
    ],
    [
      "Qualifier ACME_Letter : char16, Scope(any), Flavor(DisableOverride);",
      "ACME_Letter(65)",
      'ACME_Letter = "A": char16, DisableOverride',
    ],
    ["Qualifier ACME_On : boolean, Scope(any);", 'ACME_On("TRUE")', "ACME_On = true: boolean"],
    [
      "Qualifier Description : ToSubClass Amended;",
      'Description("x")',
      'Description = "x": string, Amended',
    ],
    [
      '#pragma namespace("root/other")\nQualifier ACME_Far : uint8, Scope(any);\n#pragma namespace("root/cimv2")',
      "ACME_Far(1)",
      "ACME_Far = 1n: uint8",
    ],
  ];
  test.each(table)("%s [%s]", (declarations, qualifier, line) =>
    expect(onProperty(declarations, qualifier)).toEqual([line]),
  );
});

describe("what stands at a value changes its flavors:", () => {
  const table: readonly (readonly [flavors: string, line: string])[] = [
    ["Restricted", "ACME_X = 1n: sint64, Restricted"],
    ["NotToSubclass", "ACME_X = 1n: sint64, Restricted"],
    ["DISABLEOVERRIDE ToInstance", "ACME_X = 1n: sint64, DisableOverride, ToInstance"],
    ["tosubclass amended translatable", "ACME_X = 1n: sint64, Translatable, Amended"],
    ["ToInstance NotToInstance", "ACME_X = 1n: sint64"],
    ["EnableOverride Nonsense", "ACME_X = 1n: sint64"],
  ];
  test.each(table)(": %s", (flavors, line) =>
    expect(onProperty("", `ACME_X(1) : ${flavors}`)).toEqual([line]),
  );
});

describe("a subclass", () => {
  test("inherits the qualifiers of its superclass, and those of what it overrides, parameters too", () => {
    const { schema } = meaningOf(`
      [ACME_Group("g"), Version("1.0.0"), Abstract, Description("Of A.")] class A {
        [ACME_Width(8), ACME_Own(1) : Restricted] string x;
        [Static] uint32 M([In, MaxLen(9), Description("p")] string P);
      };
      class B : A { string x; uint32 M(string P); };
      class C : B {};`);
    const [a, b, c] = ["A", "B", "C"].map((name) => classNamed(schema, name));
    expect(qualifiersIn(b?.qualifiers)).toEqual([
      'ACME_Group = "g": string, inherited',
      'Description = "Of A.": string, Translatable, inherited',
    ]);
    expect(c?.qualifiers).toBe(b?.qualifiers);
    expect([a?.description, b?.description]).toEqual(["Of A.", undefined]);
    expect(qualifiersIn(b?.properties[0]?.qualifiers)).toEqual([
      "ACME_Width = 8n: sint64, inherited",
    ]);
    expect(qualifiersIn(b?.methods[0]?.parameters[0]?.qualifiers)).toEqual([
      "In = true: boolean, DisableOverride, inherited",
      "MaxLen = 9n: uint32, inherited",
      'Description = "p": string, Translatable, inherited',
    ]);
    expect(c?.properties[0]).toBe(b?.properties[0]);
  });

  test("cannot change what may not be overridden, but may repeat it", () => {
    const { schema } = meaningOf(`
      class A { [Key, Units("s") : DisableOverride, ArrayType("Bag")] string x[]; };
      class B : A { [Key(false), Units("ms"), ArrayType("Bag")] string x[]; };`);
    expect(qualifiersIn(classNamed(schema, "B").properties[0]?.qualifiers)).toEqual([
      "Key = true: boolean, DisableOverride, inherited",
      'Units = "s": string, DisableOverride, Translatable, inherited',
      'ArrayType = "Bag": string, DisableOverride',
    ]);
  });

  test("of an abstract class is not abstract, whatever the qualifier is declared as", () => {
    const { schema } = meaningOf(`
      Qualifier Abstract : boolean = false, Scope(class), Flavor(EnableOverride, ToSubclass);
      [Abstract] class A {}; class B : A {};`);
    expect(schema.classes.map((cls) => cls.abstract)).toEqual([true, false]);
  });
});

test("declared qualifier types are sorted, each once a namespace, the short form completed", () => {
  const { schema } = meaningOf(`
    Qualifier Zeta : uint8[4] = {1, 2}, Scope(property, method), Flavor(DisableOverride, Restricted);
    Qualifier zeta : string, Scope(any);
    #pragma namespace("root/a")
    Qualifier Values : Amended ToSubclass;
    Qualifier Alpha : EnableOverride;`);
  expect(schema.qualifierTypes.map(({ location, ...type }) => [type, location?.span])).toEqual([
    [
      {
        kind: "qualifier-type",
        name: "Alpha",
        namespace: "root/a",
        type: "boolean",
        array: false,
        default: null,
        scopes: ["any"],
        flavors: flavors(),
      },
      expect.anything(),
    ],
    [
      {
        kind: "qualifier-type",
        name: "Values",
        namespace: "root/a",
        type: "string",
        array: true,
        default: null,
        scopes: ["property", "method", "parameter"],
        flavors: flavors({ amended: true }),
      },
      expect.anything(),
    ],
    [
      {
        kind: "qualifier-type",
        name: "Zeta",
        namespace: "root/cimv2",
        type: "uint8",
        array: 4,
        default: [1n, 2n],
        scopes: ["property", "method"],
        flavors: flavors({ overridable: false, toSubclass: false }),
      },
      expect.anything(),
    ],
  ]);
});

function flavors(changes = {}) {
  const usual = { overridable: true, toSubclass: true, toInstance: false };
  return { ...usual, translatable: false, amended: false, ...changes };
}
