import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findStrippingNode } from "../scripts/install-node-24.mjs";
import { install, pack, type Packed } from "./package/pack.ts";
import { makeFolder, root, runNode, runNpm, runTypeScript, runWith } from "./package/run.ts";

/**
 * What somebody gets who installs the package: it is packed, installed into an
 * empty project, run, and its generated code compiled and executed.
 */
const { folder, remove } = makeFolder();
const project = join(folder, "project");

let packed: Packed;

beforeAll(async () => {
  packed = await pack(folder);
  mkdirSync(project);
  copyFileSync(join(root, "fixtures/RDManagement.mof"), join(project, "RDManagement.mof"));
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module" }),
  );
  const installed = await runNpm("npm", [...install, packed.path], project);
  expect(installed).toMatchObject({ code: 0 });
});

afterAll(remove);

/** What a consumer's compiler may be told, strictest first to complain. */
const flags = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  declaration: true,
  erasableSyntaxOnly: true,
  skipLibCheck: false,
};

/** Writes a tsconfig.json for the project. */
function configure(name: string, options: object): string {
  const compilerOptions = {
    target: "ES2023",
    lib: ["ES2023", "ESNext.Disposable"],
    module: "NodeNext",
    typeRoots: [join(root, "node_modules/@types")],
    types: ["node"],
    rootDir: ".",
    ...flags,
    ...options,
  };
  const include = ["main.ts", "generated/**/*.ts"];
  writeFileSync(join(project, name), JSON.stringify({ compilerOptions, include }));
  return name;
}

function generate(...options: string[]): ReturnType<typeof runNpm> {
  const args = ["generate", "RDManagement.mof", "--out", "generated", ...options];
  return runNpm("npx", ["--no-install", "codegen", ...args], project);
}

describe("the tarball", () => {
  test("holds what is built, what has to be said, and nothing else", () => {
    const paths = packed.files.map(({ path }) =>
      path.replace(/^dist\/chunks\/.+?(?=\.(?:d\.ts|js)$)/, "dist/chunks/*"),
    );
    expect([...new Set(paths)].sort()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "THIRD-PARTY-NOTICES.md",
      "dist/chunks/*.d.ts",
      "dist/chunks/*.js",
      "dist/cli/bin.js",
      "dist/index.d.ts",
      "dist/index.js",
      "dist/runtime-source.json",
      "dist/runtime/index.d.ts",
      "dist/runtime/index.js",
      "dist/testing.d.ts",
      "dist/testing.js",
      "docs/templates.md",
      "package.json",
      "schemas/README.md",
      "schemas/accept.schema.json",
      "schemas/configuration.schema.json",
      "schemas/diff-1.schema.json",
      "schemas/overlay.schema.json",
      "schemas/snapshot-1.schema.json",
    ]);
  });

  test("is small", () => {
    // Half of it is the runtime twice: as JavaScript, and as the source that projects copy.
    expect(packed.size).toBeLessThan(950_000);
  });
});

describe("an installation", () => {
  test("is at most three packages", () => {
    const installed = readdirSync(join(project, "node_modules")).filter(
      (name) => !name.startsWith("."),
    );
    expect(installed).toEqual(["mof-codegen", "saxes", "xmlchars"]);
  });

  test.each(["codegen", "mof-codegen"])("brings the command %s", async (name) => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      version: string;
    };
    const finished = await runNpm("npx", ["--no-install", name, "--version"], project);
    expect(finished).toMatchObject({ code: 0, stdout: `${version}\n` });
  });

  test("reaches nothing of the generator from the runtime", () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const visit = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      const text = readFileSync(join(root, "dist", path), "utf8");
      for (const [, specifier = ""] of text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)) {
        if (specifier.startsWith(".")) visit(join(path, "..", specifier));
        else if (!specifier.startsWith("node:")) packages.add(specifier);
      }
    };
    visit("runtime/index.js");
    // The second is asked for by import() and done without where nobody has installed it.
    expect([...packages].sort()).toEqual(["@opentelemetry/api", "saxes"]);
    const size = [...seen].reduce(
      (sum, path) => sum + readFileSync(join(root, "dist", path)).length,
      0,
    );
    expect(size).toBeLessThan(400_000);
  });
});

describe("generated code", () => {
  beforeAll(async () => {
    expect(await generate()).toMatchObject({ code: 0 });
    copyFileSync(join(root, "test/consumer/main.ts"), join(project, "main.ts"));
  });

  test("is a file for each of the 13 classes, and an index", () => {
    expect(readdirSync(join(project, "generated/root/cimv2/rdms")).sort()).toEqual([
      "Win32_RDMSCollectionProperties.ts",
      "Win32_RDMSDeploymentSettings.ts",
      "Win32_RDMSDesktopAssignment.ts",
      "Win32_RDMSEnvironment.ts",
      "Win32_RDMSFileTypeAssociation.ts",
      "Win32_RDMSJoinedNode.ts",
      "Win32_RDMSManagementData.ts",
      "Win32_RDMSPublishedApplication.ts",
      "Win32_RDMSVirtualDesktop.ts",
      "Win32_RDMSVirtualDesktopCollection.ts",
      "Win32_RDSHCollection.ts",
      "Win32_RDSHServer.ts",
      "Win32_VirtualDesktopSession.ts",
      "index.ts",
    ]);
  });

  test.each(["typescript", "typescript-7"])(
    "passes the strictest settings of %s",
    async (compiler) => {
      const config = configure(`tsconfig.${compiler}.json`, { noEmit: true });
      const tsc = join(root, "node_modules", compiler, "bin/tsc");
      expect(await runNode([tsc, "-p", config], project)).toEqual({
        code: 0,
        stdout: "",
        stderr: "",
      });
    },
    120_000,
  );

  test("calls a server when compiled", async () => {
    const config = configure("tsconfig.json", { outDir: "compiled" });
    expect(await runTypeScript(["-p", config], project)).toMatchObject({ code: 0, stdout: "" });
    const finished = await runNode(["compiled/main.js"], project);
    expect(finished).toEqual({ code: 0, stdout: "ada: Logoff() = 0\n", stderr: "" });
  }, 120_000);

  test("is left alone when nothing has changed", async () => {
    expect(await generate("--check")).toMatchObject({ code: 0 });
    expect(existsSync(join(project, "generated"))).toBe(true);
  });

  // Last, because it generates the folder anew.
  const stripping = findStrippingNode();
  test.runIf(stripping !== undefined)(
    "calls a server as it is, its types stripped by Node",
    async () => {
      expect(await generate("--import-extension", "ts")).toMatchObject({ code: 0 });
      const main = readFileSync(join(project, "main.ts"), "utf8");
      writeFileSync(join(project, "main.ts"), main.replace(/(from "\.\/[^"]+)\.js"/g, '$1.ts"'));
      const finished = await runWith(stripping ?? "", ["main.ts"], project);
      expect(finished).toMatchObject({ code: 0, stdout: "ada: Logoff() = 0\n" });
    },
  );
});
