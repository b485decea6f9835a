/** An element → an instance, of a known class or not (DSP0230 9.3, DSP0227 7). */
import { typeOfProperty } from "../class-data.ts";
import { readEmbedded } from "../cimxml/decode.ts";
import { CimError } from "../error.ts";
import { unreadable } from "../secrets.ts";
import type { CimInstance, CimValue, ClassData, TypeCode } from "../types.ts";
import { attribute, childrenByName, isNil, type XmlElement } from "../xml/parse.ts";

/** Namespace and known classes, as of the values. */
export interface EmbeddedContext {
  readonly namespace: string;
  readonly classOf?: (name: string) => ClassData | undefined;
}

/** Decodes all elements of one name; handed in, because values hold instances which hold values. */
export type DecodeElements = (
  elements: readonly XmlElement[],
  type: TypeCode,
  context: EmbeddedContext,
) => CimValue;

/**
 * The value of an embedded instance: its properties stand directly in the
 * element (Windows, OMI) or in a class element inside it (OpenPegasus).
 *
 * @param element - The property or parameter.
 * @param declared - The class that the schema states, if any.
 * @param context - Known classes; of others, types are guessed from the text's `xsi:type`.
 * @param decode - Decodes a property.
 */
export function decodeEmbedded(
  element: XmlElement,
  declared: string | undefined,
  context: EmbeddedContext,
  decode: DecodeElements,
): CimInstance {
  if (isXmlText(element)) {
    const { className, properties } = readEmbedded(element.text, declared, context);
    return { className, properties };
  }
  if (element.children.length === 0 && element.text.trim() !== "") {
    // Without the text, which may be a whole instance in another form, its secrets included.
    throw new CimError("protocol", `a text is not a ${declared ?? "CIM instance"}`);
  }
  const holder = holderOf(element);
  const stated = typeName(holder) ?? typeName(element);
  const fromName = holder === element ? undefined : holder.name;
  const uri = holder.children[0]?.uri;
  // The namespace of the property itself is that of the class around.
  const fromUri = uri === element.uri ? undefined : lastSegment(uri);
  const className = stated ?? fromName ?? fromUri ?? declared ?? lastSegment(uri) ?? "";
  const known = context.classOf?.(className);
  // A subclass that nobody knows has the declared properties all the same.
  const data = known ?? (declared === undefined ? undefined : context.classOf?.(declared));
  return {
    className: known?.name ?? className,
    properties: Object.fromEntries(decodeProperties(holder, data, context, decode)),
  };
}

/** Hyper-V and other providers of old put the instance as CIM-XML into a string. */
function isXmlText({ children, text }: XmlElement): boolean {
  return children.length === 0 && /^\s*<[?A-Z]/.test(text);
}

function holderOf(element: XmlElement): XmlElement {
  const [only, second] = element.children;
  if (only === undefined || second !== undefined) return element;
  // A class element has its own type or sits in the namespace that ends in its own name.
  const isClass = typeName(only) === only.name || lastSegment(only.uri) === only.name;
  return isClass && typeName(element) === undefined ? only : element;
}

function typeName(element: XmlElement): string | undefined {
  const type = attribute(element, "type")?.trim() ?? "";
  return type.endsWith("_Type") ? type.slice(type.indexOf(":") + 1, -"_Type".length) : undefined;
}

function lastSegment(uri: string | undefined): string | undefined {
  return uri?.includes("/") ? uri.slice(uri.lastIndexOf("/") + 1) : undefined;
}

function decodeProperties(
  holder: XmlElement,
  data: ClassData | undefined,
  context: EmbeddedContext,
  decode: DecodeElements,
): [string, CimValue][] {
  const groups = new Map(childrenByName(holder));
  const known = Object.entries(data?.properties ?? {}).map(
    ([name, property]): [string, CimValue] => {
      const elements = groups.get(name.toLowerCase()) ?? [];
      groups.delete(name.toLowerCase());
      try {
        return [name, decode(elements, typeOfProperty(property), context)];
      } catch (error) {
        throw unreadable(error, data, name);
      }
    },
  );
  const others = [...groups.values()].map((elements): [string, CimValue] => {
    const name = elements[0]?.name ?? "";
    return [name, guessNamed(name, elements, context, decode)];
  });
  return [...known, ...others];
}

/** WS-CIM type names (DSP0230 8.1) → CIM types. */
const wsCimTypes: ReadonlyMap<string, TypeCode> = new Map<string, TypeCode>([
  ["cimBoolean", "boolean"],
  ["cimUnsignedByte", "uint8"],
  ["cimByte", "sint8"],
  ["cimUnsignedShort", "uint16"],
  ["cimShort", "sint16"],
  ["cimUnsignedInt", "uint32"],
  ["cimInt", "sint32"],
  ["cimUnsignedLong", "uint64"],
  ["cimLong", "sint64"],
  ["cimFloat", "real32"],
  ["cimDouble", "real64"],
  ["cimChar16", "char16"],
  ["cimDateTime", "datetime"],
  ["cimBase64Binary", "octetstring"],
  ["cimHexBinary", "octetstring"],
  ["cimReference", "ref *"],
]);

const dateTimeNames: ReadonlySet<string> = new Set([
  "Datetime",
  "Interval",
  "CIM_DateTime",
  "Date",
  "Time",
]);

/**
 * A value of which no class says the type: the element itself has to say what it is, and text
 * stays text.
 *
 * @param elements - All elements of one name.
 * @param context - Known classes.
 * @param decode - Decodes by a type.
 */
export function guess(
  elements: readonly XmlElement[],
  context: EmbeddedContext,
  decode: DecodeElements,
): CimValue {
  const [only] = elements;
  if (elements.length === 1 && only !== undefined && isNil(only)) return null;
  const one = guessType(elements);
  return decode(elements, elements.length > 1 && one !== "octetstring" ? `${one}[]` : one, context);
}

/**
 * The same, with the name in errors.
 *
 * @param name - The property.
 * @param elements - All elements of that name.
 * @param context - Known classes.
 * @param decode - Decodes by a type.
 */
export function guessNamed(
  name: string,
  elements: readonly XmlElement[],
  context: EmbeddedContext,
  decode: DecodeElements,
): CimValue {
  try {
    return guess(elements, context, decode);
  } catch (error) {
    throw unreadable(error, undefined, name);
  }
}

function guessType(elements: readonly XmlElement[]): Exclude<TypeCode, `${string}[]`> {
  const element = elements.find((candidate) => !isNil(candidate));
  const [first] = element?.children ?? [];
  const stated = attribute(element, "type")?.replace(/^.*:/, "") ?? "";
  const known = wsCimTypes.get(stated);
  // As: the table holds no array types.
  if (known !== undefined) return known as Exclude<TypeCode, `${string}[]`>;
  if (first === undefined) return "string";
  if (dateTimeNames.has(first.name)) return "datetime";
  const isEndpoint = /^(?:Address|ReferenceParameters|EndpointReference)$/.test(first.name);
  return isEndpoint ? "ref *" : "object";
}
