/** CIM values and instances → CIM-XML (DSP0201 5.2 and 5.5.3). Client and server use it. */
import { propertyType } from "../class-data.ts";
import { CimError } from "../error.ts";
import { isReference, pathOf } from "../reference.ts";
import { numberText } from "../scalar-text.ts";
import type { CimInstance, CimValue, ClassData, TypeCode } from "../types.ts";
import { requireText, writeXml, xml, type XmlNode } from "../xml/write.ts";
import { isMoment, localPathNode } from "./path.ts";

/** A value on its way out: its type as CIM-XML names it, and the element that holds it. */
export interface EncodedValue {
  /** `uint32`, `string`, `reference` … */
  readonly type: string;
  readonly isArray: boolean;
  /** Set for embedded instances, which travel as text. */
  readonly embedded?: "instance" | "object";
  /** Class of a reference, when it is declared. */
  readonly referenceClass?: string;
  /** Absent for null. */
  readonly node?: XmlNode;
}

/** What encoding needs to know beside the value. */
export interface EncodeContext {
  /** Finds classes, for the types of what is embedded. */
  readonly classOf: (name: string) => ClassData | undefined;
}

/**
 * A value as CIM-XML.
 *
 * @param name - Property or parameter, for the error's sentence.
 * @param code - Its type.
 * @param value - Its value, already of that type.
 * @param context - Known classes.
 * @throws CimError `"invalid-parameter"` when there is no form for it.
 */
export function encodeValue(
  name: string,
  code: TypeCode,
  value: CimValue,
  context: EncodeContext,
): EncodedValue {
  const isArray = code.endsWith("[]");
  const one = isArray ? code.slice(0, -2) : code;
  const shape = shapeOf(one, isArray);
  if (value === null) return shape;
  if (one === "octetstring") return { ...shape, node: octetsNode(name, value) };
  if (!isArray) return { ...shape, node: valueNode(name, one, value, context) };
  // As: a value of an array's type is one.
  const members = (value as readonly CimValue[]).map((member) =>
    member === null ? xml("VALUE.NULL") : valueNode(name, one, member, context),
  );
  return {
    ...shape,
    node: xml(shape.type === "reference" ? "VALUE.REFARRAY" : "VALUE.ARRAY", {}, members),
  };
}

function shapeOf(one: string, isArray: boolean): EncodedValue {
  const [word = "", className] = one.split(" ");
  switch (word) {
    case "ref":
      return {
        type: "reference",
        isArray,
        ...(className !== undefined && className !== "*" && { referenceClass: className }),
      };
    case "instance":
      return { type: "string", isArray, embedded: "instance" };
    case "object":
      return { type: "string", isArray, embedded: "object" };
    case "interval":
      return { type: "datetime", isArray };
    case "octetstring":
      // DSP0004 5.6.3.34: several of them are texts.
      return { type: isArray ? "string" : "uint8", isArray: true };
    default:
      return { type: word, isArray };
  }
}

function valueNode(
  name: string,
  type: string,
  value: Exclude<CimValue, null>,
  context: EncodeContext,
): XmlNode {
  if (isReference(value)) return xml("VALUE.REFERENCE", {}, [localPathNode(pathOf(value))]);
  return xml("VALUE", {}, [textOf(name, type, value, context)]);
}

function textOf(
  name: string,
  type: string,
  value: Exclude<CimValue, null>,
  context: EncodeContext,
): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return numberText(value);
  if (typeof value === "bigint" || isMoment(value)) return value.toString();
  if (typeof value === "string") return requireText(value, name);
  // Written as XML, and then as text, so that it is escaped once more (DSP0201 5.2.4.1).
  if (isCimInstance(value)) return writeXml(instanceNode(value, context));
  throw new CimError("type-mismatch", `the value of ${name} is not a ${type}`);
}

function isCimInstance(value: object): value is CimInstance {
  return "className" in value && "properties" in value;
}

/** DSP0004 5.6.3.34: in front of the octets stands how many there are, itself included. */
function octetsNode(name: string, value: Exclude<CimValue, null>): XmlNode {
  if (value instanceof Uint8Array) {
    const numbers = [...counted(value)].map((octet) => xml("VALUE", {}, [String(octet)]));
    return xml("VALUE.ARRAY", {}, numbers);
  }
  if (!Array.isArray(value))
    throw new CimError("type-mismatch", `the value of ${name} is not a octetstring`);
  // As: Array.isArray leaves any.
  const members = (value as readonly CimValue[]).map((member) =>
    member instanceof Uint8Array
      ? xml("VALUE", {}, [`0x${Buffer.from(counted(member)).toString("hex").toUpperCase()}`])
      : xml("VALUE.NULL"),
  );
  return xml("VALUE.ARRAY", {}, members);
}

function counted(octets: Uint8Array): Uint8Array {
  const all = new Uint8Array(octets.length + 4);
  new DataView(all.buffer).setUint32(0, all.length);
  all.set(octets, 4);
  return all;
}

/**
 * An instance: `INSTANCE`.
 *
 * @param instance - Class and properties.
 * @param context - Known classes; of others the values tell their types.
 * @throws CimError `"invalid-parameter"` for a value that CIM-XML has no form for.
 */
export function instanceNode(instance: CimInstance, context: EncodeContext): XmlNode {
  const { className, properties } = instance;
  const cls = context.classOf(className);
  const nodes = Object.entries(properties).map(([name, value]) => {
    const type = (cls && propertyType(cls, name)) ?? impliedType(value);
    return propertyNode(name, encodeValue(name, type, value, context));
  });
  return xml("INSTANCE", { CLASSNAME: className }, nodes);
}

/**
 * A property with its value: `PROPERTY`, `PROPERTY.ARRAY` or `PROPERTY.REFERENCE`.
 *
 * @param name - The property.
 * @param encoded - Its value.
 */
export function propertyNode(name: string, encoded: EncodedValue): XmlNode {
  const { type, isArray, embedded, referenceClass, node } = encoded;
  const content = node === undefined ? [] : [node];
  if (type === "reference") {
    const attributes = {
      NAME: name,
      ...(referenceClass !== undefined && { REFERENCECLASS: referenceClass }),
    };
    return xml(isArray ? "PROPERTY.REFARRAY" : "PROPERTY.REFERENCE", attributes, content);
  }
  const attributes = {
    NAME: name,
    TYPE: type,
    ...(embedded !== undefined && { EmbeddedObject: embedded }),
  };
  return xml(isArray ? "PROPERTY.ARRAY" : "PROPERTY", attributes, content);
}

/** The type that a value of an unknown class has at least. */
function impliedType(value: CimValue): TypeCode {
  if (Array.isArray(value)) {
    // As: Array.isArray leaves any.
    const first = (value as readonly CimValue[]).find((member) => member !== null) ?? null;
    // As: the type of a member is no array's.
    return `${impliedType(first)}[]` as TypeCode;
  }
  if (value instanceof Uint8Array) return "octetstring";
  if (isReference(value)) return "ref *";
  if (isMoment(value)) return "datetime";
  switch (typeof value) {
    case "boolean":
      return "boolean";
    case "bigint":
      return value < 0n ? "sint64" : "uint64";
    case "number":
      return !Number.isInteger(value) ? "real64" : value < 0 ? "sint32" : "uint32";
    case "object":
      return value === null ? "string" : "object";
    default:
      return "string";
  }
}
