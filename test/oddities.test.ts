/**
 * What files of the wild have that no specification foresees, one a folder: what is said
 * about it, with `--strict` too where that differs, and what is understood all the same.
 * The file that is read is `input.mof` or `input.bin`; others beside it are there to be
 * included.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { nodeHost, readSchema } from "../src/build/index.ts";
import { renderText } from "../src/diagnostics/index.ts";
import { printMof } from "../src/snapshot/index.ts";

const root = fileURLToPath(new URL("../fixtures/oddities", import.meta.url));
const folders = readdirSync(root).sort();

function told(folder: string): string {
  const input = readdirSync(folder).find((name) => /^input\.(?:mof|bin)$/.test(name)) ?? "";
  const ask = (strict: boolean) =>
    readSchema({ sources: [input], strict, workingFolder: folder }, nodeHost(folder));
  const { value, diagnostics } = ask(false);
  const said = renderText(diagnostics);
  const strictly = renderText(ask(true).diagnostics);
  return [
    said || "nothing to say",
    ...(strictly === said ? [] : [`with --strict:\n\n${strictly || "nothing to say"}`]),
    printMof(value.schema).trimEnd() || "// no declarations",
  ]
    .map((part) => `${part.trimEnd()}\n`)
    .join("\n----\n\n");
}

describe("oddities", () => {
  test("each is named by a sentence", () => {
    expect(folders.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(name))).toEqual([]);
    expect(folders.length).toBeGreaterThan(10);
  });

  test.each(folders)("%s", (name) => {
    const expected = `${root}/${name}/expected.txt`;
    const found = told(`${root}/${name}`);
    // Inputs are bytes, which recording a whole folder would take for text.
    if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(expected, found);
    expect(found).toBe(readFileSync(expected, "utf8").replaceAll("\r\n", "\n"));
  });
});
