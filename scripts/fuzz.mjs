// @ts-check
/**
 * Looks for inputs that break something: noise, words without order, whatever the grammar allows,
 * and real files changed.
 *
 * npm run fuzz                       100,000 inputs
 * npm run fuzz -- --count 5000000    as many as that
 * npm run fuzz -- --minutes 60       for at most an hour
 * npm run fuzz -- --seed 7           those of that seed; otherwise those of the time of day
 * npm run fuzz -- --threads 2        on two cores
 *
 * What breaks something is made small and kept in test/regressions, where the tests try it from
 * then on; exits 1 when there was any.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clearInterval, setInterval } from "node:timers";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";

const root = fileURLToPath(new URL("../", import.meta.url));
const regressions = join(root, "test/regressions");

/** An input that takes longer than this is never answered. */
const hangs = 60_000;
const largestInput = 1 << 20;
const reportEvery = 60_000;

const { values: options } = parseArgs({
  options: {
    count: { type: "string", default: "100000" },
    minutes: { type: "string" },
    seed: { type: "string" },
    threads: { type: "string", default: "1" },
  },
});
const threads = Number(options.threads);
const seed = options.seed === undefined ? Math.floor(Date.now() / 1000) : Number(options.seed);
const count = Math.ceil(Number(options.count) / threads);
const end =
  options.minutes === undefined ? Infinity : Date.now() + Number(options.minutes) * 60_000;

/** @returns {string} the script that test/fuzz/worker.ts is built to */
function buildWorker() {
  const outDir = join(root, ".cache/fuzz");
  const script = `import { build } from "tsdown";
    import { handlebarsTemplates } from "./scripts/handlebars-plugin.mjs";
    await build({ ...${JSON.stringify({
      config: false,
      entry: { worker: "test/fuzz/worker.ts" },
      outDir,
      dts: false,
      fixedExtension: false,
      logLevel: "error",
      report: false,
      deps: { onlyBundle: false },
    })}, plugins: [handlebarsTemplates()] });`;
  const { status } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("test/fuzz/worker.ts could not be built");
  return join(outDir, "worker.js");
}

let faults = 0;

/**
 * @param {Uint8Array} bytes
 * @param {string} text what went wrong
 */
function keep(bytes, text) {
  faults += 1;
  const name = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  mkdirSync(regressions, { recursive: true });
  writeFileSync(join(regressions, `found-${name}.mof`), bytes);
  console.error(`\ntest/regressions/found-${name}.mof (rename it to a sentence)\n${text}`);
}

/**
 * A thread with an eye on it.
 *
 * @typedef {{ tried: () => number, done: Promise<unknown>, stop: () => Promise<unknown> }} Walk
 *
 * @param {string} script
 * @param {number} index
 * @returns {Walk}
 */
function walk(script, index) {
  const state = new SharedArrayBuffer(8);
  const present = new SharedArrayBuffer(largestInput);
  const numbers = new Int32Array(state);
  const worker = new Worker(script, {
    workerData: { root, seed: seed + index * 1_000_000_007, count, threads, state, present },
  });
  let [last, since] = ["", Date.now()];
  const eye = setInterval(() => {
    const tried = Atomics.load(numbers, 0);
    const now = `${tried} ${Atomics.load(numbers, 1)}`;
    if (now !== last) [last, since] = [now, Date.now()];
    else if (Date.now() - since > hangs) {
      const bytes = Buffer.from(new Uint8Array(present).slice(0, numbers[1]));
      keep(bytes, `no answer within ${hangs / 1000} seconds`);
      void worker.terminate();
    }
  }, 1000);
  worker.on("message", ({ bytes, text }) => {
    keep(bytes, text);
  });
  worker.on("error", (error) => {
    // Such as memory that ran out.
    keep(Buffer.from(new Uint8Array(present).slice(0, numbers[1])), String(error.stack));
  });
  const done = new Promise((resolve) => {
    worker.on("exit", () => {
      clearInterval(eye);
      resolve(undefined);
    });
  });
  return {
    tried: () => Atomics.load(numbers, 0),
    done,
    stop: () => worker.terminate(),
  };
}

const begin = Date.now();
const script = buildWorker();
const walks = Array.from({ length: threads }, (_, index) => walk(script, index));

function report() {
  const tried = walks.reduce((sum, each) => sum + each.tried(), 0);
  const seconds = Math.round((Date.now() - begin) / 1000);
  console.log(`seed ${seed}: ${tried} inputs in ${seconds} s, ${faults} faults`);
}

const reports = setInterval(report, reportEvery);
const isOver = Promise.all(walks.map(({ done }) => done));
while (Date.now() < end && (await Promise.race([isOver, sleep(500, "running")])) === "running");
await Promise.all(walks.map(({ stop }) => stop()));
clearInterval(reports);
report();
process.exitCode = faults > 0 ? 1 : 0;
