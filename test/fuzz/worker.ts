/**
 * A thread of `npm run fuzz`: tries one input after the other. What it is trying stands in
 * shared memory, so that it is known even when the thread never answers again.
 */
import { parentPort, workerData } from "node:worker_threads";
import fc from "fast-check";
import { corpus } from "./corpus.ts";
import { inputs } from "./inputs.ts";
import { minimise } from "./minimise.ts";
import { survive } from "./survive.ts";

/** What the thread is told. */
interface Task {
  readonly root: string;
  readonly seed: number;
  readonly count: number;
  /** How many inputs were tried, and how long the present one is. */
  readonly state: SharedArrayBuffer;
  readonly present: SharedArrayBuffer;
}

/** Inputs that one walk of fast-check makes. */
const BATCH = 200;
/** An input is a few kilobytes: whatever takes this long takes too long. */
const SLOW_MILLISECONDS = 2_000;

const { root, seed, count, state, present } = workerData as Task;
const numbers = new Int32Array(state);
const shared = new Uint8Array(present);
/** What was said is said once. */
const known = new Set<string>();
const arbitrary = inputs(corpus(root, true));

for (let batch = 0; batch * BATCH < count; batch += 1) {
  const numRuns = Math.min(BATCH, count - batch * BATCH);
  for (const bytes of fc.sample(arbitrary, { seed: seed + batch, numRuns })) attempt(bytes);
}

function attempt(bytes: Uint8Array): void {
  shared.set(bytes.subarray(0, shared.length));
  Atomics.store(numbers, 1, Math.min(bytes.length, shared.length));
  const fault = faultOf(bytes);
  Atomics.add(numbers, 0, 1);
  if (fault === undefined || known.has(fault.key)) return;
  known.add(fault.key);
  const smallest = minimise(bytes, (smaller) => {
    shared.set(smaller.subarray(0, shared.length));
    Atomics.store(numbers, 1, Math.min(smaller.length, shared.length));
    return faultOf(smaller)?.key === fault.key;
  });
  parentPort?.postMessage({ bytes: smallest, text: fault.text });
}

interface Fault {
  /** Alike for two inputs that meet the same fault. */
  readonly key: string;
  readonly text: string;
}

function faultOf(bytes: Uint8Array): Fault | undefined {
  const begin = performance.now();
  try {
    survive(bytes);
  } catch (error) {
    const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
    const place = /\n +at .*/.exec(stack)?.[0] ?? "";
    return { key: message.replace(/[0-9]+|"[^]*/g, "") + place, text: stack };
  }
  const milliseconds = Math.round(performance.now() - begin);
  if (milliseconds < SLOW_MILLISECONDS || !isSlow(bytes)) return undefined;
  return { key: "slow", text: `took ${milliseconds} ms for ${bytes.length} bytes` };
}

/** Once may be chance: the machine had something else to do. */
function isSlow(bytes: Uint8Array): boolean {
  const begin = performance.now();
  survive(bytes);
  return performance.now() - begin > SLOW_MILLISECONDS;
}
