/** What values are called, as overlays state it. */
import type { TypeName, ValueOverlay } from "../../ast/index.ts";
import { type MapKey, readKey } from "../map-key.ts";
import type { QualifierFinder } from "../qualifier-types.ts";
import type { QualifierChanges } from "../qualifiers.ts";
import type { QualifierValue, ValueMap, ValueMapEntry } from "../schema.ts";
import { bitFits, valueFits } from "../value-fits.ts";
import { valueMapOf } from "../value-map.ts";
import { qualifierValue } from "./qualifier-value.ts";

/** Who is told of what changes no value. */
export interface ValueReporter {
  /** Of each value that the element cannot have. */
  misfit(value: ValueOverlay, kind: ValueMap["kind"]): void;
  /** Of what is written for nothing, and why. */
  idle(value: ValueOverlay, reason: string): void;
}

/**
 * Merges names of values into those that an element has: a known value is called anew, a new one
 * stands behind the others, and without a name it is taken away.
 *
 * @param type - that of the element, or what the method returns
 */
export function changeValues(
  values: readonly ValueOverlay[],
  type: TypeName,
  report: ValueReporter,
): QualifierChanges {
  const isText = type.name.text.toLowerCase() === "string";
  return (qualifiers, find) => {
    const { kind, entries }: ValueMap = valueMapOf(qualifiers, isText)?.map ?? NO_VALUES;
    const identity = (key: string): MapKey["identity"] => readKey(key, !isText).identity;
    const merged = new Map(entries.map((entry) => [identity(entry.key), entry]));
    const seen = new Set<string>();
    for (const value of values) {
      const fits = kind === "bits" ? bitFits(type, value.value) : valueFits(type, value.value);
      const key = identity(value.value);
      const idle = idleReason(value, { isText, isSeen: seen.has(key), isKnown: merged.has(key) });
      seen.add(key);
      if (!fits) report.misfit(value, kind);
      else if (idle !== undefined) report.idle(value, idle);
      else if (value.label === null) merged.delete(key);
      else merged.set(key, { key, ...merged.get(key), label: value.label });
    }
    write({ kind, entries: [...merged.values()] }, isText, qualifiers, find);
  };
}

/** What is known of a value when it is its turn. */
interface Turn {
  readonly isText: boolean;
  readonly isSeen: boolean;
  readonly isKnown: boolean;
}

/** Why a value changes nothing, if it does not. */
function idleReason(
  { value, label }: ValueOverlay,
  { isText, isSeen, isKnown }: Turn,
): string | undefined {
  if (isSeen) return `${value} is a value that stands above`;
  const [first, last] = readKey(value, !isText).ends ?? [];
  if (first !== undefined && last !== undefined && first > last) return `${value} holds no value`;
  return label === null && !isKnown ? `${value} has no name that could be taken away` : undefined;
}

const NO_VALUES: ValueMap = { kind: "values", entries: [] };

/** Every value has a label where one has; a text without one is its own. */
function write(
  { kind, entries }: ValueMap,
  isText: boolean,
  qualifiers: Map<string, QualifierValue>,
  find: QualifierFinder,
): void {
  const [keys, labels] = kind === "bits" ? ["BitMap", "BitValues"] : ["ValueMap", "Values"];
  const set = (name: string, items: readonly string[], needed: boolean): void => {
    if (needed) qualifiers.set(name.toLowerCase(), qualifierValue(name, items, find));
    else qualifiers.delete(name.toLowerCase());
  };
  const some = (part: keyof ValueMapEntry): boolean =>
    entries.some((entry) => entry[part] !== undefined);
  const labelOf = ({ key, label }: ValueMapEntry): string => label ?? (isText ? key : "");
  set(keys, keysIn(entries), some("key"));
  set(labels, entries.map(labelOf), some("label"));
  const descriptions = entries.map(({ description = "" }) => description);
  set("ValueDescriptions", descriptions, some("description"));
  // Whoever states them says that they are so.
  qualifiers.delete("valuesdocumented");
}

function keysIn(entries: readonly ValueMapEntry[]): readonly string[] {
  return entries.map(({ key }) => key);
}
