/** Facts of real pages of every shape, each of which somebody has held against its page. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Source } from "../../src/source/index.ts";
import { factsOf } from "./schema-facts.ts";
import { hasPages, pagesIn, schemaOf, warnWithoutPages } from "./shared-pages.ts";

warnWithoutPages("test/markdown/other-shapes.test.ts");

const golden = fileURLToPath(new URL("../../fixtures/pages/", import.meta.url));

function expectFacts(name: string, pages: readonly Source[]): void {
  const { schema, said } = schemaOf(pages);
  const facts = [...said, factsOf(schema)].filter((part) => part !== "").join("\n") + "\n";
  const path = `${golden}${name}.txt`;
  if (process.env["UPDATE_GOLDEN"] === "1") {
    mkdirSync(golden, { recursive: true });
    writeFileSync(path, facts);
  }
  expect(facts).toBe(readFileSync(path, "utf8").replaceAll("\r\n", "\n"));
}

describe.runIf(hasPages)("real pages (need ../shared)", () => {
  const pages = hasPages ? pagesIn("other-shapes") : [];

  test.each(pages)("$name", (page) => {
    expectFacts(page.name.replace(/\.md$/, ""), [page]);
  });

  test("together they say what each says by itself", () => {
    const alone = pages.flatMap((page) => factsOf(schemaOf([page]).schema).split("\n"));
    const together = factsOf(schemaOf(pages).schema).split("\n");
    expect(new Set(together)).toEqual(new Set(alone.filter((line) => line !== "")));
  });

  test("in two languages at once", () => {
    expectFacts("es-es.live-sxs", pagesIn("es-es.live-sxs"));
  });
});
