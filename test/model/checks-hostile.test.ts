/** Texts that were made to keep the checks busy: they are answered, however long they are. */
import { expect, test } from "vitest";
import { resolve } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";

const many = 5_000;

function times(count: number, text: (index: number) => string, between = " "): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(between);
}

/** Each code and how often it is said. */
function told(text: string): Readonly<Record<string, number>> {
  const { value } = parse({ name: "a.mof", text });
  const counts: Record<string, number> = {};
  for (const { code } of resolve({ roots: [value], includes: new Map() }).diagnostics) {
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

test.each<[name: string, text: string, expected: Readonly<Record<string, number>>]>([
  [
    "a qualifier five thousand times at one element",
    `class A { [${times(many, () => "MaxValue(1)", ",")}] uint32 X = 1; };`,
    { "duplicate-qualifier": many - 1 },
  ],
  [
    "a qualifier with a quarter of a million flavors",
    `class A { [Key: ${times(250_000, () => "ToSubclass")}] uint32 X; };`,
    {},
  ],
  [
    "as many different qualifiers that nobody declares",
    `Qualifier Q : uint32 = 0, Scope(any); class A { [${times(many, (index) => `Q${index}`, ",")}] uint32 X; };`,
    { "undeclared-qualifier": many },
  ],
  [
    "instances of as many classes that nobody declares",
    `${times(1_000, (index) => `class A${index} {};`)} ${times(many, (index) => `instance of B${index} {};`)}`,
    { "unknown-instance-class": many },
  ],
  [
    "an instance of as many unknown properties",
    `class A { ${times(1_000, (index) => `uint32 X${index};`)} };
     instance of A { ${times(many, (index) => `Y${index} = 1;`)} };`,
    { "unknown-instance-property": many },
  ],
  [
    "an instance that assigns one property as many times",
    `class A { uint32 X; }; instance of A { ${times(many, () => "X = 1;")} };`,
    { "property-assigned-twice": many - 1 },
  ],
  [
    "as many keys",
    `class A { ${times(1_000, (index) => `[Key] uint32 X${index};`)} };
     ${times(20, () => `instance of A { ${times(1_000, (index) => `X${index} = 1;`)} };`)}`,
    { "duplicate-instance": 19 },
  ],
  [
    "an override of prose as long as a book",
    `class A { uint32 X; }; class B : A { [Override("${"x ".repeat(1_000_000)}")] uint32 Y; };`,
    { "override-target-missing": 1 },
  ],
  [
    "a map of as many keys, all the same",
    `class A { [ValueMap{${times(many, () => '"1"', ",")}}] uint8 X; };`,
    { "duplicate-map-key": many - 1 },
  ],
  [
    "a key of a million digits, and one of a million points",
    `class A { [ValueMap{"${"9".repeat(1_000_000)}", "${".".repeat(1_000_000)}"}] uint8 X; };`,
    { "map-key-without-meaning": 1 },
  ],
  [
    "a number as text that is none after a million digits",
    `class A { real32 X = "${"1".repeat(1_000_000)}x"; };`,
    { "value-of-another-type": 1 },
  ],
  [
    "one alias as many times",
    `class A { [Key] uint32 X; }; ${times(many, (index) => `instance of A as $A { X = ${index}; };`)}`,
    { "duplicate-alias": many - 1 },
  ],
])("%s", (_, text, expected) => {
  expect(told(text)).toEqual(expected);
});
