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
 * @param signals - The call's, and others.
 * @throws CimError like {@link abortedError}.
 */
export function unlessAborted<R>(
  work: Promise<R>,
  ...signals: readonly (AbortSignal | undefined)[]
): Promise<R> {
  const all = signals.filter((signal) => signal !== undefined);
  if (all.length === 0) return work;
  return new Promise<R>((resolve, reject) => {
    // Not the caller's own: many calls may share it, and Node takes many listeners for a leak.
    const derived = AbortSignal.any(all);
    const onAbort = (): void => {
      reject(abortedError(derived));
    };
    // Whoever does the work may have been the one who aborted it.
    if (derived.aborted) onAbort();
    derived.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => {
      derived.removeEventListener("abort", onAbort);
    });
  });
}
