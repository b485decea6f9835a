/** One instance. */
import { CimError } from "../error.ts";
import { requireKeyed } from "../keys.ts";
import { isReference } from "../reference.ts";
import { ask } from "../transport.ts";
import type { CallOptions, ClassData } from "../types.ts";
import { asClassData, type Core, guard } from "./core.ts";
import { presentAs } from "./instance.ts";

/** What may be said about fetching, whatever the overload. */
interface GetOptions extends CallOptions {
  readonly properties?: readonly string[];
}

/**
 * Fetches an instance.
 *
 * @param core - The client.
 * @param target - A reference, or a class.
 * @param rest - For a class its keys or a reference; then options.
 */
export async function get(core: Core, target: object, ...rest: unknown[]): Promise<object> {
  const isKnown = isReference(target);
  const cls = isKnown ? core.classOfReference(target) : asClassData(target);
  // As: what the overloads of the interface admit.
  const [address, options] = (isKnown ? [target, rest[0]] : rest) as [object?, GetOptions?];
  const path = requireKeyed(cls, core.pathOf(cls, address));
  return guard({ operation: "get", className: cls.name }, async () => {
    const properties = selectionOf(cls, options?.properties);
    const instance = await ask(core.exchange, {
      ...core.scope(cls, options, path.namespace),
      operation: "get",
      path,
      ...(properties !== undefined && { properties }),
    });
    return presentAs(core, cls, instance, properties);
  });
}

/**
 * Checks which properties are wanted.
 *
 * @param cls - The class.
 * @param wanted - Names; `undefined` for all.
 * @returns The names without repetition.
 * @throws CimError `"no-such-property"` for a name that the class does not have.
 */
export function selectionOf(
  cls: ClassData,
  wanted: readonly string[] | undefined,
): readonly string[] | undefined {
  if (wanted === undefined) return undefined;
  const declared = cls.properties ?? {};
  const stranger = wanted.find((name) => !Object.hasOwn(declared, name));
  if (stranger === undefined) return [...new Set(wanted)];
  const sentence = `${JSON.stringify(stranger)} is no property`;
  throw new CimError("no-such-property", sentence, { className: cls.name });
}
