/** An instance's element → its properties and its path (DSP0227 7). */
import { typeOfProperty } from "../class-data.ts";
import { CimDateTime } from "../datetime.ts";
import { CimInterval } from "../interval.ts";
import { retypeReadKeys } from "../keys.ts";
import type { InstanceData } from "../operations.ts";
import { isReference, pathOf } from "../reference.ts";
import { unreadable } from "../secrets.ts";
import type { CimValue, ClassData, InstancePath, KeyValue, TypeCode } from "../types.ts";
import type { XmlElement } from "../xml/read.ts";
import { guessNamed } from "./embedded.ts";
import { type DecodeContext, decodeValue } from "./values.ts";

/** A declared property, and where its elements are gathered. */
interface Slot {
  readonly name: string;
  readonly type: TypeCode;
  readonly index: number;
}

interface Plan {
  readonly slots: readonly Slot[];
  /** By the name as declared and in lower case: servers change the case of names. */
  readonly byName: ReadonlyMap<string, Slot>;
}

const plans = new WeakMap<ClassData, Plan>();

function planOf(cls: ClassData): Plan {
  const before = plans.get(cls);
  if (before !== undefined) return before;
  const slots = Object.entries(cls.properties ?? {}).map(([name, property], index): Slot => ({
    name,
    type: typeOfProperty(property),
    index,
  }));
  const byName = new Map(slots.map((slot) => [slot.name.toLowerCase(), slot]));
  for (const slot of slots) byName.set(slot.name, slot);
  const plan = { slots, byName };
  plans.set(cls, plan);
  return plan;
}

/**
 * Reads an instance of a class or of a subclass. By the subclass if it is known; what is not
 * declared is kept apart.
 *
 * @param element - The instance.
 * @param cls - The class that the caller asked for.
 * @param path - Where the server says the instance is; otherwise its keys tell.
 * @param context - Namespace and known classes.
 * @throws CimError `"protocol"` that names the property whose text is not of its type.
 */
export function decodeInstance(
  element: XmlElement,
  cls: ClassData,
  path: InstancePath | undefined,
  context: DecodeContext,
): InstanceData {
  const own = context.classOf?.(element.name) ?? cls;
  const { slots, byName } = planOf(own);
  const gathered: XmlElement[][] = slots.map(() => []);
  const strangers = new Map<string, XmlElement[]>();
  for (const each of element.children) {
    const slot = byName.get(each.name) ?? byName.get(each.name.toLowerCase());
    if (slot !== undefined) gathered[slot.index]?.push(each);
    else gather(strangers, each);
  }
  const properties: Record<string, CimValue> = {};
  for (const { name, type, index } of slots) {
    const value = decodeNamed(own, { name, type }, gathered[index] ?? [], context);
    // An assignment would not do for a property called __proto__.
    if (name === "__proto__") Object.defineProperty(properties, name, { value, enumerable: true });
    else properties[name] = value;
  }
  const at = path ?? {
    namespace: context.namespace,
    className: element.name,
    keys: Object.fromEntries(keysAmong(properties, cls)),
  };
  return {
    path: retypeReadKeys(own, at),
    properties,
    ...(strangers.size > 0 && { undeclared: decodeStrangers(strangers, context) }),
  };
}

function gather(groups: Map<string, XmlElement[]>, element: XmlElement): void {
  const group = groups.get(element.name);
  if (group === undefined) groups.set(element.name, [element]);
  else group.push(element);
}

function decodeNamed(
  cls: ClassData,
  { name, type }: Pick<Slot, "name" | "type">,
  elements: readonly XmlElement[],
  context: DecodeContext,
): CimValue {
  try {
    return decodeValue(elements, type, context);
  } catch (error) {
    throw unreadable(error, cls, name);
  }
}

function decodeStrangers(
  strangers: ReadonlyMap<string, readonly XmlElement[]>,
  context: DecodeContext,
): Readonly<Record<string, CimValue>> {
  return Object.fromEntries(
    [...strangers].map(([name, elements]) => [
      name,
      guessNamed(name, elements, context, decodeValue),
    ]),
  );
}

function keysAmong(
  properties: Readonly<Record<string, CimValue>>,
  cls: ClassData,
): [string, KeyValue][] {
  return (cls.keys ?? []).flatMap((name): [string, KeyValue][] => {
    const value = (Object.hasOwn(properties, name) ? properties[name] : undefined) ?? null;
    if (isReference(value)) return [[name, pathOf(value)]];
    const isDateTime = value instanceof CimDateTime || value instanceof CimInterval;
    return value === null || (typeof value === "object" && !isDateTime) ? [] : [[name, value]];
  });
}
