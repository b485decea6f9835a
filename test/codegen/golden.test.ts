/** Each folder of `fixtures/golden` is a sentence; its MOF must give its files. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import prettier from "prettier";
import { describe, expect, test } from "vitest";
import { nodeHost, readSchema } from "../../src/build/index.ts";
import { generate } from "../../src/codegen/index.ts";
import { renderText } from "../../src/diagnostics/index.ts";
import { resolve } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";
import { decode, localeNumber } from "../../src/source/index.ts";
import { expectGolden, type Files, read } from "../golden.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const golden = join(fixtures, "golden");
const scenarios = readdirSync(golden);

/** What one MOF file gives: generated files, and what there is to say about it. */
function generated(path: string, name: string): Files {
  const { text } = decode(readFileSync(path));
  const parsed = parse({ name, text });
  // Whatever dialect it shows: one folder for all is easier to read.
  const defaultNamespace = "root/cimv2";
  const resolved = resolve({ roots: [parsed.value], includes: new Map() }, { defaultNamespace });
  const { value, diagnostics } = generate(resolved.value);
  const said = [...parsed.diagnostics, ...resolved.diagnostics, ...diagnostics];
  return {
    ...Object.fromEntries(value.map((file) => [file.path, file.text])),
    ...(said.length > 0 && { "diagnostics.txt": renderText(said, { colour: false }) }),
  };
}

/** What a folder gives in each of the languages that its options name, with the `.mfl` files in it. */
function inLanguages(folder: string, locales: readonly string[]): Files {
  const files = locales.flatMap((name) => {
    const locale = localeNumber(name) ?? 0;
    const read = readSchema({ sources: ["input.mof"], locale }, nodeHost(folder));
    expect(read.diagnostics).toEqual([]);
    return generate(read.value.schema).value.map(({ path, text }) => ({
      path: `${name}/${path}`,
      text,
    }));
  });
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

describe("fixtures/golden", () => {
  test.each(scenarios.filter((name) => name !== "rdmanagement"))("%s", (name) => {
    const folder = join(golden, name);
    const options = join(folder, "options.json");
    if (existsSync(options)) {
      // As: written beside the input.
      const { locales } = JSON.parse(readFileSync(options, "utf8")) as { locales: string[] };
      expectGolden(join(folder, "expected"), inLanguages(folder, locales));
      return;
    }
    expectGolden(join(folder, "expected"), generated(join(folder, "input.mof"), "input.mof"));
  });

  test("rdmanagement", () => {
    const files = generated(join(fixtures, "RDManagement.mof"), "RDManagement.mof");
    expectGolden(join(golden, "rdmanagement", "expected"), files);
    expect(files["root/cimv2/rdms/Win32_VirtualDesktopSession.ts"]).toContain(
      "  Logoff(): uint32;",
    );
  });

  test.each(scenarios)("Prettier changes nothing in %s", async (name) => {
    for (const [path, text] of Object.entries(read(join(golden, name, "expected")))) {
      if (!path.endsWith(".ts")) continue;
      expect(await prettier.format(text, { parser: "typescript" }), path).toBe(text);
    }
  });
});
