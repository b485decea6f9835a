/** What values are called, as overlays state it. */
import type { TypeName, ValueOverlay } from "../../ast/index.ts";
import { type MapKey, readKey } from "../map-key.ts";
import type { QualifierFinder } from "../qualifier-types.ts";
import type { QualifierChanges } from "../qualifiers.ts";
import type { QualifierValue, ValueMap, ValueMapEntry } from "../schema.ts";
import { bitFits, valueFits } from "../value-fits.ts";
import { valueMapOf } from "../value-map.ts";
import { qualifierValue } from "./qualifier-value.ts";

/** Told of each value that the element cannot have. */
export type ReportMisfit = (value: ValueOverlay, kind: ValueMap["kind"]) => void;

/**
 * Merges names of values into those that an element has: a known value is called anew, a new one
 * stands behind the others, and without a name it is taken away.
 *
 * @param type - that of the element, or what the method returns
 */
export function changeValues(
  values: readonly ValueOverlay[],
  type: TypeName,
  report: ReportMisfit,
): QualifierChanges {
  const isText = type.name.text.toLowerCase() === "string";
  return (qualifiers, find) => {
    const { kind, entries }: ValueMap = valueMapOf(qualifiers, isText)?.map ?? NO_VALUES;
    const identity = (key: string): MapKey["identity"] => readKey(key, !isText).identity;
    const merged = new Map(entries.map((entry) => [identity(entry.key), entry]));
    for (const value of values) {
      const fits = kind === "bits" ? bitFits(type, value.value) : valueFits(type, value.value);
      if (!fits) report(value, kind);
      else if (value.label === null) merged.delete(identity(value.value));
      else {
        const key = identity(value.value);
        merged.set(key, { key: value.value, ...merged.get(key), label: value.label });
      }
    }
    write({ kind, entries: [...merged.values()] }, isText, qualifiers, find);
  };
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
