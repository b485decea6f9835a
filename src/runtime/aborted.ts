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
