/** Value maps: the values that a schema names, with the labels of the MOF (DSP0004 5.6.3.55). */
import type { ClassData, ClassDescriptor } from "./types.ts";

/** One entry of a value map. */
export interface ValueMapEntry {
  /** As the MOF writes it: `1`, `0x10`, `32768..65535`, `..`, or a text. */
  readonly key: string;
  /** Absent where the MOF gives none. */
  readonly label?: string;
}

/** The values that a property, a parameter or a return value may have, as far as they have names. */
export interface ValueMap {
  /** Whether the keys are values, or numbers of bits (`BitMap`, DSP0004 5.6.3.4). */
  readonly kind: "values" | "bits";
  readonly entries: readonly ValueMapEntry[];
}

/**
 * What has a value map: a property, a method for what it returns, or a parameter as
 * `Method.Parameter`.
 */
export type ValuedName<T, S = unknown> =
  (keyof T & string) | (keyof S & string) | `${string}.${string}`;

/**
 * The value map of a property, of what a method returns, or of a parameter.
 *
 * @param cls - The class; it knows inherited members, too.
 * @param member - `State` for a property, `Start` for what a method returns, `Start.Mode`
 *   for its parameter.
 * @returns Entries in the order of the MOF; `undefined` when the schema names no values.
 */
export function valueMapOf<T, S>(
  cls: ClassDescriptor<T, string, S>,
  member: ValuedName<T, S>,
): ValueMap | undefined {
  const ofClass = known.get(cls) ?? new Map<string, ValueMap>();
  known.set(cls, ofClass);
  const before = ofClass.get(member);
  if (before !== undefined) return before;
  const text =
    cls.values !== undefined && Object.hasOwn(cls.values, member) ? cls.values[member] : undefined;
  if (text === undefined) return undefined;
  const map = parse(text);
  ofClass.set(member, map);
  return map;
}

const known = new WeakMap<ClassData, Map<string, ValueMap>>();

/** `0=Unknown|2=OK`: see {@link ClassData.values}. */
function parse(text: string): ValueMap {
  const isBits = text.startsWith("#");
  const entries = split(isBits ? text.slice(1) : text, "|").map((entry): ValueMapEntry => {
    const [key = "", ...label] = split(entry, "=");
    return label.length === 0
      ? { key: plain(key) }
      : { key: plain(key), label: plain(label.join("=")) };
  });
  return Object.freeze({ kind: isBits ? "bits" : "values", entries: Object.freeze(entries) });
}

/** Parts between marks, but not those behind a backslash. */
function split(text: string, mark: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === "\\") index++;
    else if (text[index] === mark) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

function plain(text: string): string {
  return text.replace(/\\(.)/gs, "$1");
}
