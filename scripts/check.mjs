// @ts-check
/**
 * Everything that can be said about the project without running its tests.
 *
 * node scripts/check.mjs              all steps
 * node scripts/check.mjs lint types   the named steps
 *
 * Every step runs even when another has failed; exits 1 if one has.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "./build.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * @param {string} name a development dependency
 * @param {string} [command] which of its commands
 * @returns {string} the script behind the command, which runs alike on every system
 */
function command(name, command = name) {
  const folder = `${root}node_modules/${name}/`;
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(`${folder}package.json`, "utf8"));
  return folder + (typeof bin === "string" ? bin : (bin[command] ?? ""));
}

const tsc = command("typescript", "tsc");

/** The slowest come first. @type {Record<string, readonly string[]>} */
const steps = {
  lint: [command("eslint"), "--max-warnings=0", "."],
  types: [tsc],
  "types-scripts": [tsc, "-p", "tsconfig.scripts.json"],
  "types-page": [tsc, "-p", "src/diff/html/page"],
  "types-typescript-7": [command("typescript-7", "tsc"), "-p", "tsconfig.json"],
  format: [command("prettier"), "--check", "--log-level=warn", "."],
  spelling: [
    command("cspell"),
    "--no-progress",
    "--no-summary",
    "--cache",
    "--cache-location=.cache/cspell",
    ".",
  ],
  unused: [command("knip"), "--no-progress"],
  "package-types": [
    command("@arethetypeswrong/cli", "attw"),
    "--pack",
    ".",
    "--profile=esm-only",
    "--no-emoji",
  ],
  "package-fields": [command("publint"), "--strict"],
  notices: ["scripts/third-party-notices.mjs", "--check"],
  fixture: ["scripts/encode-fixture.mjs", "--check"],
};

/**
 * @param {readonly string[]} args what node is to run
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: "1" },
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}

/**
 * @param {string[]} waiting names of steps, shared by the workers
 * @param {string[]} failed gets the names of those that fail
 */
async function work(waiting, failed) {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const start = performance.now();
    const { ok, output } = await run(steps[name] ?? []);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${ok ? "ok    " : "FAILED"}  ${name} (${seconds} s)`);
    if (!ok) {
      failed.push(name);
      console.log(output.replace(/^(?=.)/gm, "        "));
    }
  }
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`no such step: ${unknown.join(", ")}; there are ${Object.keys(steps).join(", ")}`);
  process.exit(2);
}

await ensureBuilt();
const waiting = names.length > 0 ? names : Object.keys(steps);
/** @type {string[]} */
const failed = [];
const workers = Math.max(1, Math.min(4, availableParallelism()));
await Promise.all(Array.from({ length: workers }, () => work(waiting, failed)));
console.log(failed.length === 0 ? "check: passed" : `check: failed (${failed.join(", ")})`);
process.exitCode = failed.length === 0 ? 0 : 1;
