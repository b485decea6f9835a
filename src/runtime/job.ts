/** Long jobs: a method that answers 4096 has only begun (DSP1103; CIM_ConcreteJob). */
import { link, requireGoingOn, unlessAborted } from "./aborted.ts";
import { realClock } from "./clock.ts";
import { CimDateTime } from "./datetime.ts";
import { CimError, type CimErrorInstance } from "./error.ts";
import { CimInterval } from "./interval.ts";
import { isReference, pathOf } from "./reference.ts";
import { callOf, type CallingClient, CimReturnError } from "./return-value.ts";
import { maxTimeout } from "./timeout.ts";
import type { CallOptions, ClassData, KeyValue, Reference, TypeCode } from "./types.ts";

/** How far a job is. */
export interface JobProgress {
  /** `CIM_ConcreteJob.JobState`: 4 running, 7 completed, 8 terminated, 9 killed, 10 exception. */
  readonly state: number;
  /** 0 to 100, when the server says so. */
  readonly percent?: number;
  /** What it is doing, in the server's words. */
  readonly status?: string;
}

/** How a job ended. */
export interface JobOutcome {
  /** `vanished`: the server removed it, which it does with jobs that have ended, and says no more. */
  readonly kind: "completed" | "completed-with-warnings" | "vanished";
  /** What was seen last; absent when nothing was. */
  readonly last?: JobProgress;
}

/** What a poller answers: how far it is, or `undefined` for a job that is gone. */
export type JobPoller = (signal: AbortSignal | undefined) => Promise<JobProgress | undefined>;

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

/** A job that failed, with the job's own error. */
export class CimJobError extends CimError {
  /** `CIM_ConcreteJob.JobState`. */
  readonly state: number;
  readonly errorCode?: number;

  /**
   * @param state - The state in which it ended.
   * @param sentence - The job's words.
   * @param details - Its error code, and what `GetError` gave.
   */
  constructor(
    state: number,
    sentence: string,
    details: { readonly errorCode?: number; readonly errors?: readonly CimErrorInstance[] } = {},
  ) {
    const { errorCode, errors } = details;
    super("job-failed", sentence, errors === undefined ? {} : { errors });
    this.state = state;
    if (errorCode !== undefined) this.errorCode = errorCode;
  }
}

const jobStarted = 4096;
const stateNames: ReadonlyMap<number, string> = new Map([
  [8, "terminated"],
  [9, "killed"],
  [10, "exception"],
]);
/** Hyper-V's own (Msvm_ConcreteJob). */
const completedWithWarnings = 32768;

/** What is asked of a job; its own class may be any subclass. */
const members: Pick<ClassData, "properties" | "methods"> = {
  properties: {
    JobState: "uint16",
    PercentComplete: "uint16",
    JobStatus: "string",
    ErrorCode: "uint16",
    ErrorDescription: "string",
  },
  methods: { GetError: { out: { Error: "instance CIM_Error" }, returns: "uint32" } },
};

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

/** Asks about a job by its reference. */
interface Followed {
  readonly poll: JobPoller;
  /** The error of a job in a state. */
  readonly fail: (progress: JobProgress, signal: AbortSignal) => Promise<CimJobError>;
}

function follow(result: unknown, client: CallingClient | undefined): Followed | undefined {
  if (typeof result !== "object" || result === null || client === undefined) return undefined;
  const values: readonly unknown[] = Object.values(result);
  const found = values.find(
    (value): value is Reference<unknown> =>
      isReference(value) && /job/i.test(pathOf(value).className),
  );
  const reference = found ?? values.find((value) => isReference(value));
  if (reference === undefined) return undefined;
  const { className, namespace, keys } = pathOf(reference);
  const cls: ClassData = {
    format: 1,
    name: className,
    namespace,
    keys: Object.keys(keys),
    ...members,
    properties: {
      ...Object.fromEntries(Object.entries(keys).map(([name, value]) => [name, typeOfKey(value)])),
      ...members.properties,
    },
  };
  return {
    poll: (signal) => ask(client, cls, reference, signal),
    fail: (progress, signal) => failureOf(client, cls, reference, progress, signal),
  };
}

/** A key's type is told by its value, as the server wrote it: a number sent as text finds nothing. */
function typeOfKey(value: KeyValue): TypeCode {
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "object") {
    if (value instanceof CimDateTime) return "datetime";
    return value instanceof CimInterval ? "interval" : "ref *";
  }
  if (!Number.isInteger(Number(value))) return "real64";
  return value < 0 ? "sint64" : "uint64";
}

async function ask(
  client: CallingClient,
  cls: ClassData,
  reference: Reference<unknown>,
  signal: AbortSignal | undefined,
): Promise<JobProgress | undefined> {
  const options: CallOptions = signal === undefined ? {} : { signal };
  try {
    // As: the properties are those of `members`.
    const read = (await client.get(cls, reference, options)) as Members;
    const { JobState, PercentComplete, JobStatus } = read;
    return {
      state: JobState ?? 0,
      ...(PercentComplete !== null && { percent: PercentComplete }),
      ...(JobStatus !== null && JobStatus !== "" && { status: JobStatus }),
    };
  } catch (error) {
    if (error instanceof CimError && error.code === "not-found") return undefined;
    throw error;
  }
}

interface Members {
  readonly JobState: number | null;
  readonly PercentComplete: number | null;
  readonly JobStatus: string | null;
  readonly ErrorCode: number | null;
  readonly ErrorDescription: string | null;
}

async function failureOf(
  client: CallingClient,
  cls: ClassData,
  reference: Reference<unknown>,
  { state }: JobProgress,
  signal: AbortSignal,
): Promise<CimJobError> {
  // Both are asked for what they may not know: the job's failure is what counts.
  const [read, error] = await Promise.all([
    client.get(cls, reference, { signal }).catch(() => undefined),
    client.call(cls, reference, "GetError", { signal }).catch(() => undefined),
  ]);
  // As: the properties are those of `members`, and the result that of GetError.
  const { ErrorCode = null, ErrorDescription = null } = (read ?? {}) as Partial<Members>;
  const { Error: own = null } = (error ?? {}) as {
    readonly Error?: Record<string, unknown> | null;
  };
  const message = typeof own?.["Message"] === "string" ? own["Message"] : undefined;
  const words = [ErrorDescription, message].filter(
    (text) => text !== null && text !== undefined && text !== "",
  );
  const name = stateNames.get(state) ?? `ended in state ${state}`;
  const sentence = `the job ${name === "exception" ? "failed" : name === "killed" || name === "terminated" ? `was ${name}` : name}`;
  const details = [...new Set(words)].join("; ");
  return new CimJobError(state, details === "" ? sentence : `${sentence}: ${details}`, {
    ...(ErrorCode !== null && { errorCode: ErrorCode }),
    ...(own !== null && { errors: [{ className: "CIM_Error", properties: own }] }),
  });
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
