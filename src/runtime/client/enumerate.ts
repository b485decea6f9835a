/** The instances of a class. */
import { classFinder } from "../class-data.ts";
import { askForItems } from "../transport.ts";
import type { ClassData } from "../types.ts";
import type { EnumerateOptions } from "./arguments.ts";
import { type Core, guardItems } from "./core.ts";
import { selectionOf } from "./get.ts";
import { presentAs, presentHandle } from "./instance.ts";

/** What the overloads of the interface admit. */
interface AnyEnumerateOptions extends EnumerateOptions {
  readonly properties?: readonly string[];
  readonly keysOnly?: boolean;
  readonly as?: readonly ClassData[];
}

/**
 * Enumerates the instances of a class. Each loop asks anew.
 *
 * @param core - The client.
 * @param cls - The class.
 * @param options - See {@link EnumerateOptions}.
 */
export function enumerate(
  core: Core,
  cls: ClassData,
  options: AnyEnumerateOptions = {},
): AsyncIterable<object> {
  const { properties: wanted, keysOnly = false, as = [], subclasses = true } = options;
  const found = classFinder(as);
  return guardItems({ operation: "enumerate", className: cls.name }, async function* () {
    const scope = core.scope(cls, options, core.namespaceOf(cls));
    const properties = selectionOf(cls, wanted);
    const items = askForItems(core.exchange, {
      ...scope,
      classOf: (name) => found(name) ?? scope.classOf(name),
      operation: "enumerate",
      ...(properties !== undefined && { properties }),
      ...(keysOnly && { keysOnly }),
      ...(!subclasses && { isShallow: true }),
    });
    for await (const item of items) {
      const known = found(item.path.className) ?? cls;
      yield keysOnly ? presentHandle(core, cls, item) : presentAs(core, known, item, properties);
    }
  });
}
