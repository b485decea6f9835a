// @ts-check
/** The TypeScript versions that generated code has to pass, and what each can be told. */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Development dependencies under names of their own, so that all of them are there at once. */
const folders = ["typescript-5.4", "typescript-5", "typescript", "typescript-7"];

/** @type {readonly import("./compilers.mjs").Compiler[]} */
export const compilers = folders.map((name) => {
  const folder = join(root, "node_modules", name);
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { version, script: join(folder, "bin/tsc") };
});

/**
 * Every flag with which a project may be stricter than others, and the version that brought it.
 *
 * @type {Readonly<Record<string, number>>}
 */
const flags = {
  strict: 5.4,
  exactOptionalPropertyTypes: 5.4,
  noUncheckedIndexedAccess: 5.4,
  noImplicitOverride: 5.4,
  noImplicitReturns: 5.4,
  noFallthroughCasesInSwitch: 5.4,
  noPropertyAccessFromIndexSignature: 5.4,
  noUnusedLocals: 5.4,
  noUnusedParameters: 5.4,
  forceConsistentCasingInFileNames: 5.4,
  verbatimModuleSyntax: 5.4,
  isolatedModules: 5.4,
  declaration: 5.4,
  isolatedDeclarations: 5.5,
  noUncheckedSideEffectImports: 5.6,
  erasableSyntaxOnly: 5.8,
};

/** How imports are resolved: as Node does it, and as bundlers do. */
const resolutions = {
  nodenext: { module: "NodeNext", moduleResolution: "NodeNext" },
  bundler: { module: "ESNext", moduleResolution: "Bundler" },
};

/** Where the program is to run: the lib that is there by default, or a chosen one with Node's types. */
const platforms = {
  web: { types: [] },
  node: {
    lib: ["ES2022"],
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
  },
};

/** @param {string} version */
function flagsOf(version) {
  const known = Number(/^\d+\.\d/.exec(version)?.[0]);
  const names = Object.keys(flags).filter((name) => (flags[name] ?? Infinity) <= known);
  return Object.fromEntries(names.map((name) => [name, true]));
}

/**
 * @param {string} project
 * @param {import("./compilers.mjs").Compilation} compilation
 * @returns {Promise<string>}
 */
export async function compile(project, { compiler, resolution, platform, include }) {
  const compilerOptions = {
    target: "ES2022",
    noEmit: true,
    skipLibCheck: false,
    allowUnreachableCode: false,
    allowUnusedLabels: false,
    allowImportingTsExtensions: true,
    ...flagsOf(compiler.version),
    ...resolutions[resolution],
    ...platforms[platform],
  };
  const name = `tsconfig.${compiler.version}-${resolution}-${platform}-${include.join("-").replaceAll("/", "-")}.json`;
  const config = join(project, name);
  const files = include.map((folder) => `${folder}/**/*.ts`);
  writeFileSync(config, JSON.stringify({ compilerOptions, include: files }));
  const { code, output } = await run([compiler.script, "-p", config, "--pretty", "false"], project);
  return code === 0 ? "" : output || `exit code ${String(code)}`;
}

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}
