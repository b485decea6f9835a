/** What `generate` writes when the runtime is bundled; test/package/bundled.test.ts compiles and runs it. */
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import prettier from "prettier";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureBuilt } from "../../scripts/build.mjs";
import { generate, type GeneratedFile, type GenerateOptions } from "../../src/codegen/index.ts";
import { resolve } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";
import { expectGolden } from "../golden.ts";

const folder = fileURLToPath(new URL("../../fixtures/bundled/", import.meta.url));

beforeAll(async () => {
  await ensureBuilt();
});

function generated(text: string, options: GenerateOptions): readonly GeneratedFile[] {
  const resolved = resolve({
    roots: [parse({ name: "input.mof", text }).value],
    includes: new Map(),
  });
  return generate(resolved.value, options).value;
}

const lamp = "class Lamp { [Key] string Room; };";

/** The comments that a file begins with, up to those that tell what is in it. */
function headOf(text: string): string {
  return /^(?:\/\/.*\n|\/\* .*\n|\/\*!\n(?: \*.*\n)*? \*\/\n)*/.exec(text)?.[0] ?? "";
}

test("fixtures/bundled", () => {
  const scenario = join(folder, "a-namespace-may-be-called-runtime");
  const files = generated(readFileSync(join(scenario, "input.mof"), "utf8"), {
    runtime: "bundled",
  });
  const isOwn = ({ text }: GeneratedFile) => headOf(text).includes("@ts-nocheck");
  // The texts are those of src/runtime: each head once, and which files have it.
  const heads = new Map<string, string[]>();
  for (const { path, text } of files.filter(isOwn)) {
    heads.set(headOf(text), [...(heads.get(headOf(text)) ?? []), path]);
  }
  const listed = [...heads].map(([head, paths]) => `${paths.join("\n")}\n\n${head}`);
  expectGolden(join(scenario, "expected"), {
    ...Object.fromEntries(
      files.filter((file) => !isOwn(file)).map(({ path, text }) => [path, text]),
    ),
    "runtime.txt": listed.join(`\n${"-".repeat(80)}\n\n`),
  });
});

describe.each(["js", "ts", "none"] as const)("with imports of %s", (importExtension) => {
  const files = () => generated(lamp, { runtime: "bundled", importExtension });

  test("every path that is imported is there", () => {
    const all = files();
    const paths = all.map(({ path }) => path);
    const ending = importExtension === "none" ? "" : `.${importExtension}`;
    const imported = all.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:from |import\()"(\.[^"]+)"/g)].map(([, specifier = ""]) => {
        expect(specifier.endsWith(ending), specifier).toBe(true);
        const target = specifier.slice(0, specifier.length - ending.length);
        return `${posix.join(posix.dirname(path), target)}.ts`;
      }),
    );
    expect(imported).toContain("runtime/index.ts");
    expect(imported).toContain("runtime/packages/saxes.ts");
    expect(imported.filter((path) => !paths.includes(path))).toEqual([]);
  });

  test("of modules, it needs Node's alone", () => {
    const needed = files().flatMap(({ text }) =>
      [...text.matchAll(/^(?:import|export)(?! type)\b[^;]*? from "([^."][^"]*)";$/gm)].map(
        ([, specifier = ""]) => specifier,
      ),
    );
    expect(needed).toContain("node:http");
    expect(needed.filter((name) => !name.startsWith("node:"))).toEqual([]);
  });

  test("Prettier changes nothing", { timeout: 60_000 }, async () => {
    for (const { path, text } of files()) {
      expect(await prettier.format(text, { filepath: path }), path).toBe(text);
    }
  });
});

test("its lines end in line feeds, and nothing in it is invisible", () => {
  const odd = generated(lamp, { runtime: "bundled" }).filter(({ text }) =>
    /[^\P{C}\n]|\p{Zl}|\p{Zp}/u.test(text),
  );
  expect(odd).toEqual([]);
});

test.each<[GenerateOptions["runtime"], string]>([
  [undefined, '"mof-codegen/runtime"'],
  ["package", '"mof-codegen/runtime"'],
  ["bundled", '"../../runtime/index.js"'],
  [{ module: "#cim" }, '"#cim"'],
  [{ module: 'odd"\n' }, "'odd\"\\n'"],
])("with %j, generated code imports from %s", (runtime, expected) => {
  const files = generated(lamp, runtime === undefined ? {} : { runtime });
  const text = files.find(({ path }) => path.endsWith("Lamp.ts"))?.text ?? "";
  // Whether it is on one line depends on the length of the name.
  const imported = /^import \{\s+(.+?),?\s+\} from ([^;]+);$/ms.exec(text)?.slice(1);
  expect(imported?.map((part) => part.replace(/\s+/g, " "))).toEqual([
    "type ClassDescriptor, defineClass, type NewInstance",
    expected,
  ]);
  expect(files.some(({ path }) => path.startsWith("runtime/"))).toBe(runtime === "bundled");
});
