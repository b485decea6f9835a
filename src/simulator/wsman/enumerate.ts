/** Enumerate, Pull and Release (WS-Enumeration; DSP0226 8, DSP0227 8). */
import type { Store } from "../../runtime/memory/store.ts";
import { child, childText, type XmlElement } from "../../runtime/xml/parse.ts";
import { writeXml, xml, type XmlNode } from "../../runtime/xml/write.ts";
import type { Contexts } from "../contexts.ts";
import type { Parts } from "../parts.ts";
import { faults, SoapFault } from "./fault.ts";
import { filtered } from "./filter.ts";
import type { Enumeration, Held, Item } from "./held.ts";
import { fragmentElement, instanceElement, instanceReference } from "./instance-xml.ts";
import type { Message } from "./request.ts";
import { encoding, type Target, targetOf } from "./target.ts";

type Mode = "EnumerateObject" | "EnumerateEPR" | "EnumerateObjectAndEPR";

/** What an envelope needs around its items, generously. */
const overhead = 4096;

/**
 * Begins an enumeration. What is enumerated is what there is now.
 *
 * @param message - The message.
 * @param parts - The server's insides.
 * @param contexts - Where what is left is kept.
 * @returns The `n:EnumerateResponse`.
 * @throws SoapFault for what is asked in a way that cannot be served.
 */
export async function enumerate(
  message: Message,
  parts: Parts,
  contexts: Contexts<Held>,
): Promise<XmlNode> {
  const { body } = message;
  if (body?.name !== "Enumerate") throw invalid("the body holds no Enumerate");
  const mode = modeOf(body);
  const filter = child(body, "Filter");
  if (filter !== undefined) {
    const { items, target } = await filtered(message, filter, parts);
    return begin(message, items.map(writer(mode, target)), contexts);
  }
  const target = targetOf(message, parts.store);
  const items = itemsOf(target, parts.store, childText(body, "PolymorphismMode"));
  return begin(message, items.map(writer(mode, target)), contexts);
}

/**
 * Begins to send items.
 *
 * @param message - The Enumerate.
 * @param items - Makes each when its turn comes.
 * @param contexts - Where what is left is kept.
 * @returns The `n:EnumerateResponse`.
 */
export function begin(
  message: Message,
  items: readonly (() => XmlNode)[],
  contexts: Contexts<Held>,
): XmlNode {
  const { body, limit } = message;
  if (body?.name !== "Enumerate") throw invalid("the body holds no Enumerate");
  const enumeration: Enumeration = { kind: "enumeration", items, next: 0 };
  const isOptimized = child(body, "OptimizeEnumeration") !== undefined;
  // DSP0226 8.2.3: without optimization there are no items yet.
  const batch = isOptimized ? take(enumeration, countOf(body), limit) : undefined;
  const isLast = batch !== undefined && enumeration.next === items.length;
  // After the last item a context is still an element of the schema, but stands for nothing.
  const context = isLast ? "" : contexts.open(enumeration);
  return xml("n:EnumerateResponse", {}, [
    xml("n:EnumerationContext", {}, context === "" ? [] : [context]),
    ...(batch === undefined ? [] : [xml("w:Items", {}, batch)]),
    ...(isLast ? [xml("w:EndOfSequence")] : []),
  ]);
}

/**
 * Continues an enumeration.
 *
 * @param message - The message.
 * @param contexts - Where it is kept.
 * @returns The `n:PullResponse`.
 * @throws SoapFault for an unknown context.
 */
export function pull(message: Message, contexts: Contexts<Held>): XmlNode {
  const { body, limit } = message;
  if (body?.name !== "Pull") throw invalid("the body holds no Pull");
  const context = childText(body, "EnumerationContext") ?? "";
  const enumeration = requireContext(context, contexts);
  if (enumeration.kind !== "enumeration") throw unknownContext();
  const batch = take(enumeration, countOf(body), limit);
  const isLast = enumeration.next === enumeration.items.length;
  if (isLast) contexts.close(context);
  return xml("n:PullResponse", {}, [
    ...(isLast ? [] : [xml("n:EnumerationContext", {}, [context])]),
    xml("n:Items", {}, batch),
    ...(isLast ? [xml("n:EndOfSequence")] : []),
  ]);
}

/**
 * Gives an enumeration or a subscription up.
 *
 * @param message - The message.
 * @param contexts - Where it is kept.
 * @throws SoapFault for an unknown context.
 */
export function release({ body }: Message, contexts: Contexts<Held>): void {
  if (body?.name !== "Release") throw invalid("the body holds no Release");
  const context = childText(body, "EnumerationContext") ?? "";
  requireContext(context, contexts);
  contexts.close(context);
}

function requireContext(context: string, contexts: Contexts<Held>): Held {
  const held = contexts.use(context);
  if (held !== undefined) return held;
  throw unknownContext();
}

/** The fault for a context that nobody knows. */
export function unknownContext(): SoapFault {
  return new SoapFault(faults.invalidContext, "the enumeration context is not known");
}

/** DSP0227 8.1: subclasses with their own properties, with those of the class, or not at all. */
function itemsOf({ cls }: Target, store: Store, polymorphism: string | undefined): Item[] {
  const items = store.instances(cls.name, cls.namespace).map((instance) => ({
    instance,
    cls: store.classOf(instance.path.className, instance.path.namespace),
  }));
  if (polymorphism === "None") return items.filter((item) => item.cls === cls);
  return polymorphism === "ExcludeSubClassProperties"
    ? items.map(({ instance }) => ({ instance, cls }))
    : items;
}

function modeOf(body: XmlElement): Mode {
  const mode = childText(body, "EnumerationMode") ?? "EnumerateObject";
  switch (mode) {
    case "EnumerateObject":
    case "EnumerateEPR":
    case "EnumerateObjectAndEPR":
      return mode;
    default:
      throw new SoapFault(faults.enumerationMode, "the enumeration mode is not supported");
  }
}

/** DSP0226 8.2.3, 8.4: one item when nothing is said. */
function countOf(body: XmlElement): number {
  const text = childText(body, "MaxElements") ?? "1";
  if (/^0*[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw invalid("MaxElements is not a positive number");
}

/** Takes as many items as are wanted and fit. */
function take(enumeration: Enumeration, count: number, limit: number): XmlNode[] {
  const { items } = enumeration;
  const taken: XmlNode[] = [];
  let room = limit - overhead;
  while (taken.length < count) {
    const element = items[enumeration.next]?.();
    if (element === undefined) break;
    room -= Buffer.byteLength(writeXml(element));
    if (room < 0 && taken.length > 0) break;
    if (room < 0) throw new SoapFault(faults.envelopeExceeded, "an instance is too large to send");
    taken.push(element);
    enumeration.next++;
  }
  return taken;
}

/** How an item is written, when its turn comes. */
function writer(mode: Mode, target: Target): (item: Item) => () => XmlNode {
  const context = encoding(target);
  return ({ instance, cls, isFragment = false }) =>
    () => {
      if (mode === "EnumerateEPR") return instanceReference(instance, context);
      if (isFragment) return fragmentElement(instance, cls, context);
      const element = instanceElement(instance, cls, context);
      return mode === "EnumerateObject"
        ? element
        : xml("w:Item", {}, [element, instanceReference(instance, context)]);
    };
}

function invalid(sentence: string): SoapFault {
  return new SoapFault(faults.invalidMessage, sentence);
}
