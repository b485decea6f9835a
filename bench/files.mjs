// @ts-check
/**
 * What a byte of each file costs in a program that is warm: `files <folder> <rounds>` prints, as
 * JSON, the median over all files, the worst, and which file that is.
 *
 * What a file without declarations costs is subtracted, and very small files count as a few
 * kilobytes: measured is how time grows with text.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decode, parse, resolve } from "../dist/index.js";
import { median } from "./median.mjs";

const smallest = 2048;

/**
 * @typedef {object} File
 * @property {string} path
 * @property {Uint8Array} bytes
 * @property {number[]} times
 */

/** @param {string} path @param {Uint8Array} bytes @returns {File} */
function fileOf(path, bytes) {
  return { path, bytes, times: [] };
}

const [folder = "", rounds = "7"] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(?:mof|mfl)$/i.test(path))
  .map((path) => fileOf(path, readFileSync(join(folder, path))));

/** What WMI's dialect knows without a file is built for every set of files. */
const empty = fileOf("empty.mof", Buffer.from("#pragma autorecover\n"));

/** @param {File} file @returns {number} nanoseconds */
function read({ path, bytes }) {
  const begin = performance.now();
  const { value } = parse({ name: path, text: decode(bytes).text });
  resolve({ roots: [value], includes: new Map() });
  return (performance.now() - begin) * 1e6;
}

for (const file of [empty, ...files]) read(file);
for (let round = 0; round < Number(rounds); round++) {
  for (const file of [empty, ...files]) file.times.push(read(file));
}

const constant = Math.min(...empty.times);
const costs = files
  .map(({ path, bytes, times }) => {
    const time = Math.min(...times);
    return { path, cost: Math.max(0, time - constant) / Math.max(bytes.length, smallest) };
  })
  .sort((a, b) => a.cost - b.cost);
const worst = costs.at(-1);
console.log(
  JSON.stringify({
    files: costs.length,
    median: median(
      files.map(({ times, bytes }) => Math.min(...times) / Math.max(bytes.length, smallest)),
    ),
    worst: worst?.cost,
    path: worst?.path,
  }),
);
