/** How far a job is, and its failure (CIM_ConcreteJob). */
import { CimError, type CimErrorInstance } from "./error.ts";

/** How far a job is. */
export interface JobProgress {
  /** `CIM_ConcreteJob.JobState`: 4 running, 7 completed, 8 terminated, 9 killed, 10 exception. */
  readonly state: number;
  /** 0 to 100, when the server says so. */
  readonly percent?: number;
  /** What it is doing, in the server's words. */
  readonly status?: string;
}

/** What a poller answers: how far it is, or `undefined` for a job that is gone. */
export type JobPoller = (signal: AbortSignal | undefined) => Promise<JobProgress | undefined>;

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
