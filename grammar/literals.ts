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

/** `\x` with up to four digits (DSP0004 annex A), in MOF 3 with up to six (DSP0221 annex A). */
const ESCAPE: Readonly<Record<4 | 6, RegExp>> = {
  4: /\\([xX][0-9a-fA-F]{1,4}|\r\n|[\s\S])/g,
  6: /\\([xX][0-9a-fA-F]{1,6}|\r\n|[\s\S])/g,
};

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
