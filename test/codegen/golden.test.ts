/** Each folder of `fixtures/golden` is a sentence; its MOF must give its files. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import prettier from "prettier";
import { describe, expect, test } from "vitest";
import { namesText } from "../../src/cli/names-report.ts";
import { nodeHost, readSchema, type SchemaOptions } from "../../src/build/index.ts";
import { explainNames, generate, type GenerateOptions } from "../../src/codegen/index.ts";
import { renderText } from "../../src/diagnostics/index.ts";
import { resolve } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";
import { decode, localeNumber } from "../../src/source/index.ts";
import { expectGolden, type Files, read } from "../golden.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const golden = join(fixtures, "golden");
const scenarios = readdirSync(golden);

/** What is said of a scenario in `options.json`. */
interface ScenarioOptions extends GenerateOptions {
  /** What is read instead of `input.mof` alone: files beside it, or folders of the fixtures. */
  readonly sources?: readonly string[];
  readonly docs?: readonly string[];
  readonly overlays?: readonly string[];
  readonly linkBase?: string;
  /** Each gives a folder of its own, with the text of the `.mfl` files of that language. */
  readonly locales?: readonly string[];
}

function optionsOf(folder: string): ScenarioOptions {
  const file = join(folder, "options.json");
  // As: written beside the input.
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as ScenarioOptions) : {};
}

/** What one MOF file gives: generated files, and what there is to say about it. */
function generated(path: string, name: string, options: GenerateOptions = {}): Files {
  const { text } = decode(readFileSync(path));
  const parsed = parse({ name, text });
  // Whatever dialect it shows: one folder for all is easier to read.
  const defaultNamespace = "root/cimv2";
  const resolved = resolve({ roots: [parsed.value], includes: new Map() }, { defaultNamespace });
  const { value, diagnostics } = generate(resolved.value, options);
  const notes = explainNames(resolved.value, undefined, options.layout);
  const said = [...parsed.diagnostics, ...resolved.diagnostics, ...diagnostics];
  return {
    ...Object.fromEntries(value.map((file) => [file.path, file.text])),
    ...(notes.length > 0 && { "names.txt": namesText(notes) }),
    ...(said.length > 0 && { "diagnostics.txt": renderText(said, { colour: false }) }),
  };
}

/** What a folder gives in each of the languages that its options name, with the `.mfl` files in it. */
async function inLanguages(folder: string, locales: readonly string[]): Promise<Files> {
  const files: Record<string, string> = {};
  for (const name of locales) {
    const locale = localeNumber(name) ?? 0;
    const read = await readSchema({ sources: ["input.mof"], locale }, nodeHost(folder));
    expect(read.diagnostics).toEqual([]);
    for (const { path, text } of generate(read.value.schema).value) files[`${name}/${path}`] = text;
  }
  return files;
}

/** What sources of every kind give, and what there is to say about them. */
async function fromSources(
  folder: string,
  options: ScenarioOptions & Pick<SchemaOptions, "sources">,
): Promise<Files> {
  const read = await readSchema(options, nodeHost(folder));
  const { value, diagnostics } = generate(read.value.schema, options);
  const said = renderText([...read.diagnostics, ...diagnostics], { colour: false });
  return {
    ...Object.fromEntries(value.map(({ path, text }) => [path, text])),
    ...(said !== "" && { "diagnostics.txt": said }),
  };
}

describe("fixtures/golden", () => {
  test.each(scenarios.filter((name) => name !== "rdmanagement"))("%s", async (name) => {
    const folder = join(golden, name);
    const { locales, ...options } = optionsOf(folder);
    const files = locales
      ? await inLanguages(folder, locales)
      : options.sources
        ? await fromSources(folder, { ...options, sources: options.sources })
        : generated(join(folder, "input.mof"), "input.mof", options);
    expectGolden(join(folder, "expected"), files);
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
