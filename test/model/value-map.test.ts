import { describe, expect, test } from "vitest";
import { classNamed, meaningOf } from "./meaning.ts";

function valuesOf(qualifiers: string) {
  const { schema, said } = meaningOf(`class T { [${qualifiers}] uint32 x; };`);
  const { values } = classNamed(schema, "T").properties[0] ?? {};
  const entries = values?.entries.map(({ key, label }) =>
    label === undefined ? key : `${key}=${label}`,
  );
  return { kind: values?.kind, entries, said };
}

describe("values and their labels", () => {
  const table: readonly (readonly [
    string,
    "values" | "bits" | undefined,
    readonly string[] | undefined,
  ])[] = [
    ['ValueMap {"1", "2"}, Values {"One", "Two"}', "values", ["1=One", "2=Two"]],
    ['Values {"Zero", "One"}', "values", ["0=Zero", "1=One"]],
    ['ValueMap {"1", "2"}', "values", ["1", "2"]],
    ['ValueMap {1, 0x10}, Values {"One", "Sixteen"}', "values", ["1=One", "16=Sixteen"]],
    [
      'ValueMap {" 1 ", "2..", ".."}, Values {" One ", "", "Rest"}',
      "values",
      ["1= One ", "2..=", "..=Rest"],
    ],
    ['ValueMap ("1"), Values ("One")', "values", ["1=One"]],
    ['BitMap {"0", "1"}, BitValues {"Read", "Write"}', "bits", ["0=Read", "1=Write"]],
    ['BitValues {"Read"}', "bits", ["0=Read"]],
    ['ValueMap {"1"}, BitMap {"0"}', "values", ["1"]],
    ["Values {}", undefined, undefined],
    ['ValueMap {}, Values {"Zero"}', "values", ["0=Zero"]],
    ["Values", undefined, undefined],
    ["Values(null)", undefined, undefined],
  ];
  test.each(table)("%s", (qualifiers, kind, entries) =>
    expect(valuesOf(qualifiers)).toEqual({ kind, entries, said: [] }),
  );

  test("of strings are kept as they are written, blanks and zeros too", () => {
    const { schema } = meaningOf('class T { [ValueMap {"00", " 1 ", "a b"}] string x; };');
    const keys = classNamed(schema, "T").properties[0]?.values?.entries.map(({ key }) => key);
    expect(keys).toEqual(["00", " 1 ", "a b"]);
  });

  test("that do not pair up: the first ones do", () => {
    expect(valuesOf('ValueMap {"1", "2", "3"}, Values {"One", "Two"}')).toEqual({
      kind: "values",
      entries: ["1=One", "2=Two"],
      said: ["warning: T.x has 3 ValueMap entries but 2 Values; the first 2 are paired «x»"],
    });
  });

  test("a mismatch is said once, where it is declared", () => {
    const { said } = meaningOf(`
      class A { [ValueMap {"1"}, Values {"a", "b"}] uint32 x; };
      class B : A { [Override("x")] uint32 x; };`);
    expect(said).toEqual([
      "warning: A.x has 1 ValueMap entries but 2 Values; the first 1 are paired «x»",
    ]);
  });

  test("of what a method returns stand at the method", () => {
    const { schema } = meaningOf('class A { [ValueMap {"0"}, Values {"Done"}] uint32 M(); };');
    expect(classNamed(schema, "A").methods[0]?.returns).toEqual({
      type: { kind: "intrinsic", name: "uint32", array: false },
      declaredType: { name: "uint32", reference: false, array: false },
      values: { kind: "values", entries: [{ key: "0", label: "Done" }] },
    });
  });
});
