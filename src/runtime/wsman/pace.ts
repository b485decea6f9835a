/** How fast a subscription is pulled from and made anew. */
import { sleepUnless } from "../clock.ts";
import type { CimError } from "../error.ts";
import type { Session } from "./exchange.ts";

/** How often in a row a lost subscription is made anew before the loss is reported. */
const maxAttempts = 5;
/** Milliseconds before the second of these attempts; doubles each time. */
const firstPause = 1000;
/** Milliseconds after which a failure is no sign any more that a subscription never worked. */
const longEnough = 30_000;

/** How fast a server is asked that answers at once and with nothing. */
export class Pace {
  readonly #clock: Session["clock"];
  readonly #signals: readonly (AbortSignal | undefined)[];
  #asked = 0;
  #quick = 0;
  #renewals = 0;
  #renewedAt = -Infinity;

  constructor({ clock, connection }: Session, signal: AbortSignal | undefined) {
    this.#clock = clock;
    this.#signals = [signal, connection.stopping];
  }

  begin(): void {
    this.#asked = this.#clock.now();
  }

  /**
   * Indications, or a while in which there were none, show that the subscription works: a longer
   * one if it ends with a failure, as on the way through what cuts connections that are idle. A
   * client that waited for all of its time has seen no failure of the server.
   */
  came(count: number, lost: CimError | undefined): void {
    const elapsed = this.#clock.now() - this.#asked;
    this.#quick = count === 0 && elapsed < firstPause ? this.#quick + 1 : 0;
    const hasLasted =
      lost === undefined ? elapsed >= firstPause : lost.code === "timeout" || elapsed >= longEnough;
    if (count > 0 || hasLasted) this.#renewals = 0;
  }

  /** Waits before the same question, longer each time it was answered at once, up to a second. */
  async rest(): Promise<void> {
    if (this.#quick === 0) return;
    const pause = Math.min(firstPause, 10 * 2 ** Math.min(this.#quick, 10));
    await sleepUnless(this.#clock, pause, this.#signals);
  }

  /** Waits before a subscription is made anew; not before the first time. */
  async beforeRenewal(lost: CimError): Promise<void> {
    if (this.#renewals >= maxAttempts) throw lost;
    const sinceLast = this.#clock.now() - this.#renewedAt;
    const pause =
      this.#renewals > 0 ? firstPause * 2 ** (this.#renewals - 1) : firstPause - sinceLast;
    if (pause > 0) await sleepUnless(this.#clock, pause, this.#signals);
    this.#renewals++;
    this.#renewedAt = this.#clock.now();
  }
}
