/** Generated text is laid out as Prettier would, wherever the end of the line falls. */
import fc from "fast-check";
import prettier from "prettier";
import { expect, test } from "vitest";
import { generated } from "./from-mof.ts";

/** Names up to a width beyond that of the line, some with letters that are not in every table. */
const name = fc
  .tuple(fc.constantFrom("", "é", "ё", "ﬀ", "名"), fc.nat(90))
  .map(([letter, length]) => `${letter}${"n".repeat(length)}`);

const type = fc.constantFrom(
  "uint32",
  "uint64",
  "string",
  "boolean",
  "datetime",
  '[EmbeddedInstance("A")] string',
  "A ref",
  '[ValueMap {"1", "-2", "3..4"}, Values {"One", "Two words", "More"}] sint32',
  '[ValueMap {"a"}] string',
  '[BitMap {"0", "5"}, BitValues {"B", "C"}] uint64',
);

/** A type with one more qualifier. */
function qualified(qualifier: string, text: string): string {
  if (qualifier === "") return text;
  return text.startsWith("[") ? `[${qualifier}, ${text.slice(1)}` : `[${qualifier}] ${text}`;
}

const direction = fc.constantFrom(
  "In",
  "In, Optional",
  "In, Out",
  "In(false), Out",
  "In, Required",
);
const parameters = fc.array(fc.tuple(direction, type, name), { maxLength: 3 });
const method = fc.tuple(fc.constantFrom("", "Static"), type, name, parameters);
const property = fc.tuple(fc.constantFrom("", "Key", "Write", "Required"), type, name, fc.nat(4));

const mof = fc
  .record({
    cls: name,
    other: fc.tuple(name, fc.array(fc.nat(1), { minLength: 2, maxLength: 2 })),
    methods: fc.array(method, { maxLength: 2 }),
    properties: fc.array(property, { minLength: 1, maxLength: 3 }),
  })
  .map(({ cls, other: [heir, changes], methods, properties }) => {
    const fields = properties.map(([qualifier, what, text, array], index) => {
      const isPlain = !what.endsWith("ref") && qualifier !== "Key";
      // Only what is a plain value can be a key.
      const kept = qualifier === "Key" && what.startsWith("[E") ? "" : qualifier;
      return `${qualified(kept, what)} P${index}${text}${array === 0 && isPlain ? "[]" : ""};`;
    });
    const calls = methods.map(([qualifier, what, text, list], index) => {
      const given = list.map(([where, each, end], at) => `${qualified(where, each)} a${at}${end}`);
      const returns = what.endsWith("ref") ? "uint8" : what;
      return `${qualified(qualifier, returns)} M${index}${text}(${given.join(", ")});`;
    });
    const changed = methods.flatMap(([qualifier, , text], index) =>
      changes[index] === 1 ? [`${qualified(qualifier, "real32")} M${index}${text}();`] : [],
    );
    return [
      "class A { [Key] string Id; };",
      `class C_${cls} { ${[...fields, ...calls].join("\n")} };`,
      `class D_${heir} : C_${cls} { ${changed.join("\n")} };`,
    ].join("\n");
  });

test("Prettier changes nothing, however long names are", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(mof, async (text) => {
      for (const { path, text: code } of generated(text)) {
        expect(await prettier.format(code, { filepath: path })).toBe(code);
      }
    }),
    { seed: 80, numRuns: 150 },
  );
});
