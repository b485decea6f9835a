/** What both services work on. */
import type { Events } from "../runtime/memory/events.ts";
import type { HandlerFinder } from "../runtime/memory/handlers.ts";
import type { Store } from "../runtime/memory/store.ts";
import type { InstancePath } from "../runtime/types.ts";
import type { Operations } from "../runtime/transport.ts";

/** A server's insides: the same whatever it is spoken to in. */
export interface Parts {
  readonly store: Store;
  readonly handlers: HandlerFinder;
  readonly events: Events;
  /** What is done for each operation. */
  readonly operations: Operations;
  readonly product: Product;
}

/** What the server tells about itself. */
export interface Product {
  readonly vendor: string;
  readonly version: string;
}

/** Names of what is asked for. */
export type LoggedOperation =
  | "identify"
  | "get"
  | "enumerate"
  | "query"
  | "associators"
  | "references"
  | "pull"
  | "release"
  | "create"
  | "modify"
  | "delete"
  | "invoke"
  | "subscribe"
  | "unsubscribe"
  | "get-class"
  | "enumerate-classes"
  | "enumerate-qualifiers"
  | "unknown";

/** A request that was understood far enough to be told of. */
export interface LoggedRequest {
  readonly operation: LoggedOperation;
  /** WS-Management's action, or the operation or method that CIM-XML names. */
  readonly action?: string;
  readonly className?: string;
  readonly namespace?: string;
  /** As the request spells it. */
  readonly method?: string;
  /** Absent when the class itself is meant, or does not exist. */
  readonly path?: InstancePath;
  /** Why the answer is a fault: what a handler threw, among others. */
  readonly error?: unknown;
}

/** A request while it is looked into. */
export type Entry = { -readonly [P in keyof LoggedRequest]: LoggedRequest[P] };

/** Requests that are remembered. */
const maxLogged = 10_000;

/**
 * Remembers a request; the oldest is forgotten.
 *
 * @param requests - What is remembered.
 */
export function logRequest(requests: LoggedRequest[]): Entry {
  const entry: Entry = { operation: "unknown" };
  if (requests.push(entry) > maxLogged) requests.shift();
  return entry;
}
