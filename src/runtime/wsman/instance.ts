/** An instance's element → its properties and its path (DSP0227 7). */
import { typeOfProperty } from "../class-data.ts";
import { CimDateTime } from "../datetime.ts";
import { CimInterval } from "../interval.ts";
import { retypeKeys } from "../keys.ts";
import { isReference, pathOf } from "../reference.ts";
import type { InstanceData } from "../transport.ts";
import type { CimValue, ClassData, InstancePath, KeyValue } from "../types.ts";
import { childrenByName, type XmlElement } from "../xml/parse.ts";
import { type DecodeContext, decodeValue } from "./values.ts";

/**
 * Reads an instance of a class or of a subclass; properties that the class does
 * not declare are passed over.
 *
 * @param element - The instance.
 * @param cls - The class that the caller asked for.
 * @param path - Where the server says the instance is; otherwise its keys tell.
 * @param context - Namespace and known classes.
 */
export function decodeInstance(
  element: XmlElement,
  cls: ClassData,
  path: InstancePath | undefined,
  context: DecodeContext,
): InstanceData {
  const groups = childrenByName(element);
  const properties = Object.entries(cls.properties ?? {}).map(
    ([name, property]): [string, CimValue] => {
      const elements = groups.get(name.toLowerCase()) ?? [];
      return [name, decodeValue(elements, typeOfProperty(property), context)];
    },
  );
  const own = path ?? {
    namespace: context.namespace,
    className: element.name,
    keys: Object.fromEntries(keysAmong(new Map(properties), cls)),
  };
  return { path: retypeKeys(cls, own), properties: Object.fromEntries(properties) };
}

function keysAmong(
  properties: ReadonlyMap<string, CimValue>,
  cls: ClassData,
): [string, KeyValue][] {
  return (cls.keys ?? []).flatMap((name): [string, KeyValue][] => {
    const value = properties.get(name) ?? null;
    if (isReference(value)) return [[name, pathOf(value)]];
    const isDateTime = value instanceof CimDateTime || value instanceof CimInterval;
    return value === null || (typeof value === "object" && !isDateTime) ? [] : [[name, value]];
  });
}
