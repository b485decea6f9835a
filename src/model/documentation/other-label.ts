import { readKey } from "../map-key.ts";
import type { Qualifiers, ValueMap } from "../schema.ts";
import { valueMapOf } from "../value-map.ts";

/** A value that has two names. */
export interface DifferentLabels {
  readonly value: string;
  readonly label: string;
  /** That of the page. */
  readonly other: string;
}

/**
 * Finds the first value that a page names otherwise than the source does. Case, blanks and
 * punctuation make no difference.
 *
 * @param isText - whether it is a value of a string
 * @returns nothing when the page names no values, `null` when it names them as the source does
 */
export function otherLabel(
  said: Qualifiers,
  values: ValueMap,
  isText: boolean,
): DifferentLabels | null | undefined {
  const page = valueMapOf(said, isText)?.map;
  if (page?.kind !== values.kind) return undefined;
  const identity = (key: string): string => readKey(key, !isText).identity;
  const own = new Map(values.entries.map(({ key, label }) => [identity(key), label]));
  for (const { key, label: other } of page.entries) {
    const label = own.get(identity(key));
    if (!label || !other || letters(label) === letters(other)) continue;
    return { value: key, label, other };
  }
  return null;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}
