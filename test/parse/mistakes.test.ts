/**
 * One mistake a folder, and every word that is said about it. Record anew with
 * `UPDATE_GOLDEN=1`, then read what changed as if it were prose.
 */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { hasErrors, renderText } from "../../src/diagnostics/index.ts";
import { resolve } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";
import { expectGolden, read } from "../golden.ts";

const root = fileURLToPath(new URL("../../fixtures/mistakes", import.meta.url));
const folders = readdirSync(root).sort();

/** What a person is told about one file: as the commands do, the meaning only when the form is right. */
function told(text: string): string {
  const { value, diagnostics } = parse({ name: "input.mof", text });
  if (hasErrors(diagnostics)) return renderText(diagnostics);
  const meaning = resolve({ roots: [value], includes: new Map() });
  return renderText([...diagnostics, ...meaning.diagnostics]);
}

test("there are many, each named by a sentence", () => {
  expect(folders.length).toBeGreaterThanOrEqual(25);
  expect(folders.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(name))).toEqual([]);
});

test.each(folders)("%s", (name) => {
  const folder = `${root}/${name}`;
  const input = read(folder)["input.mof"] ?? "";
  expectGolden(folder, { "expected.txt": told(input), "input.mof": input });
});
