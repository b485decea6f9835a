/** Indications of a server in memory. */
import type { InstanceData } from "../operations.ts";
import type { ClassData, ClassDescriptor, CimValue, Embedded } from "../types.ts";
import { conformProperties, type Store } from "./store.ts";

/** What subscribers are told. */
export interface Events {
  /** How many subscribers there are. */
  readonly subscribers: number;
  /**
   * Tells all subscribers of an indication, checked by its class's type.
   *
   * @returns How many there are.
   * @throws CimError `"invalid-parameter"` for a value of the wrong type.
   */
  publish<T>(cls: ClassDescriptor<T, string>, properties: Partial<Embedded<T>>): number;
  /** The same by name. */
  publish(className: string, properties: object, namespace?: string): number;
  /** Tells all subscribers that they may have missed something. */
  interrupt(reason: string): void;
  /** Takes a subscriber. */
  subscribe(signal?: AbortSignal): EventQueue;
  /** Ends all subscriptions. */
  close(): void;
}

/** What is published to one subscriber. */
export type Published =
  | { readonly kind: "indication"; readonly instance: InstanceData; readonly cls: ClassData }
  | { readonly kind: "gap"; readonly reason: string };

/** What a subscriber has not taken yet. */
export interface EventQueue {
  /** Waits for the next; `undefined` when the subscription has ended. */
  next(): Promise<Published | undefined>;
  /** Waits until there is something, the subscription has ended, or the signal is aborted. */
  wake(signal: AbortSignal): Promise<void>;
  /** What is there now, without waiting. */
  take(): readonly Published[];
  /** Ends the subscription. */
  end(): void;
}

/** Indications that a subscriber may be behind; older ones are dropped, and a gap says so. */
const maxWaiting = 10_000;

/**
 * Makes the events of a store.
 *
 * @param store - Where the classes are.
 */
export function openEvents(store: Store): Events {
  const queues = new Set<Queue>();
  const tell = (published: Published): number => {
    for (const queue of queues) queue.push(published);
    return queues.size;
  };
  return {
    get subscribers() {
      return queues.size;
    },
    publish(wanted: string | ClassData, properties: object, namespace?: string) {
      const name = typeof wanted === "string" ? wanted : wanted.name;
      const home = typeof wanted === "string" ? namespace : wanted.namespace;
      const cls = store.classNamed(name, home);
      const values: ReadonlyMap<string, CimValue> = conformProperties(cls, properties);
      const full = Object.keys(cls.properties ?? {}).map((each) => [
        each,
        values.get(each) ?? null,
      ]);
      const path = { namespace: cls.namespace, className: cls.name, keys: {} };
      // As: pairs of a name and a value.
      const instance = { path, properties: Object.fromEntries(full) as Record<string, CimValue> };
      return tell({ kind: "indication", cls, instance });
    },
    interrupt(reason) {
      tell({ kind: "gap", reason });
    },
    subscribe(signal) {
      const queue = new Queue(() => queues.delete(queue));
      queues.add(queue);
      if (signal?.aborted === true) queue.end();
      else signal?.addEventListener("abort", () => queue.end(), { once: true });
      return queue;
    },
    close() {
      for (const queue of queues) queue.end();
    },
  };
}

class Queue implements EventQueue {
  #waiting: Published[] = [];
  #isOver = false;
  #wake: (() => void) | undefined;
  readonly #forget: () => void;

  constructor(forget: () => void) {
    this.#forget = forget;
  }

  push(published: Published): void {
    if (this.#waiting.length >= maxWaiting) {
      this.#waiting = [{ kind: "gap", reason: `more than ${maxWaiting} indications were waiting` }];
    }
    this.#waiting.push(published);
    this.#wake?.();
  }

  take(): readonly Published[] {
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }

  async next(): Promise<Published | undefined> {
    while (this.#waiting.length === 0 && !this.#isOver) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#waiting.shift();
  }

  async wake(signal: AbortSignal): Promise<void> {
    if (this.#waiting.length > 0 || this.#isOver || signal.aborted) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      signal.addEventListener(
        "abort",
        () => {
          resolve();
        },
        { once: true },
      );
    });
  }

  end(): void {
    this.#isOver = true;
    this.#forget();
    this.#wake?.();
  }
}
