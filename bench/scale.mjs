// @ts-check
/** How time and memory grow with what is checked: schemas of several sizes, giant files, all real files. */
import { spawnSync } from "node:child_process";
import { existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeGiantList } from "./giant-list.mjs";
import { median } from "./median.mjs";
import { writeSyntheticSchema } from "./synthetic-schema.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const cli = join(root, "dist/cli/bin.js");
/** Lies beside a checkout on some machines and is not part of the project. */
const collection = join(root, "../shared/data/mof");

const classes = 1438;
const factors = [1, 2, 4, 8];
const giantBytes = 50e6;
const megabyte = 1e6;

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {number} value
 * @property {number} limit
 * @property {string} unit
 *
 * @typedef {{ milliseconds: number, memory: number }} Run
 */

/** @param {string} file @returns {Run} */
function check(file) {
  const begin = performance.now();
  const { status, output } = spawnSync(
    process.execPath,
    ["--import", join(root, "bench/peak.mjs"), cli, "check", "--quiet", file],
    { encoding: "utf8", stdio: ["ignore", "ignore", "pipe", "pipe"] },
  );
  const milliseconds = performance.now() - begin;
  if (status !== 0) throw new Error(`check ${file} ended with ${status}: ${output[2] ?? ""}`);
  return { milliseconds, memory: Number(output[3]) };
}

/**
 * @param {readonly string[]} files
 * @param {number} runs
 * @returns {Run[]} medians; the files take turns
 */
function checkAll(files, runs) {
  /** @type {Run[][]} */
  const all = files.map(() => []);
  for (let run = 0; run < runs; run++) {
    files.forEach((file, index) => all[index]?.push(check(file)));
  }
  return all.map((list) => ({
    milliseconds: median(list.map(({ milliseconds }) => milliseconds)),
    memory: median(list.map(({ memory }) => memory)),
  }));
}

/** @param {string} name @param {Run} run @param {number} bytes @returns {Row} */
function memoryRow(name, { memory }, bytes) {
  const value = Math.max(0, memory - 150 * megabyte) / bytes;
  return { name: `memory, ${name}`, value, limit: 40, unit: "bytes a byte above 150 MB" };
}

/** @param {string} work @param {number} runs @returns {Row[]} */
function growth(work, runs) {
  const small = join(work, "small.mof");
  writeGiantList(small, 0, "declarations");
  const schemas = factors.map((factor) =>
    writeSyntheticSchema(join(work, `x${factor}`), classes * factor),
  );
  const [start, ...found] = checkAll([small, ...schemas.map(({ main }) => main)], runs);
  const costs = found.map(
    ({ milliseconds }, index) =>
      (milliseconds - (start?.milliseconds ?? 0)) / (schemas[index]?.classes ?? 1),
  );
  const [one = Number.NaN] = costs;
  const rows = schemas.map(({ bytes }, index) =>
    memoryRow(`${factors[index]}× the schema`, found[index] ?? check(""), bytes),
  );
  const value = Math.max(...costs.map((cost) => cost / one));
  for (const factor of factors) rmSync(join(work, `x${factor}`), { recursive: true });
  return [{ name: "growth, up to 8×", value, limit: 1.15, unit: "× a class of 1×" }, ...rows];
}

/** @param {number} runs @returns {{ median: number, worst: number, path: string } | undefined} */
function realFiles(runs) {
  if (!existsSync(collection)) return undefined;
  const args = [join(root, "bench/files.mjs"), collection, String(runs)];
  const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return JSON.parse(stdout);
}

/** @param {string} work @param {number} runs @returns {Row[]} */
function giants(work, runs) {
  const real = realFiles(runs);
  /** @type {Row[]} */
  const rows = [];
  const unit = "× the median of all files, a byte";
  if (real) {
    const name = `worst file, ${real.path}`;
    rows.push({ name, value: real.worst / real.median, limit: 10, unit });
  }
  for (const kind of /** @type {const} */ (["declarations", "value"])) {
    const file = join(work, "giant.mof");
    writeGiantList(file, giantBytes, kind);
    const { size } = statSync(file);
    const [run = check(file)] = checkAll([file], runs);
    const name = `50 MB of instances as ${kind === "value" ? "one value" : kind}`;
    rows.push(memoryRow(name, run, size));
    const cost = (run.milliseconds * 1e6) / size;
    if (real) rows.push({ name: `time, ${name}`, value: cost / real.median, limit: 10, unit });
    rmSync(file);
  }
  return rows;
}

/** What can be measured alone, by name. @type {Record<string, (work: string, runs: number) => Row[]>} */
/** @param {string} _work @param {number} runs @returns {Row[]} */
function runtime(_work, runs) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--expose-gc", join(root, "bench/runtime.mjs"), String(runs)],
    { encoding: "utf8" },
  );
  if (status !== 0)
    throw new Error(`bench/runtime.mjs ended with ${status}:\n${stderr.slice(0, 2000)}`);
  return JSON.parse(stdout);
}

export const scales = { growth, giants, runtime };
