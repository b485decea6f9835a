/** Each folder of `fixtures/selection` is a sentence: some classes of a text, and what they bring. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import prettier from "prettier";
import { describe, expect, test } from "vitest";
import { reasonsText } from "../../src/cli/reasons.ts";
import { generate, type GeneratedFile } from "../../src/codegen/index.ts";
import { hasErrors, renderText } from "../../src/diagnostics/index.ts";
import { resolve, selectClasses, type Selection } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";
import { expectGolden, type Files, read } from "../golden.ts";

const root = fileURLToPath(new URL("../../fixtures/selection", import.meta.url));
const scenarios = readdirSync(root).sort();

function scenario(name: string): { readonly files: Files; readonly all: Files } {
  const { "input.mof": text = "", "options.json": options = "" } = read(join(root, name));
  const parsed = parse({ name: "input.mof", text });
  const set = { roots: [parsed.value], includes: new Map() };
  const { value: schema, diagnostics } = resolve(set, { defaultNamespace: "root/cimv2" });
  const selected = selectClasses(schema, JSON.parse(options) as Selection);
  const failed = hasErrors(selected.diagnostics);
  const { classes } = selected.value.schema;
  const said = [...parsed.diagnostics, ...diagnostics, ...selected.diagnostics];
  const files = {
    "input.mof": text,
    "options.json": options,
    "diagnostics.txt": renderText(said, { limit: Infinity }),
    ...(!failed && { "reasons.txt": reasonsText(selected.value.reasons) }),
    ...below("expected", failed ? [] : generate(schema, {}, classes).value),
  };
  return { files, all: below("expected", generate(schema).value) };
}

function below(folder: string, files: readonly GeneratedFile[]): Files {
  return Object.fromEntries(files.map(({ path, text }) => [`${folder}/${path}`, text]));
}

describe.each(scenarios)("%s", (name) => {
  test("is what is recorded", () => {
    expectGolden(join(root, name), scenario(name).files);
  });

  test("has the files of a run over everything, byte for byte", () => {
    const { files, all } = scenario(name);
    const generated = Object.keys(files).filter((path) =>
      /^expected\/.*(?<!index)\.ts$/.test(path),
    );
    expect(generated.map((path) => [path, files[path]])).toEqual(
      generated.map((path) => [path, all[path]]),
    );
  });

  test("Prettier changes nothing", async () => {
    for (const [path, text] of Object.entries(read(join(root, name, "expected")))) {
      expect(await prettier.format(text, { parser: "typescript" }), path).toBe(text);
    }
  });
});

test("the folders are named by sentences", () => {
  expect(scenarios.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(name))).toEqual([]);
});
