/** What is taken for whole needs no repair: it is read the same when somebody looks for damage. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { isWhole } from "../../src/markdown/declaration/whole-signature.ts";
import { parse } from "../../src/parse/index.ts";

const word = fc.constantFrom("A", "b_1", "_x", "class", "Angle", "9a", "é", "in", "");
const type = fc.constantFrom("uint8", "String", "REF", "uint32 REF", "void", "CIM_X", "", "uint7");
const blank = fc.constantFrom(" ", "\n  ", "\t", "", "\u00A0", "\r\n");
const direction = fc.constantFrom("[in]", "[in, out]", "[out,optional]", "", "[in", "[ref]", "in");
const suffix = fc.constantFrom("", "[]", " = 5", "[3]", " &");
const parameter = fc
  .tuple(direction, blank, type, blank, word, suffix)
  .map((parts) => parts.join(""));
const signature = fc
  .tuple(
    type,
    blank,
    word,
    fc.array(parameter, { maxLength: 3 }),
    fc.constantFrom(",", ",\n ", ",,", ";"),
  )
  .chain(([returns, space, name, parameters, comma]) =>
    fc
      .constantFrom(");", ")", ");;", ",);", ");\n")
      .map((end) => `class C {\n${returns}${space}${name}(${parameters.join(comma)}${end}\n};`),
  );

test("whole signatures are understood without a word", () => {
  let whole = 0;
  fc.assert(
    fc.property(signature, (text) => {
      if (!isWhole(text)) return;
      whole += 1;
      const { value, diagnostics } = parse({ name: "a.md", text }, { dialect: "wmi" });
      expect(diagnostics).toEqual([]);
      const [cls] = value.declarations;
      expect(cls?.kind === "class" && cls.features.length).toBe(1);
    }),
    { seed: 5, numRuns: 20_000 },
  );
  expect(whole).toBeGreaterThan(100);
});

test.each([
  ["class A {\nuint32 Logoff();\n\n};", true],
  [
    "class A {\nuint32 F(\n  [in]           uint8   Angle,\n  [out, optional] string Names[]\n);\n\n};",
    true,
  ],
  ["class A {\nuint32 F([in] uint8 Angle = 90);\n};", false],
  ["class A {\nuint32 F([in] CIM_X REF X);\n};", false],
  ["class A {\nuint32 F([in]\u00A0uint8 Angle);\n};", false],
  ["class A {\nuint32 F([in] uint8 Angle)\n};", false],
  ["class A {\nuint32 F();\nuint32 G();\n};", false],
])("%j", (text, expected) => {
  expect(isWhole(text)).toBe(expected);
});
