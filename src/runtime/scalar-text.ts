/** Values without structure ↔ text, as all protocols have it in common (DSP0230 8.1 to 8.4; DSP0201 5.1). */
import { type CimDateTime, parseDateTime } from "./datetime.ts";
import { CimError } from "./error.ts";
import { CimInterval } from "./interval.ts";
import type { KeyValue } from "./types.ts";

/** Bounds of the integer types (DSP0004 5.2.2). */
const integers: ReadonlyMap<string, readonly [least: bigint, most: bigint]> = new Map(
  [8n, 16n, 32n, 64n].flatMap((bits) => [
    [`uint${bits}`, [0n, 2n ** bits - 1n]],
    [`sint${bits}`, [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n]],
  ]),
);

/**
 * Text of a number; infinity in the spelling of `xs:double`.
 *
 * @param value - The number.
 */
export function numberText(value: number): string {
  // xs:double spells infinity its own way.
  if (value === Infinity) return "INF";
  if (value === -Infinity) return "-INF";
  return Object.is(value, -0) ? "-0" : String(value);
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
  if (bounds === undefined) throw notOfType(trimmed, type);
  return decodeInteger(trimmed, type, bounds);
}

function decodeBoolean(text: string): boolean {
  const lower = text.toLowerCase();
  if (lower === "true" || lower === "1") return true;
  if (lower === "false" || lower === "0") return false;
  throw notOfType(text, "boolean");
}

function decodeInteger(
  text: string,
  type: string,
  [least, most]: readonly [bigint, bigint],
): number | bigint {
  // Most numbers are short, and need no arithmetic without bounds.
  if (text.length < 10 && !type.endsWith("64") && /^\d+$/.test(text)) {
    const short = Number(text);
    if (short <= Number(most)) return short;
  }
  if (!/^(?:[+-]?\d{1,20}|0[xX][\da-fA-F]{1,16})$/.test(text)) throw notOfType(text, type);
  const value = BigInt(text.replace(/^\+/, ""));
  if (value < least || value > most) throw notOfType(text, type);
  return type.endsWith("64") ? value : Number(value);
}

function decodeReal(text: string, type: string): number {
  if (/^nan$/i.test(text)) return NaN;
  if (/^[+-]?INF$/i.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  if (!/^[+-]?(?:\d{1,400}\.?\d{0,400}|\.\d{1,400})(?:[eE][+-]?\d{1,4})?$/.test(text))
    throw notOfType(text, type);
  const value = Number(text);
  // OMI prints a single widened: 100.300003051758 for 100.3.
  const read = type === "real32" ? shortestSingle(value) : value;
  if (Number.isFinite(read)) return read;
  throw notOfType(text, type);
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
export function decodeChar16(text: string, form?: "number" | "character"): string {
  if (form === "number" && /^\d$/.test(text)) return String.fromCharCode(Number(text));
  if (text.length === 1) return text;
  const trimmed = text.trim();
  const unit = /^\d{1,5}$/.test(trimmed) ? Number(trimmed) : NaN;
  if (trimmed.length === 1) return trimmed;
  if (!(unit <= 0xffff)) throw notOfType(text, "char16");
  return String.fromCharCode(unit);
}

function decodeDateTime(text: string, type: string): CimDateTime | CimInterval {
  try {
    return type === "interval" ? CimInterval.parse(text) : parseDateTime(text);
  } catch (error) {
    throw notOfType(text, type, error);
  }
}

/**
 * The error for text that is not of a type.
 *
 * @param text - What stands there.
 * @param type - What should.
 * @param cause - Why, if somebody knows.
 */
export function notOfType(text: string, type: string, cause?: unknown): CimError {
  const shown = JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
  return new CimError(
    "protocol",
    `${shown} is not a ${type}`,
    cause === undefined ? {} : { cause },
  );
}
