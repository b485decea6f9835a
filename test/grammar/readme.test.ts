import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MofParser } from "../../grammar/parser.ts";

const readme = readFileSync(new URL("../../grammar/README.md", import.meta.url), "utf8");

test("the table of README.md names every rule of the parser, once", () => {
  const rules = Object.keys(new MofParser().getGAstProductions());
  const named = [...readme.matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name);
  expect([...named].sort()).toEqual([...rules].sort());
});

test("the files that it names are there", () => {
  const files = [...readme.matchAll(/`([a-z-]+\.ts)`/g)].map(([, file]) => file ?? "");
  for (const file of files) readFileSync(new URL(`../../grammar/${file}`, import.meta.url));
  expect(files.length).toBeGreaterThan(5);
});
