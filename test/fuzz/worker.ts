/**
 * A thread of `npm run fuzz`: tries one input after the other. What it is trying stands in
 * shared memory, so that it is known even when the thread never answers again.
 */
import process from "node:process";
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
  readonly threads: number;
  /** How many inputs were tried, and how long the present one is. */
  readonly state: SharedArrayBuffer;
  readonly present: SharedArrayBuffer;
}

/** Inputs that one walk of fast-check makes. */
const BATCH = 200;
/** An input is a few kilobytes: whatever takes this long takes too long. */
const SLOW_MILLISECONDS = 2_000;
const SLOW = "slow";

const { root, seed, count, threads, state, present } = workerData as Task;
const numbers = new Int32Array(state);
const shared = new Uint8Array(present);
/** What was said is said once. */
const known = new Set<string>();
const arbitrary = inputs(corpus(root, true));

for (let batch = 0; batch * BATCH < count; batch += 1) {
  const numRuns = Math.min(BATCH, count - batch * BATCH);
  for (const bytes of fc.sample(arbitrary, { seed: seed + batch, numRuns })) {
    await attempt(bytes);
  }
}

async function attempt(bytes: Uint8Array): Promise<void> {
  shared.set(bytes.subarray(0, shared.length));
  Atomics.store(numbers, 1, Math.min(bytes.length, shared.length));
  const fault = await faultOf(bytes);
  Atomics.add(numbers, 0, 1);
  if (fault === undefined || known.has(fault.key)) return;
  known.add(fault.key);
  const smallest = await minimise(bytes, fault.key === SLOW ? 50 : 2_000, async (smaller) => {
    shared.set(smaller.subarray(0, shared.length));
    Atomics.store(numbers, 1, Math.min(smaller.length, shared.length));
    return (await faultOf(smaller))?.key === fault.key;
  });
  parentPort?.postMessage({ bytes: smallest, text: fault.text });
}

interface Fault {
  /** Alike for two inputs that meet the same fault. */
  readonly key: string;
  readonly text: string;
}

async function faultOf(bytes: Uint8Array): Promise<Fault | undefined> {
  const begin = milliseconds();
  try {
    await survive(bytes);
  } catch (error) {
    const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
    const place = /\n +at .*/.exec(stack)?.[0] ?? "";
    return { key: message.replace(/[0-9]+|"[^]*/g, "") + place, text: stack };
  }
  const taken = Math.round(milliseconds() - begin);
  if (taken < SLOW_MILLISECONDS) return undefined;
  return { key: SLOW, text: `took ${taken} ms for ${bytes.length} bytes` };
}

/** Time that the processor spent on this, whatever else the machine has to do. */
function milliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 / threads;
}
