/**
 * The least that a cold run has to do, with nothing in between: read and lex every source, write
 * every output. Built and run by bench.mjs: `floor <sources> <outputs> <copy of the outputs>`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { Lexer } from "chevrotain";
import { tokens } from "../grammar/tokens.ts";

const [sources = "", outputs = "", copy = ""] = process.argv.slice(2);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const lexer = new Lexer(tokens, { positionTracking: "onlyOffset", ensureOptimizations: true });
for (const file of filesBelow(sources).filter((path) => path.endsWith(".mof"))) {
  lexer.tokenize(readFileSync(file, "utf8"));
}
for (const file of filesBelow(outputs)) {
  const target = join(copy, relative(outputs, file));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, readFileSync(file));
}
