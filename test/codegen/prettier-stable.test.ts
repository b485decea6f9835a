/**
 * Prettier leaves generated files as they are, those of real schemas too: here every 31st,
 * with `EVERY_FILE=1 npx vitest run test/codegen/prettier-stable.test.ts` every one.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import prettier from "prettier";
import { describe, expect, test } from "vitest";
import { readSchema } from "../../src/build/index.ts";
import { generate, type GeneratedFile } from "../../src/codegen/index.ts";

const shared = fileURLToPath(new URL("../../../shared/data/mof/", import.meta.url));
const hasShared = existsSync(shared);
if (!hasShared)
  console.warn(
    "test/codegen/prettier-stable.test.ts: skipped, there are no real files in ../shared",
  );

const step = process.env["EVERY_FILE"] === "1" ? 1 : 31;

async function generated(source: string): Promise<readonly GeneratedFile[]> {
  const includeFolders = [join(shared, "cim-schema-2.41")];
  const { value } = await readSchema({ sources: [source], includeFolders });
  return generate(value.schema).value;
}

/** The paths of files that Prettier would change. */
async function unstable(files: readonly GeneratedFile[]): Promise<string[]> {
  const changed: string[] = [];
  for (const { path, text } of files.filter((_, index) => index % step === 0)) {
    if ((await prettier.format(text, { parser: "typescript" })) !== text) changed.push(path);
  }
  return changed;
}

describe.runIf(hasShared)("Prettier changes nothing (needs ../shared)", () => {
  test("in CIM 2.41", { timeout: 300_000 }, async () => {
    const files = await generated(join(shared, "cim-schema-2.41/cim_schema_2.41.0.mof"));
    expect(files.length).toBe(1439);
    expect(await unstable(files)).toEqual([]);
  });

  test("in what the other files give", { timeout: 600_000 }, async () => {
    const sources = readdirSync(shared, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.mof$/i.test(path) && !path.startsWith("cim-schema-2.41"))
      .sort();
    const files: GeneratedFile[] = [];
    for (const path of sources) files.push(...(await generated(join(shared, path))));
    expect(files.length).toBeGreaterThan(3000);
    expect(await unstable(files)).toEqual([]);
  });
});
