/** Values without structure ↔ text (DSP0230 8.1 to 8.4). */
import { CimError } from "../error.ts";
import { decodeText, notOfType, numberText } from "../scalar-text.ts";
import type { CimValue } from "../types.ts";
import { attribute, isNil, type XmlElement } from "../xml/parse.ts";
import { findForbidden } from "../xml/write.ts";
import type { Dialect } from "./dialect.ts";

/**
 * Text of a value that is neither datetime, reference nor instance.
 *
 * @param type - Scalar type.
 * @param value - The value.
 * @param dialect - Decides the form of `char16`.
 * @param place - Name of the property, parameter or key, for the error's sentence.
 * @throws CimError `"invalid-parameter"` for a character that XML does not have.
 */
export function encodeScalar(
  type: string,
  value: string | number | bigint | boolean,
  dialect: Dialect,
  place: string,
): string {
  if (typeof value === "number") return numberText(value);
  if (type === "char16" && dialect.char16 === "number") return String(String(value).charCodeAt(0));
  const text = String(value);
  const character = findForbidden(text);
  if (character === undefined) return text;
  const sentence = `${place} has the character ${character}, which XML cannot carry`;
  throw new CimError("invalid-parameter", sentence);
}

/**
 * An element → a value that is neither reference, instance nor octet string.
 *
 * @param element - The element, not nil.
 * @param type - Scalar type.
 * @throws CimError `"protocol"` when its text is not of the type.
 */
export function decodeScalar(element: XmlElement, type: string): CimValue {
  if (type === "datetime" || type === "interval") {
    // Windows and OMI put cim:Datetime, cim:Interval, cim:CIM_DateTime … around it.
    let inner = element;
    for (let only = inner.children[0]; only !== undefined; only = inner.children[0]) inner = only;
    return decodeText(inner.text, type);
  }
  if (type === "string" && element.children.length > 0) throw notOfType("markup", type);
  return decodeText(element.text, type);
}

/**
 * Elements → octets: base64 (OMI), hexadecimal (`xs:hexBinary`) or a number each.
 *
 * @param elements - All elements of one name.
 * @param isArray - Whether each element is an octet string of its own.
 * @throws CimError `"protocol"` when they are none of these.
 */
export function decodeOctets(elements: readonly XmlElement[], isArray: boolean): CimValue {
  const [first] = elements;
  if (elements.length === 1 && first !== undefined && isNil(first)) return null;
  if (isArray) return elements.map((element) => (isNil(element) ? null : binaryOf(element)));
  // An octet string is an array of octets, and no element is an empty array.
  if (first === undefined) return new Uint8Array();
  if (elements.length > 1 || (isNumber(first) && attribute(first, "type") === undefined)) {
    // As: an integer of eight bits is decoded to a number.
    return Uint8Array.from(elements, (element) => decodeText(element.text, "uint8") as number);
  }
  return binaryOf(first);
}

function isNumber(element: XmlElement): boolean {
  return /^\s*\d{1,3}\s*$/.test(element.text);
}

function binaryOf(element: XmlElement): Uint8Array {
  const text = element.text.replace(/\s/g, "");
  const stated = attribute(element, "type")?.toLowerCase() ?? "";
  // Base64 may begin with 0x as well: what the element states counts.
  const isHex = stated.includes("hexbinary") || (!stated.includes("base64") && /^0x/i.test(text));
  const digits = isHex ? text.replace(/^0x/i, "") : text;
  const form = isHex
    ? /^(?:[\da-f]{2})*$/i
    : /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}(?:==)?|[A-Za-z\d+/]{3}=?)?$/;
  if (!form.test(digits)) throw notOfType(text, "octetstring");
  return new Uint8Array(Buffer.from(digits, isHex ? "hex" : "base64"));
}
