/** What methods do: a provider's half, written by whoever starts the server. */
import { CimError } from "../runtime/error.ts";
import type { Handlers, MethodHandler } from "../runtime/memory.ts";
import type { Store } from "../runtime/store.ts";
import type { CimValue, ClassData, InstancePath } from "../runtime/types.ts";

/** A method call as its handler sees it. */
export interface ServerCall {
  /** The class of the instance, or the class itself for a static method. */
  readonly cls: ClassData;
  readonly method: string;
  /** The instance; for a call on the class itself a path without keys. */
  readonly path: InstancePath;
  /** Properties of the instance; none for a call on the class itself. */
  readonly instance: Readonly<Record<string, CimValue>>;
  /** Those input parameters that the caller sent, in the spelling of the class. */
  readonly input: Readonly<Record<string, CimValue>>;
  /** All instances, to be changed at will. */
  readonly store: Store;
  /** Aborted when the caller has gone, or the server closes. */
  readonly signal: AbortSignal;
}

/**
 * What a method does. It answers with the return value, or with an object of
 * `ReturnValue` and output parameters, or with nothing for a `void` method; a
 * `CimError` that it throws becomes the matching fault.
 */
export type ServerHandler = (call: ServerCall) => unknown;

/** Handlers by class and method name; a subclass finds those of its superclasses. */
export type ServerHandlers = Readonly<Record<string, Readonly<Record<string, ServerHandler>>>>;

/**
 * Handlers in the form in which calls are dispatched, names in the spelling of
 * their classes.
 *
 * @param handlers - The user's.
 * @param classes - The server's.
 * @throws CimError `"configuration"` for a handler of a class or method that there is not.
 */
export function bindHandlers(handlers: ServerHandlers, classes: readonly ClassData[]): Handlers {
  const bound = Object.entries(handlers).map(([className, methods]): [string, Bound] => {
    const heirs = classes.filter((cls) => ancestorOf(cls, className) !== undefined);
    const [first] = heirs;
    if (first === undefined) throw refuse(className, "there is no such class");
    const entries = Object.entries(methods).map(([name, handler]): [string, MethodHandler] => {
      const known = heirs.map((cls) => methodOf(cls, name)).find((each) => each !== undefined);
      if (known === undefined) throw refuse(className, `there is no method ${name}`);
      return [known, bind(handler)];
    });
    return [ancestorOf(first, className) ?? className, Object.fromEntries(entries)];
  });
  return Object.fromEntries(bound);
}

type Bound = Readonly<Record<string, MethodHandler>>;

function bind(handler: ServerHandler): MethodHandler {
  return ({ cls, method, path, instance, input, store, signal }) =>
    handler({
      cls,
      method,
      path: path ?? { namespace: cls.namespace, className: cls.name, keys: {} },
      instance: instance ?? {},
      input,
      store,
      signal: signal ?? new AbortController().signal,
    });
}

/** The class or superclass of a name, as the class spells it. */
function ancestorOf(cls: ClassData, wanted: string): string | undefined {
  return [cls.name, ...(cls.superclasses ?? [])].find((name) => isSame(name, wanted));
}

function methodOf(cls: ClassData, wanted: string): string | undefined {
  return Object.keys(cls.methods ?? {}).find((name) => isSame(name, wanted));
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function refuse(className: string, sentence: string): CimError {
  return new CimError("configuration", `handlers: ${sentence}`, { className });
}
