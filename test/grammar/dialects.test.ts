import { describe, expect, test } from "vitest";
import { parse } from "../../src/parse/index.ts";

function shown(text: string): string | undefined {
  return parse({ name: "a.mof", text }).value.dialect;
}

const CLASS = (feature: string) => `class A { ${feature} };`;

describe("what a text shows", () => {
  const table: readonly (readonly [string, string | undefined])[] = [
    ["", undefined],
    [CLASS("uint32 x; string M(B ref b);"), undefined],
    ['#pragma namespace("root/cimv2")\n#pragma include("a.mof")', undefined],
    ['[Provider("x"), Association] class A : B { A ref Structure; boolean Value; };', undefined],
    // Microsoft
    ['#include("a.mof")', "wmi"],
    ["#pragma autorecover", "wmi"],
    ['#PRAGMA ClassFlags("forceupdate")', "wmi"],
    ['#pragma deleteclass("X", NOFAIL)', "wmi"],
    [String.raw`#pragma namespace("\\\\.\\root\\x")`, "wmi"],
    ['#pragma namespace("ms_409")', "wmi"],
    ["[Dynamic] class A {};", "wmi"],
    ["[Locale(0x409)] class A {};", "wmi"],
    ['class A { [Description("") : Amended ToSubclass] uint8 x; };', "wmi"],
    ["Qualifier Description : ToSubClass Amended;", "wmi"],
    ["class A : __Event {};", "wmi"],
    ["instance of __EventFilter {};", "wmi"],
    ["instance of A { x; };", "wmi"],
    [CLASS("object x;"), "wmi"],
    [CLASS("void M();"), "wmi"],
    [CLASS("uint32 M(uint32 x = 0);"), "wmi"],
    [CLASS("Win32_Size Size;"), "wmi"],
    [CLASS("A ref All[];"), "wmi"],
    ["instance of A { x = {}; };", "wmi"],
    // MOF 3
    ["structure A {};", "mof3"],
    [CLASS("structure B { uint8 x; };"), "mof3"],
    ["enumeration A : Integer { B = 1 };", "mof3"],
    ["association A {};", "mof3"],
    ["value of A as $A {};", "mof3"],
    ["Qualifier A : boolean, Scope(class), Policy(restricted);", "mof3"],
    [CLASS("Integer x;"), "mof3"],
    [CLASS("string[] M();"), "mof3"],
    ["association A { void M(); };", "mof3"],
    // the DMTF's
    ["Qualifier A : boolean, Scope(class), Flavor(ToSubclass);", "dmtf"],
    ['#pragma locale("en_US")', "dmtf"],
    ['[Description("") : ToSubclass Translatable] class A {};', "dmtf"],
    // several: the one with more, and Microsoft's before the DMTF's
    ["association A {}; [Dynamic] class B : __Event {};", "wmi"],
    ["association A {}; structure B {}; [Dynamic] class C {};", "mof3"],
    ["Qualifier A : boolean, Scope(class); [Dynamic] class C {};", "wmi"],
  ];
  test.each(table)("%s: %s", (text, dialect) => {
    expect(shown(text)).toBe(dialect);
  });
});

function said(text: string, dialect: "dmtf" | "wmi" | "mof3"): string[] {
  const { value, diagnostics } = parse({ name: "a.mof", text }, { dialect });
  expect(value.dialect).toBe(dialect);
  return diagnostics.map(({ code, message, location }) => {
    const { start, end } = location?.span ?? { start: 0, end: 0 };
    return `${code}: ${message} «${text.slice(start, end)}»`;
  });
}

describe("a dialect that was asked for", () => {
  const text = [
    '#include("a.mof")',
    "structure S { Integer x[4]; };",
    "[Dynamic] class A as $A : __B { void M(S s = null); S Other; void N(); };",
  ].join("\n");

  test("reports each kind of construct that it does not have, once, where it stands first", () => {
    expect(said(text, "dmtf")).toMatchInlineSnapshot(`
      [
        "not-in-dialect: #include belongs to Microsoft's MOF, not to the DMTF's MOF 2 «#include»",
        "not-in-dialect: a structure belongs to MOF 3, not to the DMTF's MOF 2 «structure»",
        "not-in-dialect: this type belongs to MOF 3, not to the DMTF's MOF 2 «Integer»",
        "not-in-dialect: the type "void" belongs to Microsoft's MOF and MOF 3, not to the DMTF's MOF 2 «void»",
        "not-in-dialect: a class as a type without "ref" belongs to Microsoft's MOF and MOF 3, not to the DMTF's MOF 2 «S»",
        "not-in-dialect: the default value of a parameter belongs to Microsoft's MOF and MOF 3, not to the DMTF's MOF 2 «null»",
      ]
    `);
    expect(said(text, "wmi")).toMatchInlineSnapshot(`
      [
        "not-in-dialect: a structure belongs to MOF 3, not to Microsoft's MOF «structure»",
        "not-in-dialect: this type belongs to MOF 3, not to Microsoft's MOF «Integer»",
      ]
    `);
    expect(said(text, "mof3")).toMatchInlineSnapshot(`
      [
        "not-in-dialect: #include belongs to Microsoft's MOF, not to MOF 3 «#include»",
        "not-in-dialect: an array of a fixed size belongs to the DMTF's MOF 2 and Microsoft's MOF, not to MOF 3 «[4]»",
        "not-in-dialect: the alias of a class belongs to the DMTF's MOF 2 and Microsoft's MOF, not to MOF 3 «$A»",
      ]
    `);
  });

  test("says nothing of what it has", () => {
    expect(said("class A { uint32 x; };", "dmtf")).toEqual([]);
  });
});

describe("what MOF 3 reads otherwise", () => {
  test("an escape has up to six digits", () => {
    const text = String.raw`class A { string x = "\x1F600"; };`;
    const value = (dialect?: "mof3") => {
      const [node] = parse({ name: "a.mof", text }, dialect && { dialect }).value.declarations;
      const initializer = node?.kind === "class" ? node.features[0] : undefined;
      return initializer?.kind === "property" && initializer.initializer;
    };
    expect(value()).toMatchObject({ value: "\u1F600" });
    expect(value("mof3")).toMatchObject({ value: "\u{1F600}" });
    expect(said(String.raw`class A { string x = "\x110000"; };`, "mof3")).toMatchInlineSnapshot(`
      [
        "invalid-escape: \\x110000 is no escape that MOF knows «\\x110000»",
      ]
    `);
  });

  test("the text shows it and is read once more", () => {
    const text = String.raw`enumeration A : string { B = "\x01F600" };`;
    const { value, diagnostics } = parse({ name: "a.mof", text });
    expect(diagnostics).toEqual([]);
    expect(value.declarations).toMatchObject([{ members: [{ value: { value: "\u{1F600}" } }] }]);
  });

  test("what is a mistake elsewhere", () => {
    const text = "Qualifier A : boolean Scope(class); [Max = 1] class A {};";
    const { diagnostics } = parse({ name: "a.mof", text });
    expect(diagnostics.map(({ code }) => code)).toEqual([
      "clause-without-comma",
      "assigned-qualifier",
    ]);
    expect(said(text, "mof3")).toEqual([]);
  });
});
