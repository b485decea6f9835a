/** What time is. */
import { abortedError, link } from "./aborted.ts";

/** Time and chance. A test brings its own. */
export interface Clock {
  /** Milliseconds; never goes back. */
  now(): number;
  /** Rejects when the signal is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** From 0 to below 1. */
  random(): number;
}

/** The time of this machine. */
export const realClock: Clock = {
  now: () => performance.now(),
  random: () => Math.random(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        reject(abortedError(signal));
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", stop);
        resolve();
      }, milliseconds);
      if (signal?.aborted === true) stop();
      else signal?.addEventListener("abort", stop, { once: true });
    }),
};

/**
 * Waits, unless something ends that.
 *
 * @param clock - What time is.
 * @param milliseconds - How long.
 * @param signals - Any of them ends it.
 * @throws CimError like {@link abortedError}.
 */
export async function sleepUnless(
  clock: Clock,
  milliseconds: number,
  signals: readonly (AbortSignal | undefined)[],
): Promise<void> {
  const { signal, unlink } = link(signals);
  try {
    await clock.sleep(milliseconds, signal);
  } finally {
    unlink();
  }
}
