import { describe, expect, test } from "vitest";
import type { CimConstant } from "../../src/model/index.ts";
import { classNamed, constantText, meaningOf } from "./meaning.ts";

function defaultOf(property: string): CimConstant | undefined {
  const { schema } = meaningOf(`class Other {}; class T { ${property}; };`);
  return classNamed(schema, "T").properties[0]?.default;
}

describe("a default value has the declared type", () => {
  const table: readonly (readonly [property: string, value: string])[] = [
    ["uint8 x = 5", "5n"],
    ["uint8 x = 1000", "1000n"],
    ["sint64 x = -5", "-5n"],
    ["uint32 x = 2.0", "2n"],
    ["uint32 x = 2.6", "3n"],
    ["uint64 x = 1e18", "1000000000000000000n"],
    ["real32 x = 2", "2"],
    ["real64 x = -0.5", "-0.5"],
    ["boolean x = true", "true"],
    ['boolean x = "FALSE"', "false"],
    ["boolean x = 1", "true"],
    ["boolean x = 2", "2n"],
    ["char16 x = 65", '"A"'],
    ["char16 x = 'b'", '"b"'],
    ['char16 x = "c"', '"c"'],
    ["char16 x = 65536", "65536n"],
    ["string x = 'd'", '"d"'],
    ['string x = "t" "u"', '"tu"'],
    ["string x = 5", '"5"'],
    ['uint16 x = "5"', "5n"],
    ['sint16 x = " -0x10 "', "-16n"],
    ['uint16 x = "five"', '"five"'],
    ['real32 x = "-.5e1"', "-5"],
    ['real32 x = "half"', '"half"'],
    ['datetime x = "20200101000000.000000+000"', '"20200101000000.000000+000"'],
    [
      '[SubType("interval")] datetime x = "00000001000000.000000:000"',
      '"00000001000000.000000:000"',
    ],
    ["uint32 x = null", "null"],
    ["uint32 x[] = null", "null"],
    ["uint32 x[] = {1, 2.0, null}", "{1n, 2n, null}"],
    ["real32 x[2] = {1, 2.5}", "{1, 2.5}"],
    ["uint16 x[] = 7", "{7n}"],
    ["uint16 x[] = {}", "{}"],
    ["uint16 x = {7}", "{7n}"],
    ["[OctetString] uint8 x[] = {0, 0, 0, 5, 1}", "{0n, 0n, 0n, 5n, 1n}"],
    ['[OctetString] uint8 x[] = "0x0000000501"', '"0x0000000501"'],
    ['[OctetString] string x[] = "0x0000000501"', '{"0x0000000501"}'],
    ['Other ref x = "Other.Id=1"', '"Other.Id=1"'],
    ["Other ref x = $Alias", '{"kind":"alias","alias":"$Alias"}'],
    ["Other x = null", "null"],
  ];
  test.each(table)("%s", (property, value) => {
    const found = defaultOf(property);
    expect(found === undefined ? undefined : constantText(found)).toBe(value);
  });
});

test("so has that of a parameter, which makes it optional", () => {
  const { schema } = meaningOf(
    "class T { void M([In] real32 a = 1, [In] uint8 b[] = 2, [In] uint8 c); };",
  );
  const [method] = classNamed(schema, "T").methods;
  expect(method?.parameters.map((each) => [each.default, each.optional])).toEqual([
    [1, true],
    [[2n], true],
    [undefined, false],
  ]);
});

test("values of instances have the types of their class, of its superclasses, and of nested ones", () => {
  const { schema, said } = meaningOf(`
    instance of sub as $S {
      real = 1; WORDS = "one"; Nested = instance of Base { Real = 2; Words = {"a"}; };
      Many = {instance of Base { Real = 3; }}; Unknown = 4;
    };
    instance of Nobody { Real = 5; };
    class Base { real64 Real; string Words[]; };
    class Sub : Base { Base Nested; Base Many[]; };`);
  expect(said).toEqual([]);
  const [sub, nobody] = schema.instances;
  expect([...(nobody?.values ?? [])]).toEqual([["Real", 5n]]);
  expect([...(sub?.values ?? [])]).toEqual([
    ["real", 1],
    ["WORDS", ["one"]],
    [
      "Nested",
      expect.objectContaining({
        className: "Base",
        values: new Map<string, CimConstant>([
          ["Real", 2],
          ["Words", ["a"]],
        ]),
      }),
    ],
    ["Many", [expect.objectContaining({ values: new Map([["Real", 3]]) })]],
    ["Unknown", 4n],
  ]);
});
