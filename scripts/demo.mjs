// @ts-check
/**
 * The main job from end to end: MOF to TypeScript, TypeScript checked, and a method of it
 * called over HTTP. `npm start` runs it after a build.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const example = join(root, "examples/logoff");

/**
 * @param {string} title what a person would type
 * @param {readonly string[]} args what node is to run
 */
function step(title, args) {
  console.log(`\n$ ${title}`);
  const { status } = spawnSync(process.execPath, args, { cwd: example, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

// As `npm install` in the folder would make it.
const installed = join(example, "node_modules/mof-codegen");
if (!existsSync(installed)) {
  mkdirSync(join(example, "node_modules"), { recursive: true });
  symlinkSync(root, installed, "junction");
}

console.log("$ cd examples/logoff");
const cli = join(root, "dist/cli/bin.js");
step("npx codegen generate RDManagement.mof --out generated", [
  cli,
  ...["generate", "RDManagement.mof", "--out", "generated"],
]);
step("npx tsc", [join(root, "node_modules/typescript/bin/tsc")]);
console.log("No errors.");
step("node dist/main.js --host vh01", ["dist/main.js", "--host", "vh01"]);
