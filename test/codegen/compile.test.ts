/** What is generated compiles under every flag that a strict project may have. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generateFolder } from "../../src/build/index.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const cim = join(root, "../shared/data/mof/cim-schema-2.41/cim_schema_2.41.0.mof");

const compilerOptions = {
  target: "ES2022",
  module: "NodeNext",
  // The runtime is compiled from its sources here, which use more than a consumer needs.
  lib: ["ES2023", "ESNext.Disposable"],
  types: ["node"],
  skipLibCheck: true,
  noEmit: true,
  declaration: true,
  allowImportingTsExtensions: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  paths: { "mof-codegen/runtime": [join(root, "src/runtime/index.ts")] },
};

/** What the compiler says about all TypeScript of a folder; nothing when it is content. */
function compile(folder: string, project: string): string {
  const config = join(project, "tsconfig.json");
  writeFileSync(config, JSON.stringify({ compilerOptions, include: [`${folder}/**/*.ts`] }));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, "-p", config], {
    encoding: "utf8",
  });
  return status === 0 ? "" : `${stdout}${stderr}`;
}

describe("generated TypeScript compiles", () => {
  let project = "";
  beforeAll(() => {
    // Inside the package, whose files are ES modules.
    mkdirSync(join(root, ".cache"), { recursive: true });
    project = mkdtempSync(join(root, ".cache/compile-"));
  });
  afterAll(() => {
    rmSync(project, { recursive: true });
  });

  test.each(["golden", "selection"])("fixtures/%s", { timeout: 120_000 }, (name) => {
    expect(compile(join(root, "fixtures", name), project)).toBe("");
  });

  test.skipIf(!existsSync(cim))(
    "the whole CIM schema (needs ../shared)",
    { timeout: 240_000 },
    () => {
      const out = join(project, "cim");
      const { value, diagnostics } = generateFolder({ sources: [cim], out });
      // Mistakes of the schema itself, none of which changes what is generated.
      const codes = new Set(diagnostics.map(({ code, severity }) => `${severity} ${code}`));
      expect([...codes].sort()).toEqual([
        "info duplicate-map-label",
        "info version-syntax",
        "warning duplicate-map-key",
        "warning punit-syntax",
        "warning qualifier-on-another-type",
      ]);
      expect(diagnostics).toHaveLength(14);
      expect(value).toMatchObject({ result: "written", classes: 1438 });
      expect(value.created).toHaveLength(1439);
      expect(compile(out, project)).toBe("");
    },
  );
});
