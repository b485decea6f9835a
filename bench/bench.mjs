// @ts-check
/**
 * npm run bench                what whole commands cost, as multiples of `node -e 0`
 * npm run bench -- --only check    what has that in its name; growth, giants and runtime are names too
 * npm run bench -- --runs 15   takes the median of 15 runs instead of 7
 * npm run bench -- --synthetic uses the synthetic schema even if the CIM schema is there
 *
 * Ratios, not seconds: within a round the commands run one after the other, so that a machine
 * that is slow for a while is slow for all of them.
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { cpus, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { consumers } from "./consumer.mjs";
import { median } from "./median.mjs";
import { writePages } from "./pages.mjs";
import { scales } from "./scale.mjs";
import { writeSyntheticSchema } from "./synthetic-schema.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const cli = join(root, "dist/cli/bin.js");
/** Lies beside a checkout on some machines and is not part of the project. */
const cimSchema = join(root, "../shared/data/mof/cim-schema-2.41/cim_schema_2.41.0.mof");

const { values: options } = parseArgs({
  options: {
    only: { type: "string", default: "" },
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
 * @property {readonly Budget[]} [budgets]
 * @property {() => void} [before] made ready before every run, not measured
 *
 * @typedef {object} Budget
 * @property {number} limit the most the command may cost
 * @property {string} of as a multiple of which other command
 * @property {boolean} [later] listed, but not yet kept
 */

const start = "node -e 0";
const floor = "lex and write the same, nothing else";

/** @param {number} limit @param {boolean} [later] @returns {Budget} */
function starts(limit, later = false) {
  return { limit, of: start, later };
}

/** @returns {{ name: string, folder: string, main: string }} a copy that may be changed */
function largeSchema() {
  const folder = join(work, "schema");
  if (!options.synthetic && existsSync(cimSchema)) {
    cpSync(dirname(cimSchema), folder, { recursive: true });
    return { name: "CIM 2.41", folder, main: join(folder, basename(cimSchema)) };
  }
  const { main, classes, bytes } = writeSyntheticSchema(folder);
  console.log(`synthetic schema: ${classes} classes, ${(bytes / 1e6).toFixed(1)} MB`);
  return { name: "synthetic schema", folder, main };
}

/**
 * Moves away and does not delete: ext4 looks, for a minute, at every inode that was just freed
 * before it takes a new one, and writing a thousand files after a thousand were deleted takes ten
 * times as long as writing them alone.
 *
 * @param {string} folder
 * @returns {() => void} makes sure that it does not exist
 */
function without(folder) {
  let count = 0;
  return () => {
    count++;
    if (existsSync(folder)) renameSync(folder, `${folder}-${count}`);
  };
}

/**
 * @param {string} folder of MOF
 * @returns {() => void} gives one included file another class each time
 */
function withOneFileChanged(folder) {
  const file = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath !== folder)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()[0];
  if (file === undefined) throw new Error(`${folder} has no included files`);
  const text = readFileSync(file, "utf8");
  let change = 0;
  return () => {
    change++;
    writeFileSync(file, `${text}\nclass BENCH_Changed { uint32 Change${change}; };\n`);
  };
}

/**
 * @param {string} folder of MOF
 * @param {string} copy the same with another type in many properties
 */
function writeEdited(folder, copy) {
  cpSync(folder, copy, { recursive: true });
  for (const entry of readdirSync(copy, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    writeFileSync(file, readFileSync(file, "utf8").replace(/^(\s*)uint16 /m, "$1uint32 "));
  }
}

/** @returns {string} the script that bench/floor.ts is built to */
function buildFloor() {
  const outDir = join(root, ".cache/bench");
  const script = `import { build } from "tsdown"; await build(${JSON.stringify({
    config: false,
    entry: { floor: "bench/floor.ts" },
    outDir,
    dts: false,
    fixedExtension: false,
    logLevel: "error",
    report: false,
    deps: { onlyBundle: false },
  })});`;
  const { status } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("bench/floor.ts could not be built");
  return join(outDir, "floor.js");
}

/**
 * What generated code costs whoever imports it.
 *
 * @param {string} main the schema
 * @returns {Case[]}
 */
function consumerCases(main) {
  const generated = join(work, "consumed");
  const { status } = spawnSync(process.execPath, [
    cli,
    "generate",
    main,
    "--out",
    generated,
    "--quiet",
  ]);
  if (status !== 0) throw new Error("the consumers' code could not be generated");
  const { empty, one, plain, all } = consumers(join(work, "consumers"), generated);
  const [nothing, interfaces] = ["tsc, the runtime's types alone", "tsc, no descriptors"];
  return [
    { name: nothing, args: empty },
    { name: "tsc, one imported class", args: one, budgets: [{ limit: 1.3, of: nothing }] },
    { name: interfaces, args: plain },
    { name: "tsc, all classes", args: all, budgets: [{ limit: 1.2, of: interfaces }] },
  ];
}

/**
 * What documentation pages cost, as a multiple of parsing their Markdown.
 *
 * @returns {Case[]}
 */
function pageCases() {
  const folder = join(work, "pages");
  const { pages, bytes } = writePages(folder);
  console.log(`${pages} documentation pages, ${(bytes / 1e6).toFixed(1)} MB`);
  const parsing = "parse the same pages with markdown-it, nothing else";
  return [
    { name: parsing, args: [join(root, "bench/pages-floor.mjs"), folder] },
    {
      name: `read ${pages} pages`,
      args: [join(root, "bench/pages-read.mjs"), folder],
      budgets: [{ limit: 4, of: parsing }],
    },
    {
      name: `check ${pages} pages`,
      args: [cli, "check", folder],
      budgets: [{ limit: 4, of: parsing, later: true }],
    },
  ];
}

/** @returns {Case[]} */
function cases() {
  const fixture = join(work, "RDManagement.mof");
  cpSync(join(root, "fixtures/RDManagement.mof"), fixture);
  const { name, folder, main } = largeSchema();
  const changing = join(work, "changing");
  cpSync(folder, changing, { recursive: true });
  const edited = join(work, "edited");
  writeEdited(folder, edited);
  const out = (/** @type {string} */ each) => join(work, "out", each);
  /** @param {string} mof @param {string} to */
  const generate = (mof, to) => [cli, "generate", mof, "--out", out(to)];
  const cold = `generate ${name}, cold`;
  return [
    { name: start, args: ["-e", "0"] },
    { name: "--help", args: [cli, "--help"], budgets: [starts(2.5)] },
    { name: "--version", args: [cli, "--version"], budgets: [starts(2.5)] },
    {
      name: "generate RDManagement.mof, cold",
      args: generate(fixture, "small-cold"),
      before: without(out("small-cold")),
    },
    {
      name: "generate RDManagement.mof, nothing changed",
      args: generate(fixture, "small-warm"),
      budgets: [starts(3, true)],
    },
    { name: `check ${name}`, args: [cli, "check", main], budgets: [starts(8)] },
    {
      name: cold,
      args: generate(main, "cold"),
      before: without(out("cold")),
      budgets: [starts(12), { limit: 2.5, of: floor }],
    },
    {
      name: floor,
      args: [buildFloor(), folder, out("cold"), out("copy")],
      before: without(out("copy")),
    },
    {
      name: `generate ${name}, nothing changed`,
      args: generate(main, "warm"),
      budgets: [starts(3, true)],
    },
    {
      name: `generate ${name}, one included file changed`,
      args: generate(join(changing, basename(main)), "changing"),
      before: withOneFileChanged(changing),
      budgets: [{ limit: 0.25, of: cold, later: true }],
    },
    {
      // Both sides have to be read, which is what `check` does once.
      name: `diff ${name} and an edited copy`,
      args: [cli, "diff", main, join(edited, basename(main)), "--fail-on", "none"],
      budgets: [{ limit: 2.6, of: `check ${name}` }],
    },
    ...(options.only === "" || options.only.includes("page") ? pageCases() : []),
    ...("tsc".includes(options.only) || options.only.includes("tsc") ? consumerCases(main) : []),
  ];
}

/**
 * @param {Case} command
 * @returns {number} milliseconds
 */
function measure({ name, args, before }) {
  before?.();
  const begin = performance.now();
  const { status, stderr, error } = spawnSync(process.execPath, args, {
    cwd: work,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const milliseconds = performance.now() - begin;
  if (status !== 0) {
    throw new Error(`${name} ended with ${status ?? error}:\n${stderr.slice(0, 2000)}`);
  }
  return milliseconds;
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
          [0, 4, 5].includes(column)
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join("   ")
        .trimEnd(),
    )
    .join("\n");
}

/**
 * @param {ReadonlyMap<Case, number>} medians
 * @returns {{ rows: string[][], isOver: boolean }} a line for each command, and for each further budget
 */
function report(medians) {
  const times = new Map([...medians].map(([{ name }, time]) => [name, time]));
  const unit = times.get(start) ?? Number.NaN;
  let isOver = false;
  const rows = [...medians].flatMap(([{ name, budgets = [] }, time]) => {
    const cells = budgets.map(({ limit, of, later = false }) => {
      const ratio = time / (times.get(of) ?? Number.NaN);
      const isWithin = ratio <= limit;
      isOver ||= !isWithin && !later;
      const verdict = isWithin ? "ok" : later ? "over (later)" : "OVER";
      return [ratio.toFixed(2), String(limit), verdict, `× ${of}`];
    });
    const [first = [(time / unit).toFixed(2), "", "", `× ${start}`], ...others] = cells;
    return [[name, `${time.toFixed(0)} ms`, ...first], ...others.map((each) => ["", "", ...each])];
  });
  return { rows, isOver };
}

/** @param {readonly Case[]} all @returns {Case[]} those that were asked for, and what they are compared with */
function wanted(all) {
  const named = all.filter(({ name }) => name.includes(options.only));
  const others = new Set(named.flatMap(({ budgets = [] }) => budgets.map(({ of }) => of)));
  if (named.length > 0) others.add(start);
  return all.filter((each) => named.includes(each) || others.has(each.name));
}

/** @returns {{ rows: string[][], isOver: boolean }} */
function reportScales() {
  const found = Object.entries(scales)
    .filter(([name]) => name.includes(options.only))
    .flatMap(([, measured]) => measured(work, runs));
  const rows = found.map(({ name, value, limit, unit }) => {
    return [name, "", value.toFixed(2), String(limit), value <= limit ? "ok" : "OVER", unit];
  });
  return { rows, isOver: found.some(({ value, limit }) => !(value <= limit)) };
}

try {
  const commands = wanted(cases());
  const whole = report(commands.length > 0 ? measureAll(commands) : new Map());
  const scaled = reportScales();
  const machine = `${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? "processor"}`;
  console.log(`node ${process.version}, ${machine}, medians of ${runs} runs\n`);
  const head = ["what", "time", "ratio", "budget", "", "of"];
  console.log(table([head, ...whole.rows, ...scaled.rows]));
  process.exitCode = whole.isOver || scaled.isOver ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
