/** CIM-XML → instances with their paths (DSP0201 5.5.3). */
import { retypeReadKeys } from "../keys.ts";
import type { InstanceData } from "../operations.ts";
import { isReference, pathOf } from "../reference.ts";
import type { CimValue, ClassData, InstancePath, KeyValue } from "../types.ts";
import type { XmlElement } from "../xml/parse.ts";
import { type DecodeContext, readProperties } from "./decode.ts";
import { isMoment } from "./path.ts";

/**
 * Reads an instance of a class or of a subclass. By the subclass if it is known; what is not
 * declared is kept apart.
 *
 * @param element - The `INSTANCE` element.
 * @param cls - The class that the caller asked for.
 * @param path - Where the server says the instance is; otherwise its keys tell.
 * @param context - Namespace and known classes.
 * @throws CimError `"protocol"` for what is no instance, and for a property whose text is not
 *   of its type.
 */
export function decodeInstance(
  element: XmlElement,
  cls: ClassData,
  path: InstancePath | undefined,
  context: DecodeContext,
): InstanceData {
  const read = readProperties(element, cls, context);
  const own = read.cls ?? cls;
  const at = path ?? {
    namespace: context.namespace,
    className: read.className,
    keys: keysAmong(read.declared, own),
  };
  return {
    path: retypeReadKeys(own, at),
    properties: read.declared,
    ...(Object.keys(read.others).length > 0 && { undeclared: read.others }),
  };
}

function keysAmong(
  properties: Readonly<Record<string, CimValue>>,
  cls: ClassData,
): Readonly<Record<string, KeyValue>> {
  const entries = (cls.keys ?? []).flatMap((name): [string, KeyValue][] => {
    const value = (Object.hasOwn(properties, name) ? properties[name] : undefined) ?? null;
    if (isReference(value)) return [[name, pathOf(value)]];
    return value === null || (typeof value === "object" && !isMoment(value)) ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}
