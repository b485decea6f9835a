// @ts-check
/**
 * npm run bench                what whole commands cost, as multiples of `node -e 0`
 * npm run bench -- --assert    exits 1 if one is over its budget
 * npm run bench -- --runs 15   takes the median of 15 runs instead of 7
 * npm run bench -- --synthetic uses the synthetic schema even if the CIM schema is there
 *
 * Ratios, not seconds: within a round the commands run one after the other, so that a machine
 * that is slow for a while is slow for all of them.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeSyntheticSchema } from "./synthetic-schema.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const cli = join(root, "dist/cli/bin.js");
/** Lies beside a checkout on some machines and is not part of the project. */
const cimSchema = join(root, "../shared/data/mof/cim-schema-2.41/cim_schema_2.41.0.mof");

const { values: options } = parseArgs({
  options: {
    assert: { type: "boolean", default: false },
    runs: { type: "string", default: "7" },
    synthetic: { type: "boolean", default: false },
  },
});
const runs = Math.max(7, Number(options.runs));

const work = mkdtempSync(join(tmpdir(), "mof-codegen-bench-"));

/**
 * A command to measure.
 *
 * @typedef {object} Case
 * @property {string} name
 * @property {readonly string[]} args what node is to run
 * @property {number} [budget] the most it may cost, as a multiple of `node -e 0`
 * @property {() => void} [before] made ready before every run, not measured
 */

/** @returns {{ name: string, main: string }} */
function largeSchema() {
  if (!options.synthetic && existsSync(cimSchema)) {
    return { name: "CIM 2.41", main: cimSchema };
  }
  const { main, classes, bytes } = writeSyntheticSchema(join(work, "synthetic"));
  return {
    name: `synthetic schema (${classes} classes, ${(bytes / 1e6).toFixed(1)} MB)`,
    main,
  };
}

/**
 * @param {string} folder
 * @returns {() => void} makes sure that it does not exist
 */
function without(folder) {
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}

/** @returns {Case[]} */
function cases() {
  const fixture = join(work, "RDManagement.mof");
  cpSync(join(root, "fixtures/RDManagement.mof"), fixture);
  const large = largeSchema();
  const small = { cold: join(work, "small-cold"), warm: join(work, "small-warm") };
  const whole = { cold: join(work, "whole-cold"), warm: join(work, "whole-warm") };
  /** @param {string} mof @param {string} out */
  const generate = (mof, out) => [cli, "generate", mof, "--out", out];
  return [
    { name: "node -e 0", args: ["-e", "0"] },
    { name: "--help", args: [cli, "--help"], budget: 2.5 },
    { name: "--version", args: [cli, "--version"], budget: 2.5 },
    {
      name: "generate RDManagement.mof, cold",
      args: generate(fixture, small.cold),
      before: without(small.cold),
    },
    {
      name: "generate RDManagement.mof, nothing changed",
      args: generate(fixture, small.warm),
      budget: 3,
    },
    {
      name: `generate ${large.name}, cold`,
      args: generate(large.main, whole.cold),
      before: without(whole.cold),
      budget: 12,
    },
    {
      name: `generate ${large.name}, nothing changed`,
      args: generate(large.main, whole.warm),
      budget: 3,
    },
    { name: `check ${large.name}`, args: [cli, "check", large.main], budget: 8 },
  ];
}

/**
 * @param {Case} command
 * @returns {number} milliseconds
 */
function measure({ name, args, before }) {
  before?.();
  const start = performance.now();
  const { status, stderr, error } = spawnSync(process.execPath, args, {
    cwd: work,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const milliseconds = performance.now() - start;
  if (status !== 0) {
    throw new Error(`${name} ended with ${status ?? error}:\n${stderr.slice(0, 2000)}`);
  }
  return milliseconds;
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

/** @param {readonly Case[]} list @returns {Map<Case, number>} the median of each */
function measureAll(list) {
  // Once without measuring: the disk is warm, and what is to find nothing changed has been made.
  list.forEach(measure);
  /** @type {Map<Case, number[]>} */
  const times = new Map(list.map((each) => [each, []]));
  for (let run = 0; run < runs; run++) {
    for (const each of list) {
      times.get(each)?.push(measure(each));
    }
  }
  return new Map([...times].map(([each, list]) => [each, median(list)]));
}

/** @param {readonly (readonly string[])[]} rows */
function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("   ")
        .trimEnd(),
    )
    .join("\n");
}

try {
  const medians = measureAll(cases());
  const [unit = 1] = medians.values();
  const over = [...medians].filter(([{ budget }, time]) => time / unit > (budget ?? Infinity));
  const rows = [...medians].map(([{ name, budget }, time]) => [
    name,
    `${time.toFixed(0)} ms`,
    (time / unit).toFixed(2),
    budget === undefined ? "" : budget.toFixed(1),
    budget === undefined ? "" : time / unit > budget ? "over" : "within",
  ]);
  console.log(
    `node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? "processor"}, medians of ${runs} runs\n`,
  );
  console.log(table([["command", "time", "ratio", "budget", ""], ...rows]));
  process.exitCode = options.assert && over.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
