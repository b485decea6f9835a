/** Calls that their callers have ended. */
import { CimError } from "./error.ts";

/**
 * The error for an aborted call; the signal's own reason if that is one of ours.
 *
 * @param signal - An aborted signal.
 */
export function abortedError(signal: AbortSignal | undefined): CimError {
  const reason: unknown = signal?.reason;
  if (reason instanceof CimError) return reason;
  return new CimError("aborted", "the call was aborted", { cause: reason });
}

/**
 * Ends what an aborted signal ends.
 *
 * @param signal - The call's.
 * @throws CimError like {@link abortedError} when it is aborted.
 */
export function requireGoingOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw abortedError(signal);
}

/**
 * Rejects as soon as a signal says so, whatever the work still does.
 *
 * @param work - What is under way.
 * @param signal - The call's.
 * @throws CimError like {@link abortedError}.
 */
export function unlessAborted<R>(work: Promise<R>, signal: AbortSignal | undefined): Promise<R> {
  if (signal === undefined) return work;
  return new Promise<R>((resolve, reject) => {
    // Whoever does the work may have been the one who aborted it.
    if (signal.aborted) reject(abortedError(signal));
    // Not the caller's own: many calls may share it, and Node takes many listeners for a leak.
    const derived = AbortSignal.any([signal]);
    const onAbort = (): void => {
      reject(abortedError(signal));
    };
    derived.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => {
      derived.removeEventListener("abort", onAbort);
    });
  });
}
