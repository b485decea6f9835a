/** However damaged pages are: they are answered, with places that are on them. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, test } from "vitest";
import { generate } from "../../../src/codegen/index.ts";
import { hasErrors, renderText } from "../../../src/diagnostics/index.ts";
import { readPages } from "../../../src/markdown/index.ts";
import { resolve } from "../../../src/model/index.ts";
import { parse } from "../../../src/parse/index.ts";
import { printMof } from "../../../src/snapshot/index.ts";
import type { Source } from "../../../src/source/index.ts";
import { hasPages, pagesIn, warnWithoutPages } from "../shared-pages.ts";
import { damagedPages } from "./damaged.ts";

warnWithoutPages("test/markdown/page/damaged.test.ts");

const fixtures = fileURLToPath(new URL("../../../fixtures/", import.meta.url));
const own = ["documentation/en", "documentation/es-es", "page-reading"].flatMap((folder) =>
  readdirSync(`${fixtures}${folder}`)
    .filter((name) => name.endsWith(".md"))
    .map((name) => readFileSync(`${fixtures}${folder}/${name}`, "utf8")),
);

/** @throws when something does not hold */
function survive(texts: readonly string[]): void {
  const sources = texts.map((text, index): Source => ({ name: `${index}.md`, text }));
  const { value: roots, diagnostics } = readPages(sources);
  for (const { code, location } of diagnostics) {
    const { start = 0, end = 0 } = location?.span ?? {};
    const { length } = location?.source.text ?? { length: 0 };
    if (!(start >= 0 && start <= end && end <= length)) {
      throw new Error(`${code} stands at ${start} to ${end} of ${length}`);
    }
  }
  for (const { source, declarations } of roots) checkPlaces(declarations, source);
  if (roots.length === 0 && !hasErrors(diagnostics)) throw new Error("nothing, without a word");
  const resolved = resolve({ roots, includes: new Map() });
  renderText([...diagnostics, ...resolved.diagnostics], { limit: 5 });
  if (hasErrors([...diagnostics, ...resolved.diagnostics])) return;
  generate(resolved.value);
  const printed = parse({ name: "printed.mof", text: printMof(resolved.value) });
  if (hasErrors(printed.diagnostics))
    throw new Error(renderText(printed.diagnostics, { limit: 5 }));
}

function checkPlaces(node: unknown, { name, text }: Source): void {
  if (typeof node !== "object" || node === null) return;
  if ("start" in node && "end" in node) {
    const [start, end] = [Number(node.start), Number(node.end)];
    if (!(start >= 0 && start <= end && end <= text.length)) {
      throw new Error(`a node stands at ${start} to ${end} of ${text.length} in ${name}`);
    }
  }
  for (const each of Object.values(node)) checkPlaces(each, { name, text });
}

const numRuns = Number(process.env["PAGE_RUNS"] ?? 600);
const seed = Number(process.env["PAGE_SEED"] ?? 5);

test("own pages", { timeout: 300_000 }, () => {
  fc.assert(fc.property(damagedPages(own), survive), { seed, numRuns });
});

test.runIf(hasPages)("real pages (need ../shared)", { timeout: 600_000 }, () => {
  const real = ["en", "es-es", "es-es.live-sxs", "other-shapes"].flatMap(pagesIn);
  const texts = real.map(({ text }) => text);
  fc.assert(fc.property(damagedPages(texts), survive), { seed, numRuns });
});

describe("what is large takes time in proportion", () => {
  // A quadratic reader would not come to an end here.
  const many = 20_000;
  test.each<[string, string]>([
    ["lists in lists", "<dl> <dt>\n\n**A**\n</dt> <dd>\n\n".repeat(many)],
    ["tags in a line", "<dl><dt>".repeat(many)],
    ["emphasis", "**a ".repeat(many)],
    ["brackets", "[".repeat(many)],
    ["links", "[a](".repeat(many)],
    ["columns", "|a".repeat(many)],
    ["rows", `| A | B |\n|---|---|\n${"| 1 | 2 |\n".repeat(many)}`],
    ["code", "`".repeat(many)],
    ["runs of code", Array.from({ length: 300 }, (_, n) => "`".repeat(n)).join(" ")],
    ["entities", "&amp".repeat(many)],
    ["headings", "## Parameters\n".repeat(many)],
    ["fences", "```mof\nuint32 F();\n```\n".repeat(many / 10)],
    [
      "fences that nothing ends",
      Array.from({ length: many / 10 }, (_, n) => `${"`".repeat(many / 10 - n + 3)}\n# A\n`).join(
        "",
      ),
    ],
    ["front matter", `---\n${"a: b\n".repeat(many)}---\n`],
    ["names", `---\napi_name:\n${"- A.B\n".repeat(many)}---\n`],
    ["comments", "<!--".repeat(many)],
    ["quotes", `${">".repeat(many)}a`],
    ["anchors", `<span id="a"></span>`.repeat(many)],
    ["a line", "x".repeat(many * 50)],
    ["marks behind a name", `- *A* ${"\\\\a".repeat(many * 2)}`],
    ["an open string", `\`\`\`syntax\nclass A { string B = ${'"\\'.repeat(many * 5)}`],
    ["an open declaration", `\`\`\`syntax\nclass A {\n${"uint8 B\n".repeat(many / 10)}`],
  ])("%s", { timeout: 60_000 }, (_, text) => {
    survive([`---\napi_name:\n- A\n---\n\n# A class\n\n## Properties\n\n${text}`]);
    survive([text]);
  });
});
