/** Values as `ValueMap` writes them (DSP0004 5.6.3.55). */

const NUMBER = String.raw`[-−]?(?:0x[0-9a-f]{1,32}|\d{1,40})`;
const ONE = new RegExp(String.raw`^(${NUMBER})(?:\s*\(.*\)|\s*=\s*${NUMBER})?$`, "i");
const RANGE = new RegExp(String.raw`^(${NUMBER})?\s*(\.{2,3}|…|[-–—]|\s)\s*(${NUMBER})?$`, "i");
const QUOTED = /^(?:"([^"]+)"|“([^“”]+)”)$/;

/**
 * The exact value that a text states: `3`, `0x3`, `0 (0x0)`, `0 (Default)`, `4..7`, `4 7` for a
 * range that lost its dash, or `"Boot"`.
 *
 * @returns `undefined` when it states none, or more than one
 */
export function valueKey(text: string): string | undefined {
  const quoted = QUOTED.exec(text);
  if (quoted) return quoted[1] ?? quoted[2];
  const [, one] = ONE.exec(text) ?? [];
  if (one !== undefined) return integer(one).toString();
  const range = RANGE.exec(text);
  return range ? rangeKey(range[1], range[2] ?? "", range[3]) : undefined;
}

function rangeKey(
  first: string | undefined,
  dash: string,
  last: string | undefined,
): string | undefined {
  // Without both ends only dots are a range.
  if (first === undefined || last === undefined) {
    if (!dash.startsWith("..")) return undefined;
    return `${first === undefined ? "" : integer(first)}..${last === undefined ? "" : integer(last)}`;
  }
  // A blank between thousands is no lost dash.
  if (/^\s$/.test(dash) && /^0\d/.test(last)) return undefined;
  const [from, to] = [integer(first), integer(last)];
  return from < to ? `${from}..${to}` : undefined;
}

/** @param text - digits of one of the two forms, perhaps with a sign */
function integer(text: string): bigint {
  const digits = text.replace(/^[-−]/, "");
  const value = BigInt(digits);
  return digits === text ? value : -value;
}
