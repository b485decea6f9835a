/** What methods do: a provider's half, written by whoever starts the server. */
import { CimError } from "../runtime/error.ts";
import type { Handlers, MethodHandler } from "../runtime/memory.ts";
import type { ClassData } from "../runtime/types.ts";
import { faultOf } from "./fault.ts";

/**
 * Handlers in the form in which calls are dispatched, names in the spelling of
 * their classes.
 *
 * @param handlers - The user's.
 * @param classes - The server's.
 * @throws CimError `"configuration"` for a handler of a class or method that there is not.
 */
export function bindHandlers(handlers: Handlers, classes: readonly ClassData[]): Handlers {
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
