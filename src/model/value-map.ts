import { isSet, namesValues, textsOf } from "./qualifiers.ts";
import type { Qualifiers, ValueMap } from "./schema.ts";

/** A {@link ValueMap}, and how many entries each side had when they do not pair up. */
export interface PairedValues {
  readonly map: ValueMap;
  readonly mismatch?: { readonly values: number; readonly labels: number };
}

/**
 * Pairs `ValueMap` with `Values`, or `BitMap` with `BitValues` (DSP0004 5.6.3). Labels
 * without values are numbered from 0; values without labels have none. `ValueDescriptions`
 * stand in the order of the entries.
 *
 * @param text - whether the values are those of a string: then blanks belong to them
 */
export function valueMapOf(qualifiers: Qualifiers, text: boolean): PairedValues | undefined {
  // Most elements have none of the four.
  if (!namesValues(qualifiers)) return undefined;
  const descriptions = textsOf(qualifiers, "valuedescriptions");
  const values = keysOf(qualifiers, "valuemap", text);
  const bits = keysOf(qualifiers, "bitmap", false);
  const found =
    paired("values", values, textsOf(qualifiers, "values"), descriptions) ??
    paired("bits", bits, textsOf(qualifiers, "bitvalues"), descriptions);
  if (!found || !isSet(qualifiers, "valuesdocumented")) return found;
  return { ...found, map: { ...found.map, documented: true } };
}

function keysOf(
  qualifiers: Qualifiers,
  name: string,
  text: boolean,
): readonly string[] | undefined {
  const keys = textsOf(qualifiers, name);
  return text ? keys : keys?.map((key) => key.trim());
}

function paired(
  kind: ValueMap["kind"],
  keys: readonly string[] | undefined,
  labels: readonly string[] | undefined,
  descriptions: readonly string[] = [],
): PairedValues | undefined {
  if (!keys && !labels) return undefined;
  const stated = keys ?? (labels ?? []).map((_, index) => String(index));
  const differ = keys !== undefined && labels !== undefined && keys.length !== labels.length;
  const count = differ ? Math.min(keys.length, labels.length) : stated.length;
  const entries = stated.slice(0, count).map((key, index) => {
    const label = labels?.[index];
    const description = descriptions[index] ?? "";
    // Most have a label and nothing else.
    if (description === "") return label === undefined ? { key } : { key, label };
    return { key, ...(label !== undefined && { label }), description };
  });
  const map: ValueMap = { kind, entries };
  return differ ? { map, mismatch: { values: keys.length, labels: labels.length } } : { map };
}
