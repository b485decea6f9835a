/** The label that a schema gives a value. */
import type { ClassDescriptor } from "./types.ts";
import { type ValuedName, type ValueMap, type ValueMapEntry, valueMapOf } from "./value-map.ts";

/**
 * The label of a value as the MOF writes it, also of one that lies in a range
 * (`Vendor Reserved`). Of a bit map, the labels of all bits that are set.
 *
 * @param cls - The class; it knows inherited members, too.
 * @param member - `State` for a property, `Start` for what a method returns, `Start.Mode`
 *   for its parameter.
 * @param value - The value; one element of an array.
 * @returns `undefined` for null, and for a value that the schema does not name.
 */
export function labelOf<T, S>(
  cls: ClassDescriptor<T, string, S>,
  member: ValuedName<T, S>,
  value: string | number | bigint | null | undefined,
): string | undefined {
  if (value === null || value === undefined) return undefined;
  const map = valueMapOf(cls, member);
  if (map === undefined) return undefined;
  if (typeof value === "string") return map.entries.find(({ key }) => key === value)?.label;
  if (typeof value === "number" && !Number.isInteger(value)) return undefined;
  return map.kind === "bits" ? labelOfBits(map, BigInt(value)) : labelOfNumber(map, BigInt(value));
}

function labelOfBits({ entries }: ValueMap, value: bigint): string | undefined {
  // A negative one is a signed integer whose highest bit is set.
  const bits = BigInt.asUintN(64, value);
  const labels = entries.filter(({ key }) => {
    const bit = integer(key);
    return bit !== undefined && bit >= 0n && bit < 64n && ((bits >> bit) & 1n) === 1n;
  });
  return labels.length === 0 ? undefined : labels.map(({ key, label }) => label ?? key).join(", ");
}

/** An exact key counts most, then a range with limits, then `..`, which is all that is left. */
function labelOfNumber(map: ValueMap, value: bigint): string | undefined {
  const { exact, ranges, others } = numbersOf(map);
  if (exact.has(value)) return exact.get(value)?.label;
  return (ranges.find((entry) => isInRange(entry, value)) ?? others)?.label;
}

/** The entries of a map by what is asked of them: a map may have thousands. */
interface Numbers {
  readonly exact: ReadonlyMap<bigint, ValueMapEntry>;
  readonly ranges: readonly ValueMapEntry[];
  readonly others: ValueMapEntry | undefined;
}

const known = new WeakMap<ValueMap, Numbers>();

function numbersOf(map: ValueMap): Numbers {
  const before = known.get(map);
  if (before !== undefined) return before;
  const exact = new Map<bigint, ValueMapEntry>();
  const ranges: ValueMapEntry[] = [];
  for (const entry of map.entries) {
    const value = integer(entry.key);
    if (value === undefined) ranges.push(entry);
    else if (!exact.has(value)) exact.set(value, entry);
  }
  const others = ranges.find(({ key }) => key === "..");
  const numbers = { exact, ranges, others };
  known.set(map, numbers);
  return numbers;
}

function isInRange({ key }: ValueMapEntry, value: bigint): boolean {
  const [, low = "", high = ""] = /^([^.]*)\.\.([^.]*)$/.exec(key) ?? [];
  if (low === "" && high === "") return false;
  const [from, to] = [integer(low), integer(high)];
  if ((low !== "" && from === undefined) || (high !== "" && to === undefined)) return false;
  return (from === undefined || from <= value) && (to === undefined || value <= to);
}

/** An integer as keys are written: decimal, `0x1F` or `101b`. */
function integer(text: string): bigint | undefined {
  const [, sign, hex, binary, decimal] = NUMBER.exec(text.trim()) ?? [];
  const digits = hex ?? (binary === undefined ? decimal : `0b${binary}`);
  if (digits === undefined) return undefined;
  return sign === "-" ? -BigInt(digits) : BigInt(digits);
}

// A limit, because BigInt reads a text of megabytes in a time that grows faster than it.
const NUMBER = /^([+-]?)(?:(0x[0-9a-f]{1,32})|([01]{1,64})b|(\d{1,40}))$/i;
