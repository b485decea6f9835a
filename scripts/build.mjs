// @ts-check
/**
 * Builds dist.
 *
 * node scripts/build.mjs               builds
 * node scripts/build.mjs --if-needed   builds unless dist was made from these very inputs
 *
 * Several processes may ask at once (tests do): one builds, the others wait.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const stamp = join(root, ".cache/build-inputs");
const lock = join(root, ".cache/build-lock");

const inputs = [
  "src",
  "grammar",
  "templates",
  "scripts/handlebars-plugin.mjs",
  "scripts/page-plugin.mjs",
  "scripts/bundled-packages-plugin.mjs",
  "scripts/licence-of.mjs",
  "scripts/licences",
  "scripts/package-folder.mjs",
  "scripts/runtime-source-plugin.mjs",
  "LICENSE",
  "package-lock.json",
  "package.json",
  "tsconfig.json",
  "tsdown.config.ts",
];

const lockExpiresAfter = 180_000;

/**
 * @param {string} path relative to the repository
 * @returns {string[]} the files at and below the path
 */
function filesAt(path) {
  if (statSync(join(root, path)).isFile()) {
    return [path];
  }
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesAt(`${path}/${name}`));
}

function hashOfInputs() {
  const hash = createHash("sha256");
  for (const path of inputs.flatMap(filesAt)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** @param {string} hash */
function isBuiltFrom(hash) {
  return (
    existsSync(join(root, "dist/cli/bin.js")) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === hash
  );
}

function takeLock() {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > lockExpiresAfter) {
      rmSync(lock, { recursive: true, force: true });
    }
    return false;
  }
}

/** @param {string} hash */
function build(hash) {
  rmSync(stamp, { force: true });
  // In a process of its own: a bundler leaves caches and threads behind.
  const script = `import { build } from "tsdown"; await build({ logLevel: "warn", failOnWarn: true });`;
  const { status } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) {
    throw new Error("the build failed; its messages stand above");
  }
  writeFileSync(stamp, hash);
}

/**
 * Builds dist.
 *
 * @param {{ ifNeeded?: boolean }} [options]
 * @returns {Promise<"built" | "up to date">}
 */
export async function ensureBuilt({ ifNeeded = true } = {}) {
  mkdirSync(join(root, ".cache"), { recursive: true });
  const hash = hashOfInputs();
  while (!takeLock()) {
    await sleep(100);
  }
  try {
    if (ifNeeded && isBuiltFrom(hash)) {
      return "up to date";
    }
    build(hash);
    return "built";
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    console.log(`dist: ${await ensureBuilt({ ifNeeded: process.argv.includes("--if-needed") })}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
