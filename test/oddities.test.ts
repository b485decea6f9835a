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
import { type Diagnostic, renderText } from "../src/diagnostics/index.ts";
import { printMof } from "../src/snapshot/index.ts";
import { positionAt } from "../src/source/index.ts";

const root = fileURLToPath(new URL("../fixtures/oddities", import.meta.url));
const folders = readdirSync(root).sort();

async function told(folder: string): Promise<string> {
  const input = readdirSync(folder).find((name) => /^input\.(?:mof|bin)$/.test(name)) ?? "";
  const ask = (strict: boolean) =>
    readSchema({ sources: [input], strict, workingFolder: folder }, nodeHost(folder));
  const { value, diagnostics } = await ask(false);
  const strictly = (await ask(true)).diagnostics;
  const differs = strictly.some(({ severity }, index) => severity !== diagnostics[index]?.severity);
  return [
    renderText(diagnostics) || "nothing to say",
    ...(differs ? [`with --strict:\n${strictly.map(shortly).join("\n")}`] : []),
    printMof(value.schema).trimEnd() || "// no declarations",
  ]
    .map((part) => `${part.trimEnd()}\n`)
    .join("\n----\n\n");
}

/** Where and how bad: the words are those without `--strict`. */
function shortly({ severity, code, location }: Diagnostic): string {
  if (!location) return `${severity} ${code}`;
  const { line, column } = positionAt(location.source, location.span.start);
  return `${severity} ${code} at ${line}:${column}`;
}

describe("oddities", () => {
  test("each is named by a sentence", () => {
    expect(folders.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(name))).toEqual([]);
    expect(folders.length).toBeGreaterThan(10);
  });

  test.each(folders)("%s", async (name) => {
    const expected = `${root}/${name}/expected.txt`;
    const found = await told(`${root}/${name}`);
    // Inputs are bytes, which recording a whole folder would take for text.
    if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(expected, found);
    expect(found).toBe(readFileSync(expected, "utf8").replaceAll("\r\n", "\n"));
  });
});
