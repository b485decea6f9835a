/** How many requests are under way at a time; the others wait for their turn. */
import { whenAborted, abortedError } from "../aborted.ts";
import { CimError } from "../error.ts";
import { maxTimeout } from "../timeout.ts";

/** Gives its turn back; again is harmless. */
export type Release = () => void;

/** Turns, first come, first served. */
export class Slots {
  #free: number;
  readonly #limit: number;
  readonly #waiting = new Set<() => void>();

  /** @param limit - Turns at a time. */
  constructor(limit: number) {
    this.#free = limit;
    this.#limit = limit;
  }

  /**
   * Waits for a turn.
   *
   * @param milliseconds - How long at most.
   * @param signals - Any of them ends the waiting.
   * @returns Gives the turn back.
   * @throws CimError `"timeout"`, or why it was ended.
   */
  async take(milliseconds: number, signals: readonly AbortSignal[]): Promise<Release> {
    if (this.#free > 0) this.#free--;
    else await this.#wait(milliseconds, signals);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#next();
    };
  }

  #next(): void {
    const [first] = this.#waiting;
    if (first === undefined) this.#free++;
    else first();
  }

  #wait(milliseconds: number, signals: readonly AbortSignal[]): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const settle = (how: () => void): void => {
        this.#waiting.delete(turn);
        clearTimeout(timer);
        for (const end of ends) end();
        how();
      };
      const turn = (): void => {
        settle(resolve);
      };
      this.#waiting.add(turn);
      const timer = setTimeout(
        () => {
          const sentence = `none of ${this.#limit} connections became free within ${milliseconds} ms, and nothing was sent: maxConnections may be higher`;
          settle(() => {
            reject(new CimError("timeout", sentence));
          });
        },
        Math.min(milliseconds, maxTimeout),
      );
      const ends: (() => void)[] = [];
      for (const signal of signals) {
        ends.push(
          whenAborted(signal, () => {
            settle(() => {
              reject(abortedError(signal));
            });
          }),
        );
      }
    });
  }
}
