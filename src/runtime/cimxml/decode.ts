/** CIM-XML → CIM values and instances (DSP0201 5.2 and 5.5.3). Client and server use it. */
import { typeOfProperty } from "../class-data.ts";
import { CimError } from "../error.ts";
import { referenceTo } from "../reference.ts";
import { decodeText, notOfType } from "../scalar-text.ts";
import { unreadable } from "../secrets.ts";
import type { CimInstance, CimValue, ClassData, TypeCode } from "../types.ts";
import { attribute, child, parseXml, type XmlElement } from "../xml/parse.ts";
import { type PathDefaults, readPath } from "./path.ts";

/** What decoding needs to know beside the elements. */
export type DecodeContext = PathDefaults;

/**
 * The value in a `PROPERTY`, `PARAMVALUE`, `RETURNVALUE` or `QUALIFIER`.
 *
 * @param element - The element.
 * @param code - The declared type; what the element states counts where nobody knows.
 * @param context - Namespace and known classes.
 * @returns `null` for an element that holds no value.
 * @throws CimError `"protocol"` when what stands there is not of the type.
 */
export function decodeValue(
  element: XmlElement,
  code: TypeCode | undefined,
  context: DecodeContext,
): CimValue {
  const holder = element.children.find(({ name }) => /^VALUE(?:\.|$)/.test(name));
  if (holder === undefined || holder.name === "VALUE.NULL") return null;
  const declared = code ?? statedType(element, holder);
  const isArray = declared.endsWith("[]");
  const one = isArray ? declared.slice(0, -2) : declared;
  const isList = holder.name === "VALUE.ARRAY" || holder.name === "VALUE.REFARRAY";
  if (one === "octetstring") return decodeOctets(holder, isArray);
  if (isArray) {
    const members = isList ? holder.children : [holder];
    return members.map((member) => decodeMember(member, one, context));
  }
  if (!isList) return decodeMember(holder, one, context);
  const [only, second] = holder.children;
  if (only !== undefined && second === undefined) return decodeMember(only, one, context);
  throw new CimError("protocol", `an array is not a ${one}`);
}

function statedType(element: XmlElement, holder: XmlElement): TypeCode {
  const list = /^VALUE\.(?:REF)?ARRAY$/.test(holder.name) ? "[]" : "";
  const isReference = holder.name === "VALUE.REFERENCE" || holder.name === "VALUE.REFARRAY";
  if (isReference) return `ref *${list}`;
  const embedded = attribute(element, "EmbeddedObject") ?? attribute(element, "EMBEDDEDOBJECT");
  if (embedded !== undefined && embedded !== "") {
    // A class may be embedded as well (DSP0201 5.2.4.1); where nobody knows what is meant, as text.
    return /^\s*<CLASS\s/.test(holder.text) ? "string" : `object${list}`;
  }
  const type = (
    attribute(element, "TYPE") ??
    attribute(element, "PARAMTYPE") ??
    "string"
  ).toLowerCase();
  // As: the name of an intrinsic type, or one that decodeText refuses.
  return `${type}${list}` as TypeCode;
}

function decodeMember(member: XmlElement, type: string, context: DecodeContext): CimValue {
  if (member.name === "VALUE.NULL") return null;
  if (type.startsWith("ref ")) return referenceTo(readPath(member, context));
  if (type === "object" || type.startsWith("instance ")) {
    const declared = type === "object" ? undefined : type.slice("instance ".length);
    return readEmbedded(member.text, declared, context);
  }
  if (member.children.length > 0) throw notOfType("markup", type);
  return decodeText(member.text, type);
}

function decodeOctets(holder: XmlElement, isArray: boolean): CimValue {
  if (isArray) {
    return holder.children.map((member) =>
      member.name === "VALUE.NULL" ? null : hex(member.text),
    );
  }
  if (holder.name === "VALUE") return hex(holder.text);
  // As: an integer of eight bits is decoded to a number.
  const octets = Uint8Array.from(
    holder.children,
    ({ text }) => decodeText(text, "uint8") as number,
  );
  return uncounted(octets);
}

function hex(text: string): Uint8Array {
  const digits = text.trim();
  if (!/^0x(?:[\da-f]{2})*$/i.test(digits)) throw notOfType(text, "octetstring");
  return uncounted(new Uint8Array(Buffer.from(digits.slice(2), "hex")));
}

/** Not every provider counts. */
function uncounted(octets: Uint8Array): Uint8Array {
  const isCounted =
    octets.length >= 4 &&
    new DataView(octets.buffer, octets.byteOffset).getUint32(0) === octets.length;
  return isCounted ? octets.slice(4) : octets;
}

/**
 * The values of parameters by lower-case name: servers change the case of names.
 *
 * @param holder - What holds `PARAMVALUE` elements.
 */
export function parametersOf(holder: XmlElement): ReadonlyMap<string, XmlElement> {
  return new Map(
    holder.children
      .filter(({ name }) => name === "PARAMVALUE")
      .map((each) => [(attribute(each, "NAME") ?? "").toLowerCase(), each]),
  );
}

/**
 * The text of the `VALUE` in an element.
 *
 * @param element - For example a `PARAMVALUE`.
 */
export function valueText(element: XmlElement | undefined): string | undefined {
  return child(element, "VALUE")?.text;
}

/** Properties of an instance, by whether its class declares them. */
export interface ReadInstance {
  readonly className: string;
  readonly cls: ClassData | undefined;
  readonly declared: Record<string, CimValue>;
  readonly others: Record<string, CimValue>;
}

/** DSP0201 5.2.4.1: an embedded object's text is CIM-XML itself. */
const embeddedLimits = { maxDepth: 64, maxElements: 100_000 };

/**
 * Reads an embedded instance.
 *
 * @param text - The text, with an `INSTANCE` in it.
 * @param declared - The class that the schema states, if any.
 * @param context - Namespace and known classes.
 * @throws CimError `"protocol"` for what is no instance.
 */
export function readEmbedded(
  text: string,
  declared: string | undefined,
  context: DecodeContext,
): CimInstance {
  const root = parseXml(text, embeddedLimits);
  // WMI wraps it into a declaration of its own (WmiDtd20).
  const element = findInstance(root, 0) ?? root;
  const base = declared === undefined ? undefined : context.classOf?.(declared);
  const read = readProperties(element, base, context);
  return { className: read.className, properties: { ...read.declared, ...read.others } };
}

function findInstance(element: XmlElement, depth: number): XmlElement | undefined {
  if (element.name === "INSTANCE" || depth > 6)
    return element.name === "INSTANCE" ? element : undefined;
  for (const each of element.children) {
    const found = findInstance(each, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The properties of an instance.
 *
 * @param element - The `INSTANCE` element.
 * @param cls - The class that is expected, unless a known one is stated.
 * @param context - Namespace and known classes.
 * @throws CimError `"protocol"` for what is no instance, and for a property whose text is not
 *   of its type.
 */
export function readProperties(
  element: XmlElement,
  cls: ClassData | undefined,
  context: DecodeContext,
): ReadInstance {
  if (element.name !== "INSTANCE") {
    throw new CimError("protocol", `<${element.name.slice(0, 80)}> is no instance`);
  }
  const stated = attribute(element, "CLASSNAME") ?? cls?.name ?? "";
  const known = context.classOf?.(stated);
  const own = known ?? cls;
  const names = namesOf(own);
  const declared: Record<string, CimValue> = {};
  const others: Record<string, CimValue> = {};
  for (const each of element.children) {
    if (!each.name.startsWith("PROPERTY")) continue;
    const name = attribute(each, "NAME") ?? "";
    const slot = names.get(name) ?? names.get(name.toLowerCase());
    const holder = slot === undefined ? others : declared;
    const value = decodeNamed(own, each, { name: slot?.name ?? name, type: slot?.type }, context);
    Object.defineProperty(holder, slot?.name ?? name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return { className: known?.name ?? stated, cls: own, declared, others };
}

function decodeNamed(
  cls: ClassData | undefined,
  element: XmlElement,
  { name, type }: { readonly name: string; readonly type: Slot["type"] | undefined },
  context: DecodeContext,
): CimValue {
  try {
    return decodeValue(element, type, context);
  } catch (error) {
    throw unreadable(error, cls, name);
  }
}

interface Slot {
  readonly name: string;
  readonly type: ReturnType<typeof typeOfProperty>;
}

const none: ReadonlyMap<string, Slot> = new Map();
const slots = new WeakMap<ClassData, ReadonlyMap<string, Slot>>();

/** Declared properties by name and by lower-case name: servers change the case of names. */
function namesOf(cls: ClassData | undefined): ReadonlyMap<string, Slot> {
  if (cls === undefined) return none;
  const before = slots.get(cls);
  if (before !== undefined) return before;
  const all = Object.entries(cls.properties ?? {}).map(([name, property]): Slot => ({
    name,
    type: typeOfProperty(property),
  }));
  const byName = new Map(all.map((slot) => [slot.name.toLowerCase(), slot]));
  for (const slot of all) byName.set(slot.name, slot);
  slots.set(cls, byName);
  return byName;
}
