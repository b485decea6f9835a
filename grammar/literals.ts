/** What the text of a literal means. */
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

/**
 * Resolves the escapes of a string's inside (DSP0004 annex A, `stringValue`).
 *
 * @param start - offset of `inside` in the source, for the mistakes
 */
export function unescape(inside: string, start: number, mistakes: Mistake[]): string {
  if (!inside.includes("\\")) return inside;
  return inside.replace(
    /\\([xX][0-9a-fA-F]{1,4}|\r\n|[\s\S])/g,
    (escape, body: string, at: number) => {
      const span = { start: start + at, end: start + at + escape.length };
      const known = ESCAPES.get(body);
      if (known !== undefined) return known;
      if (body.length > 1 && /^x/i.test(body))
        return String.fromCharCode(parseInt(body.slice(1), 16));
      mistakes.push(
        body === "x" || body === "X"
          ? { kind: "invalid-escape", escape, ...span }
          : { kind: "unknown-escape", escape, ...span },
      );
      return escape;
    },
  );
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
