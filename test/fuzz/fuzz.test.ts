/** A bounded walk through what `npm run fuzz` does at length. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { corpus } from "./corpus.ts";
import { inputs } from "./inputs.ts";
import { survive } from "./survive.ts";

const root = join(import.meta.dirname, "../..");

test("any sequence of bytes is answered", { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(inputs(corpus(root, false)), survive), {
    seed: 20,
    numRuns: 2_000,
  });
});

describe("what was not answered once", () => {
  const folder = join(root, "test/regressions");
  test.each(readdirSync(folder).filter((name) => name.endsWith(".mof")))("%s", async (name) => {
    await expect(survive(readFileSync(join(folder, name)))).resolves.toBeUndefined();
  });
});
