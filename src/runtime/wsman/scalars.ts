/** Values without structure ↔ text (DSP0230 8.1 to 8.4). */
import { type CimDateTime, parseDateTime } from "../datetime.ts";
import { CimInterval } from "../interval.ts";
import { CimError } from "../error.ts";
import type { CimValue, KeyValue } from "../types.ts";
import { attribute, isNil, type XmlElement } from "../xml/parse.ts";
import { findForbidden } from "../xml/write.ts";
import type { Dialect } from "./dialect.ts";

/** Bounds of the integer types (DSP0004 5.2.2). */
const integers: ReadonlyMap<string, readonly [least: bigint, most: bigint]> = new Map(
  [8n, 16n, 32n, 64n].flatMap((bits) => [
    [`uint${bits}`, [0n, 2n ** bits - 1n]],
    [`sint${bits}`, [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n]],
  ]),
);

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
  if (typeof value === "number") return encodeNumber(value);
  if (type === "char16" && dialect.char16 === "number") return String(String(value).charCodeAt(0));
  const text = String(value);
  const character = findForbidden(text);
  if (character === undefined) return text;
  const sentence = `${place} has the character ${character}, which XML cannot carry`;
  throw new CimError("invalid-parameter", sentence);
}

function encodeNumber(value: number): string {
  // xs:double spells infinity its own way.
  if (value === Infinity) return "INF";
  if (value === -Infinity) return "-INF";
  return Object.is(value, -0) ? "-0" : String(value);
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
  if (type === "string" && element.children.length > 0) throw refuse("markup", type);
  return decodeText(element.text, type);
}

/**
 * Text → a value; the text of a selector or of a simple element.
 *
 * @param text - The text.
 * @param type - Scalar type.
 * @throws CimError `"protocol"` when the text is not of the type.
 */
export function decodeText(
  text: string,
  type: string,
): Exclude<KeyValue, object> | CimDateTime | CimInterval {
  if (type === "string") return text;
  if (type === "char16") return decodeChar16(text);
  const trimmed = text.trim();
  if (type === "boolean") return decodeBoolean(trimmed);
  if (type === "datetime" || type === "interval") return decodeDateTime(trimmed, type);
  if (type.startsWith("real")) return decodeReal(trimmed, type);
  const bounds = integers.get(type);
  if (bounds === undefined) throw refuse(trimmed, type);
  return decodeInteger(trimmed, type, bounds);
}

function decodeBoolean(text: string): boolean {
  const lower = text.toLowerCase();
  if (lower === "true" || lower === "1") return true;
  if (lower === "false" || lower === "0") return false;
  throw refuse(text, "boolean");
}

function decodeInteger(
  text: string,
  type: string,
  [least, most]: readonly [bigint, bigint],
): number | bigint {
  if (!/^(?:[+-]?\d{1,20}|0[xX][\da-fA-F]{1,16})$/.test(text)) throw refuse(text, type);
  const value = BigInt(text.replace(/^\+/, ""));
  if (value < least || value > most) throw refuse(text, type);
  return type.endsWith("64") ? value : Number(value);
}

function decodeReal(text: string, type: string): number {
  if (text === "NaN") return NaN;
  if (/^[+-]?INF$/i.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  if (!/^[+-]?(?:\d{1,400}\.?\d{0,400}|\.\d{1,400})(?:[eE][+-]?\d{1,4})?$/.test(text))
    throw refuse(text, type);
  const value = Number(text);
  // OMI prints a single widened: 100.300003051758 for 100.3.
  return type === "real32" ? shortestSingle(value) : value;
}

/** The number with fewest digits that is the same single. */
function shortestSingle(value: number): number {
  const single = Math.fround(value);
  // Zero, since toPrecision forgets its sign.
  if (!Number.isFinite(single) || single === 0) return single;
  for (let digits = 1; digits < 9; digits++) {
    const candidate = Number(single.toPrecision(digits));
    if (Math.fround(candidate) === single) return candidate;
  }
  return Number(single.toPrecision(9));
}

/**
 * OMI sends the code point, DSP0230 8.2 says the character: more than one character is a
 * number, and a digit is one if the peer is known to send numbers.
 *
 * @param text - The text.
 * @param form - What the peer sends, if that is known.
 * @throws CimError `"protocol"` when the text is neither.
 */
export function decodeChar16(text: string, form?: Dialect["char16"]): string {
  if (form === "number" && /^\d$/.test(text)) return String.fromCharCode(Number(text));
  if (text.length === 1) return text;
  const trimmed = text.trim();
  const unit = /^\d{1,5}$/.test(trimmed) ? Number(trimmed) : NaN;
  if (trimmed.length === 1) return trimmed;
  if (!(unit <= 0xffff)) throw refuse(text, "char16");
  return String.fromCharCode(unit);
}

function decodeDateTime(text: string, type: string): CimDateTime | CimInterval {
  try {
    return type === "interval" ? CimInterval.parse(text) : parseDateTime(text);
  } catch (error) {
    throw refuse(text, type, error);
  }
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
  const form = isHex ? /^(?:[\da-f]{2})*$/i : /^[A-Za-z\d+/]*={0,2}$/;
  if (!form.test(digits)) throw refuse(text, "octetstring");
  return new Uint8Array(Buffer.from(digits, isHex ? "hex" : "base64"));
}

function refuse(text: string, type: string, cause?: unknown): CimError {
  const shown = JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
  return new CimError(
    "protocol",
    `${shown} is not a ${type}`,
    cause === undefined ? {} : { cause },
  );
}
