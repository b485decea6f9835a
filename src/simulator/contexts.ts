/** What a server remembers between Enumerate and the last Pull. */
import { randomUUID } from "node:crypto";
import { faults, SoapFault } from "./wsman/fault.ts";

/** Bounds of what is remembered. */
export interface ContextLimits<T> {
  /** Contexts at a time; 1500 unless told, as MaxConcurrentOperationsPerUser of WinRM. */
  readonly count?: number;
  /** Milliseconds between pulls; 240,000 unless told, as EnumerationTimeoutms of WinRM. */
  readonly idle?: number;
  /** Is told of each value that is forgotten. */
  readonly dropped?: (value: T) => void;
  /** A clock in milliseconds that never goes back. */
  readonly now?: () => number;
}

/** Values under names that a client hands back. Forgets the idle ones when it is used: no timers. */
export class Contexts<T> {
  /** The longest unused first. */
  readonly #entries = new Map<string, { readonly value: T; readonly usedAt: number }>();
  readonly #count: number;
  readonly #idle: number;
  readonly #now: () => number;
  readonly #dropped: (value: T) => void;

  constructor(limits: ContextLimits<T> = {}) {
    this.#count = limits.count ?? 1500;
    this.#idle = limits.idle ?? 240_000;
    this.#now = limits.now ?? (() => performance.now());
    this.#dropped = limits.dropped ?? (() => undefined);
  }

  /** How many there are, idle ones included. */
  get size(): number {
    return this.#entries.size;
  }

  /**
   * Remembers a value.
   *
   * @throws SoapFault when there are too many.
   */
  open(value: T): string {
    this.#forgetIdle();
    if (this.#entries.size >= this.#count) {
      throw new SoapFault(faults.tooManyContexts, "too many enumerations are open");
    }
    const name = `uuid:${randomUUID().toUpperCase()}`;
    this.#entries.set(name, { value, usedAt: this.#now() });
    return name;
  }

  /** The value of a name; keeps it from being idle. */
  use(name: string): T | undefined {
    this.#forgetIdle();
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    this.#entries.delete(name);
    this.#entries.set(name, { value: entry.value, usedAt: this.#now() });
    return entry.value;
  }

  /** Forgets a name. */
  close(name: string): void {
    const entry = this.#entries.get(name);
    if (entry === undefined) return;
    this.#entries.delete(name);
    this.#dropped(entry.value);
  }

  #forgetIdle(): void {
    const oldest = this.#now() - this.#idle;
    for (const [name, { usedAt }] of this.#entries) {
      if (usedAt > oldest) return;
      this.close(name);
    }
  }
}
