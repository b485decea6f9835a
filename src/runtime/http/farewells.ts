/** Giving back what a server keeps for a client: contexts and subscriptions. */
import { requireGoingOn, unlessAborted } from "../aborted.ts";
import { CimError } from "../error.ts";

/** Something that a server keeps for a client. */
export interface Held {
  /** Gives it back, once, whoever asks; never fails. */
  giveBack(): Promise<void>;
  /** It is gone by itself. */
  letGo(): void;
}

/**
 * Gives up on a farewell after its time.
 *
 * @param work - Never fails; ends when the controller says so.
 * @param milliseconds - How long it may take.
 * @param ending - Ends what it waits for.
 */
export async function withinTime(
  work: Promise<void>,
  milliseconds: number,
  ending: AbortController,
): Promise<void> {
  const timer = setTimeout(() => {
    ending.abort(new CimError("timeout", `no answer within ${milliseconds} ms`));
  }, milliseconds);
  await work;
  clearTimeout(timer);
}

/** What is still to be given back, and what is being given back. */
export class Farewells {
  readonly #underWay = new Set<Promise<void>>();
  readonly #held = new Set<Held>();

  /**
   * Takes work that goes on after its operation has ended.
   *
   * @param work - Never fails.
   */
  background(work: Promise<void>): void {
    this.#underWay.add(work);
    void work.finally(() => this.#underWay.delete(work));
  }

  /**
   * Opens something at the server. Neither an abort nor the client's end reaches it: what has been
   * opened by then has to be undone, and only the answer says what that is.
   *
   * @param signals - End the waiting for it.
   * @param milliseconds - How long its answer may take after that.
   * @param start - Opens it, until its own signal says otherwise.
   * @param undo - Never fails.
   * @throws CimError of opening, or why the waiting was ended.
   */
  async open<R>(
    signals: readonly (AbortSignal | undefined)[],
    milliseconds: number,
    start: (ending: AbortSignal) => Promise<R>,
    undo: (opened: R) => Promise<void>,
  ): Promise<R> {
    for (const signal of signals) requireGoingOn(signal);
    const ending = new AbortController();
    const opening = start(ending.signal);
    try {
      return await unlessAborted(opening, ...signals);
    } catch (error) {
      if (signals.some((signal) => signal?.aborted === true)) {
        const late = opening.then(undo, () => undefined);
        this.background(withinTime(late, milliseconds, ending));
      }
      throw error;
    }
  }

  /**
   * Remembers what the server keeps, for when the client is closed before it has been given back.
   *
   * @param release - Gives it back; never fails.
   */
  hold(release: () => Promise<void>): Held {
    let done: Promise<void> | undefined;
    const end = (how: () => Promise<void>): Promise<void> => {
      this.#held.delete(held);
      done ??= how();
      return done;
    };
    const held: Held = {
      giveBack: () => end(release),
      letGo: () => void end(() => Promise.resolve()),
    };
    this.#held.add(held);
    return held;
  }

  /**
   * Gives everything back and waits for it, but not for long: a server may leave a farewell
   * unanswered.
   *
   * @param milliseconds - The longest time to wait.
   */
  async settle(milliseconds: number): Promise<void> {
    for (const held of [...this.#held]) this.background(held.giveBack());
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    await Promise.race([this.#end(), late]);
    clearTimeout(timer);
  }

  async #end(): Promise<void> {
    // Calls that have just been ended may leave something to be given back.
    await new Promise(setImmediate);
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }
}
