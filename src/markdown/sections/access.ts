import type { PropertyEntry } from "../page.ts";
import { ACCESS_WORDS } from "../words/access-words.ts";

type Access = NonNullable<PropertyEntry["access"]>;

const meanings = new Map<string, Access>();
for (const [access, words] of Object.entries(ACCESS_WORDS)) {
  // The keys of the list are meanings.
  for (const word of words) meanings.set(word, access as Access);
}

/** Who may read and write, in the words of a known language. */
export function accessOf(text: string): Access | undefined {
  const words = text
    .toLowerCase()
    .replace(/\s*([/／])\s*/g, "/")
    .replace(/\s*-\s*/g, "-")
    .replace(/[.\s。]+$/, "");
  return meanings.get(words) ?? meanings.get(words.replace(/^(?:de|di|en|in|для) /, ""));
}
