/** A job that a method's result refers to. */
import { CimDateTime } from "./datetime.ts";
import { CimError } from "./error.ts";
import { CimInterval } from "./interval.ts";
import { CimJobError, type JobPoller, type JobProgress } from "./job-state.ts";
import { isReference, pathOf } from "./reference.ts";
import type { CallingClient } from "./return-value.ts";
import type { CallOptions, ClassData, KeyValue, Reference, TypeCode } from "./types.ts";

const stateNames: ReadonlyMap<number, string> = new Map([
  [8, "terminated"],
  [9, "killed"],
  [10, "exception"],
]);

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

/** Asks about a job by its reference. */
export interface Followed {
  readonly poll: JobPoller;
  /** The error of a job in a state. */
  readonly fail: (progress: JobProgress, signal: AbortSignal) => Promise<CimJobError>;
}

/**
 * Finds the reference of a job in what a method gave.
 *
 * @param result - What the method gave.
 * @param client - Called it.
 * @returns `undefined` when there is none.
 */
export function follow(result: unknown, client: CallingClient | undefined): Followed | undefined {
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
