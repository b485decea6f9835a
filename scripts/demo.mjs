// @ts-check
/**
 * The main job from end to end: MOF to TypeScript, TypeScript checked, and a method of it
 * called over HTTP. `npm start` runs it after a build.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * @param {string} title what a person would type
 * @param {readonly string[]} args what node is to run
 */
function step(title, args) {
  console.log(`\n$ ${title}`);
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

const out = "examples/logoff/generated";
step(`npx codegen generate fixtures/RDManagement.mof --out ${out}`, [
  "dist/cli/bin.js",
  "generate",
  "fixtures/RDManagement.mof",
  "--out",
  out,
]);
step("npx tsc -p examples/logoff", ["node_modules/typescript/bin/tsc", "-p", "examples/logoff"]);
console.log("No errors.");
step("node examples/logoff/dist/main.js", ["examples/logoff/dist/main.js"]);
