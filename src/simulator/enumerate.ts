/** Enumerate, Pull and Release (WS-Enumeration; DSP0226 8, DSP0227 8.1). */
import type { Store } from "../runtime/store.ts";
import type { InstanceData } from "../runtime/transport.ts";
import type { ClassData } from "../runtime/types.ts";
import { child, childText, type XmlElement } from "../runtime/xml/parse.ts";
import { writeXml, xml, type XmlNode } from "../runtime/xml/write.ts";
import type { Contexts } from "./contexts.ts";
import { faults, SoapFault } from "./fault.ts";
import { instanceElement, instanceReference } from "./instance-xml.ts";
import type { Message } from "./request.ts";
import { encoding, type Target } from "./target.ts";

type Mode = "EnumerateObject" | "EnumerateEPR" | "EnumerateObjectAndEPR";

/** An enumeration that has not come to its end. */
export interface Enumeration {
  readonly target: Target;
  readonly mode: Mode;
  readonly items: readonly Item[];
  /** Index of the first item that was not sent. */
  next: number;
}

/** An instance and the class as which it appears. */
interface Item {
  readonly instance: InstanceData;
  readonly cls: ClassData;
}

/** What an envelope needs around its items, generously. */
const overhead = 4096;

/**
 * Begins an enumeration. What is enumerated is what there is now.
 *
 * @param message - The message.
 * @param target - The class.
 * @param store - Where the instances are.
 * @param contexts - Where what is left is kept.
 * @returns The `n:EnumerateResponse`.
 * @throws SoapFault for what is asked in a way that cannot be served.
 */
export function enumerate(
  message: Message,
  target: Target,
  store: Store,
  contexts: Contexts<Enumeration>,
): XmlNode {
  const { body, limit } = message;
  if (body?.name !== "Enumerate") throw invalid("the body holds no Enumerate");
  if (child(body, "Filter") !== undefined) {
    throw new SoapFault(faults.filteringNotSupported, "filters are not supported");
  }
  const items = itemsOf(target, store, childText(body, "PolymorphismMode"));
  const enumeration: Enumeration = { target, mode: modeOf(body), items, next: 0 };
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
export function pull(message: Message, contexts: Contexts<Enumeration>): XmlNode {
  const { body, limit } = message;
  if (body?.name !== "Pull") throw invalid("the body holds no Pull");
  const [context, enumeration] = requireContext(body, contexts);
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
 * Gives an enumeration up.
 *
 * @param message - The message.
 * @param contexts - Where it is kept.
 * @throws SoapFault for an unknown context.
 */
export function release({ body }: Message, contexts: Contexts<Enumeration>): void {
  if (body?.name !== "Release") throw invalid("the body holds no Release");
  const [context] = requireContext(body, contexts);
  contexts.close(context);
}

function requireContext(
  body: XmlElement,
  contexts: Contexts<Enumeration>,
): [context: string, enumeration: Enumeration] {
  const context = childText(body, "EnumerationContext") ?? "";
  const enumeration = contexts.use(context);
  if (enumeration !== undefined) return [context, enumeration];
  throw new SoapFault(faults.invalidContext, "the enumeration context is not known");
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
  const { target, mode, items } = enumeration;
  const context = encoding(target);
  const taken: XmlNode[] = [];
  let room = limit - overhead;
  while (taken.length < count) {
    const item = items[enumeration.next];
    if (item === undefined) break;
    const element = itemElement(item, mode, context);
    room -= Buffer.byteLength(writeXml(element));
    if (room < 0 && taken.length > 0) break;
    if (room < 0) throw new SoapFault(faults.envelopeExceeded, "an instance is too large to send");
    taken.push(element);
    enumeration.next++;
  }
  return taken;
}

function itemElement(
  { instance, cls }: Item,
  mode: Mode,
  context: ReturnType<typeof encoding>,
): XmlNode {
  if (mode === "EnumerateEPR") return instanceReference(instance, context);
  const element = instanceElement(instance, cls, context);
  return mode === "EnumerateObject"
    ? element
    : xml("w:Item", {}, [element, instanceReference(instance, context)]);
}

function invalid(sentence: string): SoapFault {
  return new SoapFault(faults.invalidMessage, sentence);
}
