/** What `--runtime bundled` writes works in a project that has nothing installed. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Rolldown } from "tsdown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureBuilt } from "../../scripts/build.mjs";
import { findStrippingNode } from "../../scripts/install-node-24.mjs";
import { readSchema } from "../../src/build/index.ts";
import { type CimServer, startServer } from "../../src/simulator/index.ts";
import { makeFolder, root, run, runNode, runNpm } from "./run.ts";

const { folder, remove } = makeFolder();
const consumer = join(root, "test/consumer/bundled");
const fixture = join(root, "fixtures/RDManagement.mof");
const types = { types: ["node"], typeRoots: [join(root, "node_modules/@types")] };
const says = "ada: Logoff() = 0, not-found\n";
let server: CimServer;

beforeAll(async () => {
  await ensureBuilt();
  const pack = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const { stdout } = await runNpm("npm", pack, root);
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  // Its own folder: no project below finds it by going up.
  mkdirSync(join(folder, "tool"));
  expect(await run("tar", ["-xzf", `../${filename}`], join(folder, "tool"))).toMatchObject({
    code: 0,
  });
  const { value } = await readSchema({ sources: [fixture] });
  server = await startServer({
    schema: value.schema,
    instances: {
      Win32_VirtualDesktopSession: [{ VMHostName: "vh01", SessionId: 3, UserName: "ada" }],
    },
    handlers: { Win32_VirtualDesktopSession: { Logoff: () => 0 } },
  });
});

afterAll(async () => {
  await server.close();
  remove();
});

type Extension = "js" | "ts" | "none";

/** A folder with what is generated and the given files of the consumer, whose imports are changed alike. */
async function project(
  name: string,
  files: readonly string[],
  extension: Extension,
  source: string = fixture,
): Promise<string> {
  const at = join(folder, name);
  mkdirSync(at);
  const args = ["generate", source, "--out", "generated", "--runtime", "bundled"];
  const cli = join(folder, "tool/package/dist/cli/bin.js");
  const finished = await runNode([cli, ...args, "--import-extension", extension], at);
  expect(finished).toMatchObject({ code: 0, stderr: "" });
  const ending = extension === "none" ? "" : `.${extension}`;
  for (const file of files) {
    const text = readFileSync(join(consumer, file), "utf8");
    writeFileSync(join(at, file), text.replace(/(from "\.[^"]+)\.js"/g, `$1${ending}"`));
  }
  return at;
}

/** What a consumer's compiler may be told, strictest first to complain. */
const flags = {
  target: "ES2022",
  // Older than what the runtime uses.
  lib: ["ES2022"],
  module: "NodeNext",
  ...types,
  rootDir: ".",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
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

const none = Object.fromEntries(
  Object.entries(flags).flatMap(([name, value]) => (value === true ? [[name, false]] : [])),
);

interface Setting {
  /** The fast one alone unless stated: the one in JavaScript takes five times as long. */
  readonly compilers?: readonly string[];
  readonly extension: Extension;
  readonly options?: object;
  readonly type?: "module" | "commonjs";
  /** Without Node's types the command line cannot be read, so there is nothing to run. */
  readonly files?: readonly string[];
}

const settings: Readonly<Record<string, Setting>> = {
  "the resolution of Node": { compilers: ["typescript", "typescript-7"], extension: "js" },
  "the resolution of a bundler, without the types of Node": {
    compilers: ["typescript", "typescript-7"],
    extension: "none",
    options: { module: "ESNext", moduleResolution: "bundler", types: [], lib: ["ES2022", "DOM"] },
    files: ["call.ts"],
  },
  "imports of .ts that are rewritten": {
    extension: "ts",
    options: { rewriteRelativeImportExtensions: true },
  },
  CommonJS: { extension: "js", type: "commonjs", options: { verbatimModuleSyntax: false } },
  "none of the flags": { extension: "js", options: { ...none, lib: ["ES2020"], target: "ES2020" } },
};

/** Compiles with what the folder holds; nothing is said when all is well. */
async function compile(at: string, compiler: string, options: object): Promise<void> {
  const compilerOptions = { ...flags, outDir: "compiled", ...options };
  const include = ["*.ts", "generated/**/*.ts"];
  writeFileSync(join(at, "tsconfig.json"), JSON.stringify({ compilerOptions, include }));
  const tsc = join(root, "node_modules", compiler, "bin/tsc");
  expect(await runNode([tsc, "-p", "tsconfig.json"], at)).toEqual({
    code: 0,
    stdout: "",
    stderr: "",
  });
}

const cases = Object.entries(settings).flatMap(([name, setting]) =>
  (setting.compilers ?? ["typescript-7"]).map((compiler) => ({ compiler, name, setting })),
);

describe("compiles and calls a server:", () => {
  test.each(cases)(
    "$compiler with $name",
    async ({ compiler, name, setting }) => {
      const { extension, options = {}, type = "module", files = ["call.ts", "main.ts"] } = setting;
      const at = await project(`${compiler} ${name}`.replaceAll(" ", "-"), files, extension);
      writeFileSync(join(at, "package.json"), JSON.stringify({ private: true, type }));
      await compile(at, compiler, options);
      if (!files.includes("main.ts")) return;
      expect(await runNode(["compiled/main.js", server.url], at)).toEqual({
        code: 0,
        stdout: says,
        stderr: "",
      });
    },
    120_000,
  );
});

test("calls a server when a bundler has made one small file of it", async () => {
  const at = await project("one-file", ["call.ts", "main.ts"], "none");
  await Rolldown.build({
    input: join(at, "main.ts"),
    platform: "node",
    output: { file: join(at, "one.mjs"), minify: true },
  });
  expect(await runNode(["one.mjs", server.url], at)).toEqual({ code: 0, stdout: says, stderr: "" });
});

test("the library gives it too, from wherever the build has put its parts", async () => {
  const script = `import { generate } from "./package/dist/index.js";
    const files = generate({ classes: [] }, { runtime: "bundled" }).value;
    console.log(files[0].path, files.some(({ path }) => path === "runtime/index.ts"));`;
  const at = join(folder, "tool");
  expect(await runNode(["--input-type=module", "--eval", script], at)).toMatchObject({
    stdout: "runtime/aborted.ts true\n",
  });
});

/** A Node that strips types: this one, or the newer one beside it. */
const stripping = findStrippingNode();

test.skipIf(stripping === undefined)(
  "calls a server as it is, its types stripped by Node (needs Node 24, here or in .cache/node-24)",
  async () => {
    const at = await project("stripped", ["call.ts", "main.ts"], "ts");
    writeFileSync(join(at, "package.json"), JSON.stringify({ private: true, type: "module" }));
    expect(await run(stripping ?? "", ["main.ts", server.url], at)).toMatchObject({
      code: 0,
      stdout: says,
    });
  },
);

test("gets on with the runtime of the package, which the embedded server has", async () => {
  const mof = join(folder, "lamp.mof");
  writeFileSync(
    mof,
    `#pragma namespace("root/home")
class Lamp {
  [Key] datetime Since;
  boolean On;
  uint32 Switch([In] boolean On, [In] datetime At);
};
`,
  );
  const at = await project("both", ["both.ts"], "js", mof);
  writeFileSync(join(at, "package.json"), JSON.stringify({ private: true, type: "module" }));
  cpSync(join(folder, "tool/package"), join(at, "node_modules/mof-codegen"), { recursive: true });
  for (const name of ["saxes", "xmlchars"]) {
    cpSync(join(root, "node_modules", name), join(at, "node_modules", name), { recursive: true });
  }
  await compile(at, "typescript-7", { lib: ["ES2023"] });
  expect(await runNode(["compiled/both.js"], at)).toEqual({
    code: 0,
    stdout:
      "0\nfalse false\nCimError: access-denied: Lamp.Switch: not by time (WBEM_E_ACCESS_DENIED 0x80041003)\n",
    stderr: "",
  });
}, 120_000);
