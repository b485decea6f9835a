import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Dialect } from "../../src/ast/index.ts";
import { foreign } from "../../grammar/dialects.ts";
import { lex } from "../../grammar/lex.ts";
import type { MofParser } from "../../grammar/parser.ts";
import { ParserByRules } from "./parser-by-rules.ts";

const readme = readFileSync(new URL("../../grammar/README.md", import.meta.url), "utf8");

/** Rows without a rule belong to the one above. */
function rows(): { rule: string; dialects: string; examples: string[] }[] {
  let rule = "";
  return [...readme.matchAll(/^\|([^|]*)\|[^|]*\|([^|]*)\|([^|]*)\|$/gm)].slice(2).map((row) => {
    const [, named = "", dialects = "", example = ""] = row;
    rule = /`(\w+)`/.exec(named)?.[1] ?? rule;
    // Behind the semicolon stands what another rule reads.
    const [own = ""] = example.split("; its other form");
    const examples = [...own.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);
    return { rule, dialects: dialects.trim(), examples };
  });
}

const DIALECTS: Readonly<Record<string, readonly Dialect[]>> = {
  all: ["dmtf", "wmi", "mof3"],
  Microsoft: ["wmi"],
  "MOF 3": ["mof3"],
  "DMTF, Microsoft": ["dmtf", "wmi"],
  "Microsoft, MOF 3": ["wmi", "mof3"],
};

/** Where an example of a rule can stand. */
const PLACES: Readonly<Record<string, (example: string) => string>> = {
  features: (example) => `class A { ${example} };`,
  feature: (example) => `class A { ${example} };`,
  property: (example) => `class A { ${example} };`,
  method: (example) => `class A { ${example} };`,
  parameter: (example) => `class A { uint32 M(${example}); };`,
  type: (example) => `class A { ${example} P; };`,
  arraySuffix: (example) => `class A { uint32 P${example}; };`,
  initializer: (example) => `class A { uint32 P ${example}; };`,
  value: (example) => `instance of A { P = ${example}; };`,
  array: (example) => `instance of A { P = ${example}; };`,
  string: (example) => `instance of A { P = ${example}; };`,
  instance: (example) => `instance of A { P = ${example}; };`,
  assignment: (example) => `instance of A { ${example} };`,
  qualifierList: (example) => `${example} class A { };`,
  qualifier: (example) => `[${example}] class A { };`,
  qualifierParameter: (example) => `[Q${example}] class A { };`,
  clauses: (example) => `Qualifier Q : string${example};`,
  alias: (example) => `class A ${example} { };`,
  member: (example) => `enumeration E : string { ${example} };`,
};

const parser = new ParserByRules(true);
/** The rules that were used since it was cleared, and where they began. */
const used = new Map<string, Set<number>>();
for (const name of Object.keys(parser.getGAstProductions())) {
  const rule = Reflect.get(parser, name) as { coreRule: (...args: unknown[]) => unknown };
  const { coreRule } = rule;
  rule.coreRule = function (this: MofParser, ...args: unknown[]): unknown {
    used.set(name, (used.get(name) ?? new Set()).add(this.LA(1).startOffset));
    return coreRule.apply(this, args);
  };
}

test("the table of README.md names every rule of the parser, once", () => {
  const rules = Object.keys(parser.getGAstProductions());
  const named = [...readme.matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name);
  expect([...named].sort()).toEqual([...rules].sort());
});

describe("the examples of the table", () => {
  const examples = rows().flatMap(({ rule, dialects, examples }) =>
    examples.map((example) => [rule, example, dialects] as const),
  );
  test.each(examples)("%s reads %s (%s)", (rule, example, dialects) => {
    const text = (PLACES[rule] ?? ((whole) => whole))(example);
    used.clear();
    const lexed = lex(text);
    const options = { swallowed: false, ...(dialects === "MOF 3" && { dialect: "mof3" as const }) };
    const { mistakes, evidence } = parser.parse(text, lexed.tokens, options);
    expect([
      ...lexed.mistakes,
      ...mistakes.filter(({ kind }) => kind !== "clause-without-comma"),
    ]).toEqual([]);
    const start = text.indexOf(example);
    // Methods and properties begin alike, so their rules begin behind their names.
    const begins = rule === "method" || rule === "property" ? undefined : start;
    const starts = [...(used.get(rule) ?? [])];
    expect(begins === undefined ? starts.length > 0 : starts.includes(begins)).toBe(true);
    const all: readonly Dialect[] = ["dmtf", "wmi", "mof3"];
    expect(all.filter((dialect) => foreign(evidence, dialect).length === 0)).toEqual(
      DIALECTS[dialects],
    );
  });

  test("are many", () => {
    expect(examples.length).toBeGreaterThan(60);
  });
});

test("the files that it names are there", () => {
  const files = [...readme.matchAll(/`([a-z-]+\.ts)`/g)].map(([, file]) => file ?? "");
  for (const file of files) readFileSync(new URL(`../../grammar/${file}`, import.meta.url));
  expect(files.length).toBeGreaterThan(5);
});

test("chevrotain finds the rules free of ambiguities", () => {
  expect(() => new ParserByRules(true)).not.toThrow();
});
