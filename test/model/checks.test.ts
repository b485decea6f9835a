/**
 * What the checks say, one mistake a folder. A first line `// strict` is for `--strict`.
 * Record anew with `UPDATE_GOLDEN=1`, then read what changed as if it were prose.
 */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { checkSentences } from "../../src/diagnostics/catalogue/checks.ts";
import { renderText, setSeverities, type Diagnostic } from "../../src/diagnostics/index.ts";
import { rules } from "../../src/model/checks/rules.ts";
import { resolve } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";
import { expectGolden, read } from "../golden.ts";

const root = fileURLToPath(new URL("../../fixtures/checks", import.meta.url));
const folders = readdirSync(root).sort();

function found(text: string): readonly Diagnostic[] {
  const strict = text.startsWith("// strict");
  const { value, diagnostics } = parse({ name: "input.mof", text });
  const resolved = resolve({ roots: [value], includes: new Map() }, { strict });
  return setSeverities([...diagnostics, ...resolved.diagnostics], { strict });
}

function inputOf(folder: string): string {
  return read(`${root}/${folder}`)["input.mof"] ?? "";
}

test.each(folders)("%s", (name) => {
  const input = inputOf(name);
  const expected = renderText(found(input), { limit: Infinity });
  expectGolden(`${root}/${name}`, { "expected.txt": expected, "input.mof": input });
});

test("the folders are named by sentences", () => {
  expect(folders.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(name))).toEqual([]);
});

test("every sentence of the checks belongs to one rule, and is said in a folder", () => {
  // Comments are looked at when everything else is known, outside of the model.
  const codes = Object.keys(checkSentences).filter((code) => code !== "unused-suppression");
  expect(rules.flatMap((rule) => rule.codes).toSorted()).toEqual(codes.toSorted());
  const said = new Set<string>(
    folders.flatMap((name) => found(inputOf(name)).map(({ code }) => code)),
  );
  expect(codes.filter((code) => !said.has(code))).toEqual([]);
});
