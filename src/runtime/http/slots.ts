/** How many requests are under way at a time; the others wait for their turn. */
import { abortedError, requireGoingOn, whenAborted } from "../aborted.ts";
import { CimError } from "../error.ts";
import { maxTimeout } from "../timeout.ts";

/** Gives its turn back; again is harmless. */
export type Release = () => void;

/** What somebody who waits for a turn may be told. */
interface Waiting {
  readonly ending: AbortSignal;
  readonly turn: () => void;
  readonly fail: (error: CimError) => void;
}

/** Turns, first come, first served. */
export class Slots {
  #free: number;
  readonly #limit: number;
  readonly #waiting = new Set<Waiting>();

  /** @param limit - Turns at a time. */
  constructor(limit: number) {
    this.#free = limit;
    this.#limit = limit;
  }

  /**
   * Waits for a turn.
   *
   * @param milliseconds - How long at most.
   * @param ending - Ends the waiting; whoever aborts it calls {@link sweep}, because a signal that
   *   a thousand listen to is slow.
   * @param signal - Ends the waiting as well.
   * @returns Gives the turn back.
   * @throws CimError `"timeout"`, or why it was ended.
   */
  async take(
    milliseconds: number,
    ending: AbortSignal,
    signal: AbortSignal | undefined,
  ): Promise<Release> {
    requireGoingOn(ending);
    if (this.#free > 0) this.#free--;
    else await this.#wait(milliseconds, ending, signal);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#next();
    };
  }

  /** Ends the waiting of all whose signal has been aborted. */
  sweep(): void {
    for (const { ending, fail } of [...this.#waiting]) {
      if (ending.aborted) fail(abortedError(ending));
    }
  }

  #next(): void {
    const [first] = this.#waiting;
    if (first === undefined) this.#free++;
    else first.turn();
  }

  #wait(milliseconds: number, ending: AbortSignal, signal: AbortSignal | undefined): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      let unlink = (): void => undefined;
      const settle = (): void => {
        this.#waiting.delete(waiting);
        clearTimeout(timer);
        unlink();
      };
      const waiting: Waiting = {
        ending,
        turn: () => {
          settle();
          resolve();
        },
        fail: (error) => {
          settle();
          reject(error);
        },
      };
      this.#waiting.add(waiting);
      const timer = setTimeout(
        () => {
          const sentence = `none of ${this.#limit} connections became free within ${milliseconds} ms, and nothing was sent: maxConnections may be higher`;
          waiting.fail(new CimError("timeout", sentence));
        },
        Math.min(milliseconds, maxTimeout),
      );
      unlink = whenAborted(signal, () => {
        waiting.fail(abortedError(signal));
      });
    });
  }
}
