// @ts-check
/** Projects of people who use the package, made without installing it. */
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "./build.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const shared = join(root, "../shared/data/mof");
const cim = join(shared, "cim-schema-2.41");

/** Folders whose files belong together, so that they are a schema as a whole, too. */
const together = ["dsc-sqlserver", "wmi-inbox-slice"];

export const hasShared = existsSync(shared);

/** The package as it is published. */
async function built() {
  await ensureBuilt();
  return import("../dist/index.js");
}

/** @param {string} project */
export async function makeConsumerProject(project) {
  await ensureBuilt();
  const installed = join(project, "node_modules/mof-codegen");
  mkdirSync(installed, { recursive: true });
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  // Copied, since what a link leads to would find whatever is installed beside it.
  for (const name of ["package.json", "dist"]) {
    cpSync(join(root, name), join(installed, name), { recursive: true });
  }
  for (const name of ["saxes", "xmlchars"]) {
    const target = join(root, "node_modules", name);
    symlinkSync(target, join(project, "node_modules", name), "junction");
  }
}

/**
 * @param {string} out
 * @param {import("./consumer-project.mjs").Extension} importExtension
 */
export async function generateFixtures(out, importExtension) {
  const { generateFolder } = await built();
  const golden = join(root, "fixtures/golden");
  const sources = new Map([["rdmanagement", join(root, "fixtures/RDManagement.mof")]]);
  for (const name of readdirSync(golden)) {
    const source = join(golden, name, "input.mof");
    if (existsSync(source)) sources.set(name, source);
  }
  for (const [name, source] of sources) {
    const options = { sources: [source], out: join(out, name), importExtension, prettier: false };
    const { value } = await generateFolder({ ...options, defaultNamespace: "root/cimv2" });
    if (value.result !== "written") throw new Error(`${name} is ${value.result}`);
  }
  if (importExtension === "js") addConsumer(out, golden);
}

/**
 * What is recorded, programs that use some of it, and all that the package declares.
 *
 * @param {string} out
 * @param {string} golden
 */
function addConsumer(out, golden) {
  const consumer = join(out, "consumer");
  cpSync(golden, join(out, "golden"), { recursive: true });
  cpSync(join(out, "rdmanagement"), join(consumer, "generated"), { recursive: true });
  for (const name of ["main.ts", "providers.ts"])
    cpSync(join(root, "test/consumer", name), join(consumer, name));
  const surface = ["", "/runtime", "/testing"].map(
    (entry, index) => `export * as entry${String(index)} from "mof-codegen${entry}";\n`,
  );
  writeFileSync(join(consumer, "surface.ts"), surface.join(""));
}

/**
 * @param {string} out
 * @param {import("./consumer-project.mjs").Extension} importExtension
 */
export async function generateCim(out, importExtension) {
  const { generateFolder } = await built();
  const sources = [join(cim, "cim_schema_2.41.0.mof")];
  return generateFolder({ sources, out, importExtension, prettier: false });
}

/**
 * @param {string} out
 * @param {import("./consumer-project.mjs").Extension} importExtension
 */
export async function generateSchemas(out, importExtension) {
  const { generateFolder } = await built();
  const files = readdirSync(shared, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.(?:mof|mfl)$/i.test(path) && !path.startsWith("cim-schema-2.41/"));
  const schemas = [];
  for (const name of [...together, ...files].sort()) {
    // Side by side: what is below an output folder might be taken for a part of it.
    const folder = name.replace(/[^A-Za-z0-9]+/g, "-");
    const { value, diagnostics } = await generateFolder({
      sources: [join(shared, name)],
      // Some include parts of CIM that are not with them.
      includeFolders: [cim],
      out: join(out, folder),
      importExtension,
      prettier: false,
    });
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    schemas.push({ name, folder, files: value.created.length, errors });
  }
  return schemas;
}
