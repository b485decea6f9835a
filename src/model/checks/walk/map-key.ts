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
  const known = plain.get(text);
  if (known) return known;
  const written = text.trim();
  const ends = endsOf(written);
  const [only] = ends ?? [];
  const range = written.includes("..");
  return { written, identity: range || only === undefined ? written : String(only), ends };
}

/** Most keys are small numbers, and need not be read again and again. */
const plain: ReadonlyMap<string, MapKey> = new Map(
  Array.from({ length: 100 }, (_, number): [string, MapKey] => {
    const written = String(number);
    return [written, { written, identity: written, ends: [BigInt(number)] }];
  }),
);

const NUMBER = /^([+-]?)(0[xX][0-9a-fA-F]+|\d+)$/;

function numberOf(text: string): bigint | undefined {
  const [, sign, digits] = NUMBER.exec(text.trim()) ?? [];
  // A limit, because BigInt reads a text of megabytes in a time that grows faster than it.
  if (digits === undefined || digits.length > 40) return undefined;
  return sign === "-" ? -BigInt(digits) : BigInt(digits);
}

function endsOf(key: string): readonly bigint[] | undefined {
  const parts = key.split("..");
  if (parts.length > 2) return undefined;
  const stated = parts.filter((part) => part.trim() !== "" || parts.length === 1);
  const ends = stated.map(numberOf);
  return ends.every((end) => end !== undefined) ? ends : undefined;
}
