/** The keys of value maps: `1`, `2..4`, `0x8000..`, `..9` and `..` (DSP0004 5.6.3.56). */
export interface MapKey {
  readonly written: string;
  /** The same for two spellings of one number. */
  readonly identity: string;
  /** One number, or the ends of a range that are stated; absent for what is no number. */
  readonly ends: readonly bigint[] | undefined;
}

/**
 * Reads a key.
 *
 * @param numeric - whether it is one of an integer; otherwise it is text, whatever it looks like
 */
export function readKey(text: string, numeric: boolean): MapKey {
  if (!numeric) return { written: text, identity: text, ends: undefined };
  const before = known.get(text);
  if (before) return before;
  const key = readNumericKey(text.trim());
  if (text.length <= LONGEST_KNOWN && known.size < MOST_KNOWN) known.set(text, key);
  return key;
}

/** A schema has the same few hundred keys over and over. */
const known = new Map<string, MapKey>();
const MOST_KNOWN = 2000;

/** A longer text may be a part of its file, which it would keep in memory. */
const LONGEST_KNOWN = 12;

function readNumericKey(written: string): MapKey {
  const ends = endsOf(written);
  const [only] = ends ?? [];
  const single = only !== undefined && !written.includes("..");
  return { written, identity: single ? String(only) : written, ends };
}

const NUMBER = /^([+-]?)(?:([01]+)[bB]|(0[xX][0-9a-fA-F]+|\d+))$/;

function numberOf(text: string): bigint | undefined {
  const [, sign, binary, other] = NUMBER.exec(text.trim()) ?? [];
  const digits = binary === undefined ? other : `0b${binary}`;
  // A limit, because BigInt reads a text of megabytes in a time that grows faster than it.
  if (digits === undefined || digits.length > 80) return undefined;
  return sign === "-" ? -BigInt(digits) : BigInt(digits);
}

function endsOf(key: string): readonly bigint[] | undefined {
  const parts = key.split("..");
  if (parts.length > 2) return undefined;
  const stated = parts.filter((part) => part.trim() !== "" || parts.length === 1);
  const ends = stated.map(numberOf);
  return ends.every((end) => end !== undefined) ? ends : undefined;
}
