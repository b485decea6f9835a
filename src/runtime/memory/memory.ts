/** A server in memory, for tests of programs that use a client. */
import { link, requireGoingOn, unlessAborted } from "../aborted.ts";
import { CimError } from "../error.ts";
import { intercept, type Interceptor, mapItems } from "../intercept.ts";
import type { ClassDefinition, QualifierDefinition } from "../schema/definition.ts";
import { exchangeOf, type Transport } from "../transport.ts";
import type { ClassData } from "../types.ts";
import { memoryOperations } from "./answer.ts";
import { type Events, openEvents } from "./events.ts";
import { handlerFinder, type Handlers } from "./handlers.ts";
import type { Provided } from "./provider.ts";
import { createStore, type Seed, type Seeded, type Store } from "./store.ts";

/** What a memory transport is made of. */
export interface MemoryOptions {
  readonly classes?: readonly ClassData[];
  /** Instances, as `instancesOf` makes them or by class name. */
  readonly instances?: Seed | readonly Seeded[];
  /** What methods do; one without a handler answers that it is not available. */
  readonly handlers?: Handlers | readonly Provided[];
  /** A store of one's own, instead of classes and instances. */
  readonly store?: Store;
  /** Definitions of classes, for who asks for them; made of `classes` unless given. */
  readonly definitions?: readonly ClassDefinition[];
  /** Declarations of qualifiers. */
  readonly qualifiers?: readonly QualifierDefinition[];
}

/** A transport that shows its store. */
export interface MemoryTransport extends Transport {
  readonly store: Store;
  /** What subscribers are told. */
  readonly events: Events;
}

/**
 * Makes a server in memory. It checks and converts values as the real way does.
 *
 * @param options - Classes, instances and method handlers.
 * @throws CimError when an instance does not fit its class.
 */
export function memoryTransport(options: MemoryOptions): MemoryTransport {
  const store = options.store ?? createStore(options.classes ?? [], options.instances);
  const handlers = handlerFinder(options.handlers ?? {});
  const { definitions, qualifiers = [] } = options;
  const events = openEvents(store);
  const operations = memoryOperations({
    store,
    handlers,
    events,
    qualifiers,
    ...(definitions !== undefined && { definitions }),
  });
  const closing = new AbortController();
  const { exchange } = intercept(
    { exchange: exchangeOf(operations), close: () => Promise.resolve() },
    [untilClosed(closing.signal), untilAborted],
  );
  return {
    store,
    events,
    exchange,
    close() {
      closing.abort(new CimError("closed", "the client is closed"));
      events.close();
      return Promise.resolve();
    },
  };
}

function untilClosed(closing: AbortSignal): Interceptor {
  return (next) => async (request) => {
    requireGoingOn(closing);
    const { signal, unlink } = link([request.signal, closing]);
    try {
      const response = await next({ ...request, signal });
      if (!("items" in response)) {
        unlink();
        return response;
      }
      return mapItems(response, async function* (items) {
        try {
          yield* items;
        } finally {
          unlink();
        }
      });
    } catch (error) {
      unlink();
      throw error;
    }
  };
}

/** Rejects as soon as the signal says so, whatever a handler still does. */
const untilAborted: Interceptor = (next) => async (request) => {
  const { signal } = request;
  if (signal === undefined) return next(request);
  requireGoingOn(signal);
  const response = await unlessAborted(next(request), signal);
  if (!("items" in response)) return response;
  return mapItems(response, async function* (items) {
    for await (const item of items) {
      yield item;
      requireGoingOn(signal);
    }
  });
};
