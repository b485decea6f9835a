/** CIM values ↔ WS-CIM elements (DSP0230 8 and 9; MS-WSMV 2.2.4). Client and server use both directions. */
import { propertyType } from "../class-data.ts";
import { instanceNode } from "../cimxml/encode.ts";
import { CimDateTime } from "../datetime.ts";
import { CimInterval } from "../interval.ts";
import { CimError } from "../error.ts";
import { isReference, pathOf } from "../reference.ts";
import type { CimInstance, CimValue, ClassData, TypeCode } from "../types.ts";
import { type XmlElement, isNil } from "../xml/parse.ts";
import { writeXml, xml, type XmlNode } from "../xml/write.ts";
import type { Dialect } from "./dialect.ts";
import { encodeEndpoint, endpointOf } from "./endpoint.ts";
import { decodeEmbedded } from "./embedded.ts";
import { resourceUri } from "./names.ts";
import { decodeChar16 } from "../scalar-text.ts";
import { decodeOctets, decodeScalar, encodeScalar } from "./scalars.ts";

/** What encoding needs to know beside the value. */
export interface EncodeContext {
  /** Prefix bound to the namespace of the element to be made. */
  readonly prefix: string;
  readonly dialect: Dialect;
  /** CIM namespace, for embedded instances' URIs in Microsoft's form. */
  readonly namespace: string;
  /** Text of `wsa:Address` in references. */
  readonly address: string;
  /** Finds classes, for the types of what is embedded as text. */
  readonly classOf?: (name: string) => ClassData | undefined;
}

/** What decoding needs to know beside the elements. */
export interface DecodeContext {
  /** CIM namespace of references that state none: OMI's never do. */
  readonly namespace: string;
  /** Finds the data of a class by name, without regard to case; for embedded instances and keys. */
  readonly classOf?: (name: string) => ClassData | undefined;
  /** What the peer is known to send for `char16`; otherwise what stands there tells. */
  readonly char16?: Dialect["char16"];
}

const nil = { "xsi:nil": "true" } as const;

/**
 * A value as elements: one, or one for each member of an array, or none for an
 * empty array.
 *
 * @param name - Local name of the element, a property or parameter.
 * @param type - Its type.
 * @param value - Its value, already of that type; `null` becomes `xsi:nil`.
 * @param context - Prefix, dialect and where references point from.
 * @throws CimError `"type-mismatch"` when the value is not of the type, `"invalid-parameter"`
 *   when there is no form for it: an array of one null, a character that XML does not have.
 */
export function encodeValue(
  name: string,
  type: TypeCode,
  value: CimValue,
  context: EncodeContext,
): readonly XmlNode[] {
  const tag = `${context.prefix}:${name}`;
  if (value === null) return [xml(tag, nil)];
  if (!type.endsWith("[]")) return encodeOne(tag, type, value, context);
  if (!Array.isArray(value)) throw mismatch(name, type);
  // As: Array.isArray widens a readonly array's members to any.
  const members = value as readonly CimValue[];
  if (members.length === 1 && members[0] === null) throw loneNull(name);
  const one = type.slice(0, -2);
  // Only base64 keeps the octet strings of an array apart.
  const asMember: EncodeContext = {
    ...context,
    dialect: { ...context.dialect, octetString: "base64" },
  };
  return members.flatMap((member) =>
    member === null ? [xml(tag, nil)] : encodeOne(tag, one, member, asMember),
  );
}

function encodeOne(
  tag: string,
  type: string,
  value: Exclude<CimValue, null>,
  context: EncodeContext,
): readonly XmlNode[] {
  if (value instanceof Uint8Array) return encodeOctets(tag, value, context.dialect);
  if (isReference(value)) return [xml(tag, {}, encodeEndpoint(pathOf(value), context))];
  if (value instanceof CimDateTime || value instanceof CimInterval) {
    return [xml(tag, {}, encodeDateTime(value, context.dialect))];
  }
  if (typeof value !== "object")
    return [xml(tag, {}, [encodeScalar(type, value, context.dialect, nameOf(tag))])];
  if (!isCimInstance(value)) throw mismatch(tag, type);
  return [encodeEmbedded(tag, value, context)];
}

function encodeOctets(tag: string, bytes: Uint8Array, dialect: Dialect): readonly XmlNode[] {
  if (dialect.octetString === "numbers") {
    return Array.from(bytes, (byte) => xml(tag, {}, [String(byte)]));
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  return [xml(tag, { "xsi:type": "cim:cimBase64Binary" }, [text])];
}

function encodeDateTime(
  value: CimDateTime | CimInterval,
  dialect: Dialect,
): readonly (XmlNode | string)[] {
  if (dialect.datetime === "bare") return [value.toString()];
  const xsd = value.toXsd();
  // DSP0230 8.4: what XML Schema cannot say travels as CIM text.
  if (xsd === null) return [xml("cim:CIM_DateTime", {}, [value.toString()])];
  return typeof xsd === "string"
    ? [xml("cim:Interval", {}, [xsd])]
    : [xml(`cim:${xsd.kind}`, {}, [xsd.text])];
}

/**
 * The properties of an instance as elements. Types come from the values where
 * no descriptor describes the class of what is embedded.
 *
 * @param instance - Class name and properties.
 * @param context - Its prefix must be bound to the class's URI.
 */
function encodeProperties(instance: CimInstance, context: EncodeContext): readonly XmlNode[] {
  const cls = context.classOf?.(instance.className);
  return Object.entries(instance.properties).flatMap(([name, value]) => {
    const type = (cls && propertyType(cls, name)) ?? impliedType(value);
    return encodeValue(name, type, value, context);
  });
}

function encodeEmbedded(tag: string, instance: CimInstance, context: EncodeContext): XmlNode {
  const { dialect, namespace } = context;
  const { className } = instance;
  if (isText(namespace, dialect)) {
    const classOf = context.classOf ?? (() => undefined);
    return xml(tag, {}, [writeXml(instanceNode(instance, { classOf }))]);
  }
  // A prefix one longer than the outer one, so that the outer one stays bound.
  const prefix = `${context.prefix}q`;
  const uri = resourceUri(className, namespace, dialect.resourceUri, dialect.vendors);
  const binding = { [`xmlns:${prefix}`]: uri, "xsi:type": `${prefix}:${className}_Type` };
  const properties = encodeProperties(instance, { ...context, prefix });
  return dialect.embedded === "inline"
    ? xml(tag, binding, properties)
    : xml(tag, {}, [xml(`${prefix}:${className}`, binding, properties)]);
}

function isText(namespace: string, { embeddedText }: Dialect): boolean {
  const name = namespace.toLowerCase();
  return embeddedText.some((each) => name === each || name.startsWith(`${each}/`));
}

/** The type that is certain to encode a value; `string` where several would do. */
function impliedType(value: CimValue): TypeCode {
  return Array.isArray(value) ? "string[]" : "string";
}

/**
 * All elements of one name → the value of a property or parameter. Whether it
 * is an array is the type's decision, never that of the number of elements.
 *
 * @param elements - The elements, none when the peer left it out.
 * @param type - The declared type.
 * @param context - Namespace and known classes.
 * @returns `null` for a nil element or, of a scalar, none; an empty array for none.
 * @throws CimError `"protocol"` when an element cannot be of the type.
 */
export function decodeValue(
  elements: readonly XmlElement[],
  type: TypeCode,
  context: DecodeContext,
): CimValue {
  const [first] = elements;
  const isArray = type.endsWith("[]");
  const one = isArray ? type.slice(0, -2) : type;
  if (one === "octetstring") return decodeOctets(elements, isArray);
  if (!isArray) return first === undefined || isNil(first) ? null : decodeOne(first, one, context);
  // MS-WSMV 3.1.4.1.26: one nil element is a null array.
  if (elements.length === 1 && first !== undefined && isNil(first)) return null;
  return elements.map((element) => (isNil(element) ? null : decodeOne(element, one, context)));
}

function decodeOne(element: XmlElement, type: string, context: DecodeContext): CimValue {
  if (type.startsWith("ref ")) return endpointOf(element, context);
  if (type === "object") return decodeEmbedded(element, undefined, context, decodeValue);
  if (type.startsWith("instance ")) {
    return decodeEmbedded(element, type.slice("instance ".length), context, decodeValue);
  }
  if (type === "char16") return decodeChar16(element.text, context.char16);
  return decodeScalar(element, type);
}

function isCimInstance(value: object): value is CimInstance {
  return "className" in value && "properties" in value;
}

/** Without its prefix. */
function nameOf(tag: string): string {
  return tag.slice(tag.indexOf(":") + 1);
}

function loneNull(name: string): CimError {
  const sentence = `${name} is an array of one null, which WS-Management writes like a null array`;
  return new CimError("invalid-parameter", sentence);
}

function mismatch(name: string, type: string): CimError {
  return new CimError("type-mismatch", `the value of ${name} is not a ${type}`);
}
