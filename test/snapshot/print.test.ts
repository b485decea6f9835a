import fc from "fast-check";
import { expect, test } from "vitest";
import { type MofDocument, printDeclarations, writeAst } from "../../src/ast/index.ts";
import { renderText } from "../../src/diagnostics/index.ts";
import { parse } from "../../src/parse/index.ts";
import { declarations } from "./arbitrary-documents.ts";

/** A tree without places, its keys sorted, with numbers that JSON does not know. */
function shape(tree: unknown): string {
  const plain = (key: string, value: unknown): unknown => {
    if (key === "start" || key === "end") return undefined;
    if (typeof value === "bigint") return `${value}n`;
    if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return JSON.stringify(tree, plain, 1);
}

function astOf(document: MofDocument): string {
  return [...writeAst({ roots: [document], includes: new Map() })].join("");
}

/** How many nodes of each kind there are. */
function kindsIn(tree: unknown): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  JSON.stringify(tree, (key, value: unknown) => {
    if (key === "kind") counts[String(value)] = (counts[String(value)] ?? 0) + 1;
    return typeof value === "bigint" ? String(value) : value;
  });
  return counts;
}

test("what is printed reads the same again, and its tree is written whole", () => {
  fc.assert(
    fc.property(declarations, (written) => {
      const text = [...printDeclarations(written)].join("");
      const { value, diagnostics } = parse({ name: "a.mof", text });
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      expect(renderText(errors)).toBe("");
      expect(shape(value.declarations)).toBe(shape(written));
      expect(kindsIn(JSON.parse(astOf(value)))).toEqual(kindsIn(value.declarations));
    }),
    { numRuns: 500 },
  );
});
