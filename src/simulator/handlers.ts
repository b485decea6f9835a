/** What methods do: a provider's half, written by whoever starts the server. */
import { CimError } from "../runtime/error.ts";
import {
  type HandlerFinder,
  handlerFinder,
  type Handlers,
  isProviders,
  type MethodHandler,
} from "../runtime/memory/handlers.ts";
import type { Provided } from "../runtime/memory/provider.ts";
import type { ClassData } from "../runtime/types.ts";
import { faultOf } from "./wsman/fault.ts";

/**
 * Handlers in the form in which calls are dispatched.
 *
 * @param handlers - The user's.
 * @param classes - The server's.
 * @throws CimError `"configuration"` for a handler of a class or method that there is not.
 */
export function bindHandlers(
  handlers: Handlers | readonly Provided[],
  classes: readonly ClassData[],
): HandlerFinder {
  const find = handlerFinder(
    isProviders(handlers) ? known(handlers, classes) : spelled(handlers, classes),
  );
  return (cls, method) => {
    const handler = find(cls, method);
    return handler && bind(handler);
  };
}

/** A provider's methods are checked by its type; its class has to be one of the server's. */
function known(providers: readonly Provided[], classes: readonly ClassData[]): readonly Provided[] {
  for (const { cls } of providers) {
    const isServed = classes.some(
      (each) => isSame(each.namespace, cls.namespace) && ancestorOf(each, cls.name) !== undefined,
    );
    if (!isServed) throw refuse(cls.name, `there is no such class in ${cls.namespace}`);
  }
  return providers;
}

/** Names in the spelling of their classes. */
function spelled(handlers: Handlers, classes: readonly ClassData[]): Handlers {
  const bound = Object.entries(handlers).map(([className, methods]): [string, Bound] => {
    const heirs = classes.filter((cls) => ancestorOf(cls, className) !== undefined);
    const [first] = heirs;
    if (first === undefined) throw refuse(className, "there is no such class");
    const entries = Object.entries(methods).map(([name, handler]): [string, MethodHandler] => {
      const declared = heirs.map((cls) => methodOf(cls, name)).find((each) => each !== undefined);
      if (declared === undefined) throw refuse(className, `there is no method ${name}`);
      return [declared, handler];
    });
    return [ancestorOf(first, className) ?? className, Object.fromEntries(entries)];
  });
  return Object.fromEntries(bound);
}

type Bound = Readonly<Record<string, MethodHandler>>;

function bind(handler: MethodHandler): MethodHandler {
  return async (call) => {
    try {
      return await handler(call);
    } catch (error) {
      // Now, because a later one of the same kind would be about what the handler answered.
      throw faultOf(error);
    }
  };
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
