/** What the text of a literal means, and what is wrong with it. */
import type { Value } from "../src/ast/index.ts";
import type { Mistake } from "./mistakes.ts";

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["b", "\b"],
  ["t", "\t"],
  ["n", "\n"],
  ["f", "\f"],
  ["r", "\r"],
  ['"', '"'],
  ["'", "'"],
  ["\\", "\\"],
]);

/** `\x` with up to four digits (DSP0004 annex A), in MOF 3 with up to six (DSP0221 annex A). */
const ESCAPE: Readonly<Record<4 | 6, RegExp>> = {
  4: /\\([xX][0-9a-fA-F]{1,4}|\r\n|[\s\S])/g,
  6: /\\([xX][0-9a-fA-F]{1,6}|\r\n|[\s\S])/g,
};

/** What a string may hold that is not simply text. */
const SPECIAL = /[\\\r\n]/;

/**
 * The text of a string's inside.
 *
 * @param start - offset of `inside` in the source, for the mistakes
 * @param digits - how many `\x` has at most
 */
export function stringText(
  inside: string,
  start: number,
  mistakes: Mistake[],
  digits: 4 | 6,
): string {
  if (!SPECIAL.test(inside)) return inside;
  const end = inside.search(/[\r\n]/);
  if (end >= 0) {
    mistakes.push({ kind: "string-with-line-break", start: start - 1, end: start + end });
  }
  return unescape(inside, start, mistakes, digits);
}

/** `true`, `false`, `null`, or a word that means something elsewhere. */
export function wordLiteral(image: string, start: number): Value {
  const end = start + image.length;
  switch (image.toLowerCase()) {
    case "true":
      return { kind: "boolean", value: true, start, end };
    case "false":
      return { kind: "boolean", value: false, start, end };
    case "null":
      return { kind: "null", start, end };
    default:
      return { kind: "word", text: image, start, end };
  }
}

/** An integer in any notation. */
export function integerLiteral(number: string, start: number, mistakes: Mistake[]): Value {
  const end = start + number.length;
  const value = integerValue(number);
  // A zero first makes an octal number, whose digits end with 7.
  if (/^[+-]?0+[0-9]*[89]/.test(number)) {
    mistakes.push({ kind: "not-octal", number, value, start, end });
  }
  return { kind: "integer", value, start, end };
}

export function realLiteral(number: string, start: number): Value {
  return { kind: "real", value: Number(number), start, end: start + number.length };
}

/** A character in its quotes. */
export function charLiteral(
  image: string,
  start: number,
  mistakes: Mistake[],
  digits: 4 | 6,
): Value {
  const value = unescape(image.slice(1, -1), start + 1, mistakes, digits);
  return { kind: "char", value, start, end: start + image.length };
}

/**
 * Resolves the escapes of a string's inside (DSP0004 annex A, `stringValue`).
 *
 * @param start - offset of `inside` in the source, for the mistakes
 * @param digits - how many `\x` has at most
 */
export function unescape(
  inside: string,
  start: number,
  mistakes: Mistake[],
  digits: 4 | 6 = 4,
): string {
  if (!inside.includes("\\")) return inside;
  return inside.replace(ESCAPE[digits], (escape, body: string, at: number) => {
    const known = ESCAPES.get(body) ?? characterOf(body);
    if (known !== undefined) return known;
    const span = { start: start + at, end: start + at + escape.length };
    const kind = /^x/i.test(body) ? "invalid-escape" : "unknown-escape";
    mistakes.push({ kind, escape, ...span });
    return escape;
  });
}

/** What `x` with digits behind it stands for; nothing when Unicode has no such character. */
function characterOf(body: string): string | undefined {
  if (body.length < 2 || !/^x/i.test(body)) return undefined;
  const code = parseInt(body.slice(1), 16);
  return code > 0x10ffff ? undefined : String.fromCodePoint(code);
}

/** `0x1B`, `017` (octal), `101b` (binary) or decimal, with an optional sign (DSP0004 annex A). */
export function integerValue(image: string): bigint {
  const negative = image.startsWith("-");
  const digits = image.replace(/^[+-]/, "");
  const value = magnitude(digits);
  return negative ? -value : value;
}

function magnitude(digits: string): bigint {
  if (/^0x/i.test(digits)) return BigInt(digits);
  if (/b$/i.test(digits)) return BigInt(`0b${digits.slice(0, -1)}`);
  if (/^0[0-7]+$/.test(digits)) return BigInt(`0o${digits.slice(1)}`);
  return BigInt(digits);
}
