/** How long each part of a request may take. */
import { CimError } from "../error.ts";
import { checkTimeout, maxTimeout } from "../timeout.ts";

/** Milliseconds for the parts of a request; `Infinity` waits for ever. */
export interface Timeouts {
  /** Until there is a connection, TLS included; 20,000 unless told. */
  readonly connect?: number;
  /** Until the answer begins; as long as the whole exchange unless told. */
  readonly headers?: number;
  /** Between two pieces of an answer; 60,000 unless told. */
  readonly idle?: number;
  /** For an operation with all its exchanges, pulls and repetitions; no end unless told. */
  readonly operation?: number;
}

/** All of them. */
export type AllTimeouts = Required<Timeouts>;

/**
 * Fills in what a user did not say.
 *
 * @param timeouts - The user's.
 * @throws CimError `"configuration"` for what is no time.
 */
export function fullTimeouts(timeouts: Timeouts = {}): AllTimeouts {
  const { connect, headers, idle, operation } = timeouts;
  for (const timeout of [connect, headers, idle, operation]) {
    checkTimeout(timeout, "configuration");
  }
  return { connect: 20_000, headers: Infinity, idle: 60_000, operation: Infinity, ...timeouts };
}

/** The time that may be spent on waiting for a server: what the caller does meanwhile is not counted. */
export class Patience {
  #left: number;
  readonly #whole: number;

  /**
   * @param milliseconds - What is left of it.
   * @param whole - All of it, as its caller stated it: that is what an error tells.
   */
  constructor(milliseconds: number, whole: number = milliseconds) {
    this.#left = milliseconds;
    this.#whole = whole;
  }

  /** Milliseconds that are left. */
  get left(): number {
    return this.#left;
  }

  /**
   * Starts to wait.
   *
   * @param most - Milliseconds for this once.
   * @param what - For the message: `no connection`.
   * @param giveUp - Called with the error when the time is over.
   * @returns Ends the waiting.
   */
  wait(most: number, what: string, giveUp: (error: CimError) => void): () => void {
    const begin = performance.now();
    const allowed = Math.max(1, Math.min(most, this.#left));
    const told = most < this.#left ? most : this.#whole;
    const timer =
      allowed === Infinity
        ? undefined
        : setTimeout(
            () => {
              const cause = what === "no connection" ? { cause: { code: "CONNECT" } } : {};
              giveUp(new CimError("timeout", `${what} within ${told} ms`, cause));
            },
            // Node takes what is larger than its timers hold for 1 ms.
            Math.min(allowed, maxTimeout),
          );
    let isOver = false;
    return () => {
      // What has been counted is not counted again, nor what the caller does meanwhile.
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      this.#left -= performance.now() - begin;
    };
  }
}
