/** Sending again what may be sent again, and not knocking at a dead host. */
import { type Clock, realClock, sleepUnless } from "../clock.ts";
import { CimError } from "../error.ts";

/** When to send again what changes nothing on the server; never a method call. */
export interface RetryOptions {
  /** How often at most, the first time included; 3 unless told, 1 for never again. */
  readonly attempts?: number;
  /** Milliseconds before the second attempt; 200 unless told. Doubles, and a random part of it is waited. */
  readonly delay?: number;
  /** The most that is waited; 5,000 unless told. */
  readonly maxDelay?: number;
}

/** When to stop trying to reach a host. */
export interface CircuitOptions {
  /** Failures to connect in a row after which it is left alone; 5 unless told, `Infinity` for never. */
  readonly failures?: number;
  /** Milliseconds for which it is left alone; 10,000 unless told. */
  readonly cooldown?: number;
}

/** What goes for one request. */
export interface RetryCall {
  readonly isRepeatable: boolean;
  readonly signals: readonly AbortSignal[];
  /** The time of the clock after which nothing is tried again. */
  readonly deadline: number;
}

/** Runs requests, again where that is harmless and may help. */
export interface Retrier {
  run<R>(action: () => Promise<R>, call: RetryCall): Promise<R>;
}

/**
 * Makes a retrier for one host.
 *
 * @param retry - When to send again.
 * @param circuit - When to stop trying.
 * @param clock - What time is.
 */
export function createRetrier(
  retry: RetryOptions = {},
  circuit: CircuitOptions = {},
  clock: Clock = realClock,
): Retrier {
  const { attempts = 3, delay = 200, maxDelay = 5000 } = retry;
  const breaker = new Circuit(circuit, clock);
  return {
    async run(action, { isRepeatable, signals, deadline }) {
      for (let attempt = 1; ; attempt++) {
        breaker.check();
        try {
          const result = await action();
          breaker.succeeded();
          return result;
        } catch (error) {
          breaker.failed(error);
          const most = Math.min(maxDelay, delay * 2 ** (attempt - 1));
          const pause = clock.random() * most;
          const isLast = attempt >= attempts || clock.now() + pause >= deadline;
          if (!isRepeatable || isLast || !isTransient(error)) throw error;
          await sleepUnless(clock, pause, signals);
        }
      }
    },
  };
}

/** What may be otherwise in a moment: the connection, and a server that says that it is busy. */
function isTransient(error: unknown): boolean {
  return error instanceof CimError && error.code === "unreachable" && error.isTransient === true;
}

class Circuit {
  readonly #limit: number;
  readonly #cooldown: number;
  readonly #clock: Clock;
  #failures = 0;
  #openUntil = -Infinity;
  #last: unknown;

  constructor({ failures = 5, cooldown = 10_000 }: CircuitOptions, clock: Clock) {
    this.#limit = failures;
    this.#cooldown = cooldown;
    this.#clock = clock;
  }

  /** Refuses while the host is left alone; afterwards one request finds out how it is. */
  check(): void {
    const left = this.#openUntil - this.#clock.now();
    if (left <= 0) return;
    const sentence = `not tried: it could not be reached ${this.#failures} times in a row, and is left alone for ${Math.ceil(left / 1000)} s`;
    throw new CimError("unreachable", sentence, { cause: this.#last, isTransient: true });
  }

  succeeded(): void {
    this.#failures = 0;
  }

  failed(error: unknown): void {
    if (!isTransient(error)) {
      // It has answered, whatever it said; but a timeout tells neither way.
      if (error instanceof CimError && error.httpStatus !== undefined) this.#failures = 0;
      return;
    }
    this.#failures++;
    this.#last = error;
    if (this.#failures >= this.#limit) this.#openUntil = this.#clock.now() + this.#cooldown;
  }
}
