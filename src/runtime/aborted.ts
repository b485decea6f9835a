/** Calls that their callers have ended. */
import { setMaxListeners } from "node:events";
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
 * Does something when a signal is aborted, or at once if it has been.
 *
 * @param signal - Many calls may share it, and it may live for ever.
 * @param action - What to do.
 * @returns Ends that; nothing of it stays with the signal then.
 */
export function whenAborted(signal: AbortSignal | undefined, action: () => void): () => void {
  if (signal === undefined) return () => undefined;
  if (signal.aborted) {
    action();
    return () => undefined;
  }
  // Node takes more than ten listeners for a leak.
  if (signal instanceof EventTarget) setMaxListeners(0, signal);
  signal.addEventListener("abort", action, { once: true });
  return () => {
    signal.removeEventListener("abort", action);
  };
}

/** One signal that stands for several. */
export interface Link {
  readonly signal: AbortSignal;
  /** Ends the link; `AbortSignal.any` would stay with a signal that lives longer. */
  readonly unlink: () => void;
}

/**
 * Makes a signal that is aborted with the first of several.
 *
 * @param signals - They may live longer.
 */
export function link(signals: readonly (AbortSignal | undefined)[]): Link {
  const controller = new AbortController();
  const ends = signals.map((signal) =>
    whenAborted(signal, () => {
      controller.abort(signal?.reason);
    }),
  );
  return {
    signal: controller.signal,
    unlink: () => {
      for (const end of ends) end();
    },
  };
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
  return new Promise<R>((resolve, reject) => {
    // Whoever does the work may have been the one who aborted it: the signals come first.
    const ends = signals.map((signal) =>
      whenAborted(signal, () => {
        reject(abortedError(signal));
      }),
    );
    work.then(resolve, reject).finally(() => {
      for (const end of ends) end();
    });
  });
}
