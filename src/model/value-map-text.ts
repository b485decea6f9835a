import type { ValueMap } from "./schema.ts";

/**
 * A value map as descriptors hold it, in one text: `0=Unknown|2=OK|32768..=Vendor Reserved`.
 *
 * Entries are apart by `|`, a key and its label by `=`; a backslash stands before a mark that
 * belongs to a key or a label, and before a backslash. `#` in front says that keys are
 * numbers of bits (DSP0004 5.6.3.4), and only there does it need a backslash.
 */
export function valueMapText({ kind, entries }: ValueMap): string {
  const texts = entries.map(({ key, label }) =>
    label === undefined ? escaped(key) : `${escaped(key)}=${escaped(label)}`,
  );
  const text = texts.join("|");
  if (kind === "bits") return `#${text}`;
  return text.startsWith("#") ? `\\${text}` : text;
}

function escaped(text: string): string {
  return MARKS.test(text) ? text.replace(/[\\|=]/g, "\\$&") : text;
}

const MARKS = /[\\|=]/;
