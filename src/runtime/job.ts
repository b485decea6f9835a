/** Long jobs: a method that answers 4096 has only begun (DSP1103; CIM_ConcreteJob). */
import { link, requireGoingOn, unlessAborted } from "./aborted.ts";
import { realClock } from "./clock.ts";
import { CimError } from "./error.ts";
import { follow, type Followed } from "./followed-job.ts";
import { CimJobError, type JobPoller, type JobProgress } from "./job-state.ts";
import { callOf, CimReturnError } from "./return-value.ts";
import { maxTimeout } from "./timeout.ts";

/** How a job ended. */
export interface JobOutcome {
  /** `vanished`: the server removed it, which it does with jobs that have ended, and says no more. */
  readonly kind: "completed" | "completed-with-warnings" | "vanished";
  /** What was seen last; absent when nothing was. */
  readonly last?: JobProgress;
}

/** How a job is awaited. */
export interface JobOptions {
  /** Ends the waiting, not the job. */
  readonly signal?: AbortSignal;
  /** Is told of each state that differs from the one before. */
  readonly onProgress?: (progress: JobProgress) => void;
  /** Asks how far the job is, for providers that answer with something else than a reference. */
  readonly poll?: JobPoller;
  /** Milliseconds between questions, 500 unless told; grows by half each time, up to ten times as much. */
  readonly interval?: number;
  /** Milliseconds for all of it; no end unless told. */
  readonly timeout?: number;
}

const jobStarted = 4096;
/** Hyper-V's own (Msvm_ConcreteJob). */
const completedWithWarnings = 32768;

/**
 * Waits until the job that a method began has ended.
 *
 * ```ts
 * await job(await service.DefineSystem({ … }), { onProgress: ({ percent }) => bar.set(percent) });
 * ```
 *
 * @param result - What the method gave: 0 means that all is done, 4096 that a job is running.
 * @param options - See {@link JobOptions}.
 * @throws CimReturnError for any other return value, CimJobError for a job that failed, CimError
 *   `"aborted"`, `"timeout"`, or `"configuration"` when the result names no job and there is no
 *   `poll`.
 */
export async function job(
  result: number | { readonly ReturnValue: number | bigint },
  options: JobOptions = {},
): Promise<JobOutcome> {
  const returned = typeof result === "number" ? result : Number(result.ReturnValue);
  const call = typeof result === "object" ? callOf(result) : undefined;
  if (returned === 0 && options.poll === undefined) return { kind: "completed" };
  if (returned !== jobStarted && returned !== 0) throw new CimReturnError(returned, call);
  const followed = options.poll === undefined ? follow(result, call?.client) : undefined;
  return wait(options.poll ?? followed?.poll ?? refuse(), options, followed?.fail);
}

function refuse(): never {
  const sentence =
    "the result names no job: pass what a client's method gave, or say how to ask with poll";
  throw new CimError("configuration", sentence);
}

async function wait(
  poll: JobPoller,
  options: JobOptions,
  fail: Followed["fail"] | undefined,
): Promise<JobOutcome> {
  const { timeout = Infinity } = options;
  const over = new AbortController();
  const { signal, unlink } = link([options.signal, over.signal]);
  const timer =
    timeout === Infinity
      ? undefined
      : setTimeout(
          () => {
            over.abort(tooLong(timeout));
          },
          Math.min(timeout, maxTimeout),
        );
  try {
    return await observe(poll, { ...options, signal }, fail);
  } finally {
    clearTimeout(timer);
    unlink();
  }
}

function tooLong(timeout: number): CimError {
  return new CimError("timeout", `the job did not end within ${timeout} ms; it goes on`);
}

async function observe(
  poll: JobPoller,
  { signal, onProgress, interval = 500, timeout = Infinity }: JobOptions & { signal: AbortSignal },
  fail: Followed["fail"] | undefined,
): Promise<JobOutcome> {
  const end = performance.now() + timeout;
  let last: JobProgress | undefined;
  for (let pause = interval; ; pause = Math.min(pause * 1.5, interval * 10)) {
    requireGoingOn(signal);
    const progress = await unlessAborted(poll(signal), signal);
    if (progress === undefined) return { kind: "vanished", ...(last !== undefined && { last }) };
    requireState(progress);
    if (!isSame(progress, last)) onProgress?.(progress);
    last = progress;
    const { state } = progress;
    if (state === 7) return { kind: "completed", last };
    if (state === completedWithWarnings) return { kind: "completed-with-warnings", last };
    if (isFailure(state)) {
      throw (
        (await fail?.(progress, signal)) ??
        new CimJobError(state, progress.status ?? "the job failed")
      );
    }
    if (performance.now() + pause > end) {
      throw tooLong(timeout);
    }
    await realClock.sleep(pause, signal);
  }
}

/** It would be waited for ever for what is no state of a job. */
function requireState({ state }: JobProgress): void {
  if (Number.isInteger(state)) return;
  const sentence = `poll answered with the state ${JSON.stringify(state)}, which is no JobState`;
  throw new CimError("configuration", sentence);
}

/** 8 to 10, and Hyper-V's own from 32769 on. */
function isFailure(state: number): boolean {
  return (state >= 8 && state <= 10) || state > completedWithWarnings;
}

function isSame(one: JobProgress, other: JobProgress | undefined): boolean {
  return one.state === other?.state && one.percent === other.percent && one.status === other.status;
}
