/** Inputs that are there to break a reader: each is answered, briefly and in time. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/source/index.ts";
import { renderText } from "../../src/diagnostics/index.ts";
import { resolve } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";

/** Everything that is done with a file, down to the words. */
function answer(text: string) {
  const { value, diagnostics } = parse({ name: "a.mof", text });
  for (const { location } of diagnostics) {
    expect(location!.span.start).toBeGreaterThanOrEqual(0);
    expect(location!.span.end).toBeGreaterThanOrEqual(location!.span.start);
    expect(location!.span.end).toBeLessThanOrEqual(text.length);
  }
  const resolved = resolve({ roots: [value], includes: new Map() });
  const all = [...diagnostics, ...resolved.diagnostics];
  return { all, schema: resolved.value, text: renderText(all, { limit: 5 }) };
}

function codes(text: string): string[] {
  return [...new Set(answer(text).all.map(({ code }) => code))];
}

function chain(length: number, last: string): string {
  return Array.from({ length }, (_, index) => {
    const superclass = index + 1 === length ? last : `C${index + 1}`;
    return `class C${index} : ${superclass} { uint32 P${index}; };`;
  }).join("\n");
}

describe("one answer to", () => {
  const many = 100_000;
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ["opening braces", "{".repeat(many), ["unexpected-token"]],
    ["opening brackets", "[".repeat(many), ["unexpected-token"]],
    ["opening parentheses", "(".repeat(many), ["unexpected-token"]],
    ["closing braces", "}".repeat(many), ["stray-mark"]],
    ["marks that do not match", "{[(".repeat(many) + ")}]".repeat(many), ["unexpected-token"]],
    ["semicolons", ";".repeat(many), ["unexpected-token"]],
    [
      "values in values",
      `class A { uint32 x[] = ${"{".repeat(many)}1${"}".repeat(many)}; };`,
      ["nested-too-deeply"],
    ],
    ["values that never end", `class A { uint32 x[] = ${"{".repeat(many)}`, ["nested-too-deeply"]],
    [
      "instances in instances",
      `${"instance of A { x = ".repeat(many / 2)}1${"; }".repeat(many / 2)};`,
      ["nested-too-deeply", "unknown-instance-class"],
    ],
    ["comments in comments", "/*".repeat(many) + "*/".repeat(many), ["unexpected-character"]],
    ["comments that end at once", `${"/* ".repeat(many)}*/ class A {};`, []],
    [
      "brackets around a qualifier",
      `${"[".repeat(many)}Key${"]".repeat(many)} class A {};`,
      ["unexpected-token"],
    ],
    [
      "parentheses around a value",
      `[Q${"(".repeat(many)}1${")".repeat(many)}] class A {};`,
      ["unexpected-token"],
    ],
    ["adjacent strings", `class A { string x = ${'"a" '.repeat(many)}; };`, []],
    ["qualifiers", `[${"Q, ".repeat(many)}Q] class A {};`, ["duplicate-qualifier"]],
    [
      "structures in structures",
      "structure A { ".repeat(many),
      ["nested-too-deeply", "duplicate-class"],
    ],
    [
      "braces too many in one line",
      `class A { ${"} uint32 x; ".repeat(many)}`,
      ["stray-mark", "too-many-mistakes", "repeated-property"],
    ],
    [
      "commas too few in one line",
      `class A { uint8 x[] = {${"1 ".repeat(many)}}; };`,
      ["missing-mark", "too-many-mistakes"],
    ],
    ["a string of five megabytes", `class A { string x = "${"a".repeat(5_000_000)}"; };`, []],
    ["a million escapes", `class A { string x = "${"\\n".repeat(1_000_000)}"; };`, []],
    ["a megabyte of quotes", '"'.repeat(1_000_000), ["unexpected-token"]],
    [
      "a string without end",
      `class A { string x = "${"a".repeat(1_000_000)}`,
      ["unterminated-string"],
    ],
    ["a comment without end", `class A {}; /* ${"* /".repeat(300_000)}`, ["unterminated-comment"]],
    ["a name of three megabytes", `class ${"a".repeat(3_000_000)} {};`, []],
    ["words without a meaning", "a ".repeat(500_000), ["unexpected-token"]],
    ["bytes of zero", "\0".repeat(many), []],
    ["strange characters", "@?".repeat(many), ["unexpected-character"]],
    [
      "declarations without end",
      "class A {\n".repeat(20_000),
      ["not-closed", "too-many-mistakes", "duplicate-class"],
    ],
    [
      "an octet of ten thousand digits",
      `class A { uint64 x = 0x${"f".repeat(10_000)}; };`,
      ["value-out-of-range"],
    ],
    ["an array of too many elements", "class A { uint32 x[99999999999999]; };", ["array-size"]],
    ["a real beyond all measure", `class A { real64 x = 1.5e${"9".repeat(many)}; };`, []],
  ];
  test.each(table)("%s", (_, text, expected) => {
    const found = answer(text);
    expect([...new Set(found.all.map(({ code }) => code))]).toEqual(expected);
    expect(found.text.length).toBeLessThan(5_000);
  });

  test("a file of failures alone: no more than a person could read", () => {
    const { all } = answer(`class A {${"uint32 = 1;\n".repeat(50_000)}};`);
    expect(all.length).toBe(1001);
    expect(all.at(-1)?.code).toBe("too-many-mistakes");
  });
});

describe("superclasses", () => {
  test("two hundred of them are inherited from", () => {
    const { all, schema } = answer(`${chain(200, "Base")}\nclass Base { uint32 B; };`);
    expect(all).toEqual([]);
    expect(schema.classes.find(({ name }) => name === "C0")?.properties.length).toBe(201);
  });

  test("twenty thousand are too many, which is said where the two hundred are over", () => {
    const { all } = answer(`${chain(20_000, "Base")}\nclass Base { uint32 B; };`);
    expect([...new Set(all.map(({ code }) => code))]).toEqual(["too-many-superclasses"]);
    expect(all.length).toBe(99);
  });

  test("a circle of twenty thousand is one mistake", () => {
    const { all } = answer(chain(20_000, "C0"));
    expect(all.map(({ code }) => code).filter((code) => code !== "too-many-superclasses")).toEqual([
      "superclass-cycle",
    ]);
    expect(all.find(({ code }) => code === "superclass-cycle")?.message).toBe(
      "classes extend each other in a circle: C0 → C1 → C2 → C3 → C4 → C5 → … → C19996 → C19997 → C19998 → C19999 → C0",
    );
  });
});

test.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "then"])(
  "%s is a name like any other",
  (name) => {
    const text = `
      Qualifier ${name} : string = null, Scope(any);
      [Association, ${name}("q")] class ${name} {
        [Key, ${name}] ${name} ref ${name};
        object ref Other;
        uint32 ${name}([${name}] ${name} ref ${name});
      };
      class Sub : ${name} {};
      instance of ${name} as $${name} { ${name} = "a"; };
      instance of Sub { ${name} = $${name}; };`;
    const { all, schema } = answer(text);
    expect(all).toEqual([]);
    const cls = schema.classes.find((each) => each.name === name);
    expect(cls?.keys).toEqual([name]);
    expect(cls?.qualifiers.get(name.toLowerCase())?.value).toBe("q");
    expect(cls?.methods[0]?.parameters[0]?.type).toEqual({
      kind: "reference",
      className: name,
      array: false,
    });
    expect(schema.classes.find((each) => each.name === "Sub")?.properties[0]?.origin).toBe(name);
    expect(schema.instances.map(({ values }) => [...values])).toEqual([
      [[name, "a"]],
      [[name, { kind: "alias", alias: `$${name}` }]],
    ]);
  },
);

const fixture = decode(
  readFileSync(new URL("../../fixtures/RDManagement.mof", import.meta.url)),
).text;
// Whole declarations: an end in the middle of one would be a mistake of its own.
const whole = fixture.slice(0, fixture.lastIndexOf("};", 8000) + 2);
const words: readonly string[] = whole.match(/"[^"]*"|\w+|\s+|[^\w\s]/g) ?? [];

function errorsIn(parts: readonly string[]): string[] {
  const { diagnostics } = parse({ name: "a.mof", text: parts.join("") });
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ message, location }) => `${message} at ${location?.span.start ?? -1}`);
}

test("a real file, cut anywhere in its first 3,000 characters", () => {
  for (let length = 0; length <= 3000; length += 1) {
    const { value, diagnostics } = parse({ name: "a.mof", text: fixture.slice(0, length) });
    // What is cut in the middle has one mistake, and none between declarations or in blanks.
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.length, fixture.slice(Math.max(0, length - 80), length)).toBeLessThan(2);
    resolve({ roots: [value], includes: new Map() });
  }
});

/** A change that a careless hand would make to the words of a file. */
const change = fc.record({
  at: fc.nat(words.length - 1),
  kind: fc.constantFrom("delete", "double", "swap", "mark"),
  mark: fc.constantFrom(
    '"',
    "'",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    ";",
    ",",
    "/*",
    "*/",
    "#",
    "\\",
    "class",
    "\0",
  ),
});

test("a real file, changed by a careless hand", () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      const changed = [...words];
      for (const { at, kind, mark } of changes) {
        const word = changed[at] ?? "";
        if (kind === "delete") changed[at] = "";
        if (kind === "double") changed[at] = word + word;
        if (kind === "swap") [changed[at], changed[at + 1]] = [changed[at + 1] ?? "", word];
        if (kind === "mark") changed[at] = word + mark;
      }
      answer(changed.join(""));
    }),
    { numRuns: 300 },
  );
});

describe("one slip of the hand is one mistake, wherever it happens:", () => {
  const slips: readonly (readonly [string, (word: string) => string])[] = [
    ["a word taken out", () => ""],
    ["a word doubled", (word) => `${word} ${word}`],
    [
      "a string left open, or a strange character",
      (word) => (/^"/.test(word) ? word.slice(0, -1) : `${word}@`),
    ],
  ];
  test.each(slips)("%s", (_, slip) => {
    const cascades = words.flatMap((word, at) => {
      if (/^\s+$/.test(word)) return [];
      const errors = errorsIn(words.with(at, slip(word)));
      const around = words.slice(Math.max(0, at - 5), at + 5).join("");
      return errors.length > 1 ? [{ word, around, errors }] : [];
    });
    expect(cascades).toEqual([]);
  });
});

test("any words of MOF in any order", () => {
  const word = fc.constantFrom(
    ...'class instance of as ref qualifier uint32 A $A { } [ ] ( ) ; : , = 1 1.5 \'a\' "s" " #pragma #include #x /* // \n \\ @ “ ”'.split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (parts) => {
      answer(parts.join(" "));
      answer(parts.join(""));
    }),
    { numRuns: 500 },
  );
});

test("what has a character that MOF does not know is never without an error", () => {
  const part = fc.constantFrom("class A {", "};", "uint32 x;", "[Key", "]", '"', "\n", "@", "?");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const text = ["@", ...parts].join(" ");
      expect(answer(text).all.some(({ severity }) => severity === "error")).toBe(true);
    }),
  );
});

test("any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      answer(decode(bytes).text);
    }),
    { numRuns: 300 },
  );
});

test("an answer does not depend on what was read before", () => {
  const text = "class A { uint32 x clas B {}; [Key";
  const first = answer(text).text;
  answer('instance of A { x = {{{ "');
  expect(answer(text).text).toBe(first);
  expect(codes("class A {};")).toEqual([]);
});
