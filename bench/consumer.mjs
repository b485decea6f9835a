// @ts-check
/**
 * What generated code costs the compiler of the project that has it: projects are written, and
 * bench.mjs runs `tsc` on them.
 */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const tsc = join(root, "node_modules/typescript/bin/tsc");

const compilerOptions = {
  target: "ES2022",
  module: "NodeNext",
  types: ["node"],
  typeRoots: [join(root, "node_modules/@types")],
  skipLibCheck: true,
  noEmit: true,
  strict: true,
};

/**
 * Writes a project whose files are `texts`, by path.
 *
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} texts
 * @param {readonly string[]} include
 * @returns {string[]} what node is to run
 */
function project(folder, texts, include) {
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  symlinkSync(root, join(folder, "node_modules/mof-codegen"), "junction");
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include }));
  return [tsc, "-p", folder];
}

/**
 * @param {string} folder of generated code
 * @returns {Record<string, string>} its files by path
 */
function generatedFiles(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.map((path) => [join("generated", relative(folder, path)), readFileSync(path, "utf8")]),
  );
}

/** What stands in front of each descriptor, and the first words of it. */
const descriptor = /^\/\*\* What the wire needs to know about .* \*\/\nexport const [^]*$/m;

/**
 * @param {string} text of a class's file
 * @returns {string} the same without its descriptor, and without importing what only that needs
 */
function withoutDescriptor(text) {
  return text
    .replace(descriptor, "")
    .replace(/^ {2}(?:type ClassDescriptor|defineClass),\n/gm, "")
    .replace(/\b(?:type ClassDescriptor|defineClass),? ?/g, "")
    .replace(/^import \{ ?\} from .*\n/m, "");
}

/**
 * @param {string} folder where projects may be written
 * @param {string} generated a folder of generated code
 * @returns {{ empty: string[], one: string[], plain: string[], all: string[] }} what node is to run
 */
export function consumers(folder, generated) {
  const files = generatedFiles(generated);
  const paths = Object.keys(files);
  // A class in the middle of the schema, which has superclasses, value maps and references.
  const [path = ""] = [
    ...paths.filter((each) => each.endsWith("CIM_Processor.ts")),
    ...paths.filter((each) => !each.endsWith("index.ts")).slice(paths.length >> 1),
  ];
  const name = /([^\\/]+)\.ts$/.exec(path)?.[1] ?? "";
  const client = `import type { Client } from "mof-codegen/runtime";\ndeclare const cim: Client;\n`;
  const use = `import { ${name} } from "./${path.replaceAll("\\", "/").replace(/ts$/, "js")}";
for await (const each of cim.enumerate(${name})) console.log(each);\nexport {};\n`;
  const plain = Object.fromEntries(
    paths.map((each) => [each, withoutDescriptor(files[each] ?? "")]),
  );
  const main = ["main.ts"];
  return {
    empty: project(join(folder, "empty"), { "main.ts": `${client}export { cim };\n` }, main),
    one: project(join(folder, "one"), { ...files, "main.ts": client + use }, main),
    plain: project(join(folder, "plain"), plain, ["generated"]),
    all: project(join(folder, "all"), files, ["generated"]),
  };
}
