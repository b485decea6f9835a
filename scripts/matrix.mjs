// @ts-check
/**
 * Compiles everything that can be generated with every version of TypeScript, in every way in
 * which imports can be written and resolved, for the web and for Node, and prints a table.
 *
 * node scripts/matrix.mjs             everything: some ten minutes
 * node scripts/matrix.mjs 5.4 7       those versions of TypeScript
 *
 * `npm test` compiles everything once with each version. Exits 1 if a compiler has something to say.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { compile, compilers } from "./compilers.mjs";
import {
  generateCim,
  generateFixtures,
  generateSchemas,
  hasShared,
  makeConsumerProject,
} from "./consumer-project.mjs";

/** Node wants an extension behind every import. */
const ways = /** @type {const} */ ([
  ["nodenext", "js"],
  ["nodenext", "ts"],
  ["bundler", "js"],
  ["bundler", "ts"],
  ["bundler", "none"],
]);
const platforms = /** @type {const} */ (["web", "node"]);

/** @typedef {import("./compilers.mjs").Compilation & { extension: string, inputs: string }} Run */

/** @param {string} project */
async function prepare(project) {
  await makeConsumerProject(project);
  for (const extension of /** @type {const} */ (["js", "ts", "none"])) {
    await generateFixtures(join(project, "fixtures", extension), extension);
    if (!hasShared) continue;
    await generateCim(join(project, "cim", extension), extension);
    await generateSchemas(join(project, "schemas", extension), extension);
  }
  if (!hasShared) console.log("There are no real files beside the repository.");
  return hasShared ? ["fixtures", "cim", "schemas"] : ["fixtures"];
}

/**
 * @param {readonly string[]} inputs
 * @param {readonly string[]} versions
 * @returns {Run[]}
 */
function runsOf(inputs, versions) {
  return compilers
    .filter(({ version }) => versions.length === 0 || versions.some((v) => isOf(version, v)))
    .flatMap((compiler) =>
      ways.flatMap(([resolution, extension]) =>
        platforms.flatMap((platform) =>
          inputs.map((name) => {
            const include = [`${name}/${extension}`];
            return { compiler, resolution, platform, include, extension, inputs: name };
          }),
        ),
      ),
    );
}

/**
 * @param {string} version
 * @param {string} wanted
 */
function isOf(version, wanted) {
  return version === wanted || version.startsWith(`${wanted}.`);
}

/**
 * @param {string} project
 * @param {Run[]} waiting shared by the workers
 * @param {Run[]} failed gets those that fail
 */
async function work(project, waiting, failed) {
  for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
    const start = performance.now();
    const said = await compile(project, run);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const { compiler, resolution, extension, platform, inputs } = run;
    const cells = [compiler.version, resolution, extension, platform, inputs].map((cell) =>
      cell.padEnd(9),
    );
    console.log(`| ${cells.join("| ")}| ${said === "" ? "ok    " : "FAILED"} | ${seconds} s |`);
    if (said === "") continue;
    failed.push(run);
    console.log(said.split("\n").slice(0, 20).join("\n"));
  }
}

const versions = process.argv.slice(2);
const unknown = versions.filter(
  (wanted) => !compilers.some(({ version }) => isOf(version, wanted)),
);
if (unknown.length > 0) {
  const known = compilers.map(({ version }) => version).join(", ");
  console.error(`there is no TypeScript ${unknown.join(", ")} here; there are ${known}`);
  process.exit(2);
}
const project = mkdtempSync(join(tmpdir(), "mof-codegen-matrix-"));
try {
  const waiting = runsOf(await prepare(project), versions);
  const count = waiting.length;
  /** @type {Run[]} */
  const failed = [];
  const workers = Math.max(1, Math.min(4, availableParallelism()));
  await Promise.all(Array.from({ length: workers }, () => work(project, waiting, failed)));
  console.log(`${String(count)} compilations, ${String(failed.length)} failed`);
  process.exitCode = failed.length === 0 ? 0 : 1;
} finally {
  rmSync(project, { recursive: true, force: true });
}
