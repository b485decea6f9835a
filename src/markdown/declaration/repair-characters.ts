/** Characters that word processors and translations put in the place of those of code. */
import { diagnose } from "../../diagnostics/index.ts";
import type { Damage, Repair } from "./damage.ts";

/** What is written, and what is meant. */
const MEANT: Readonly<Record<string, string>> = {
  "\u00A0": " ",
  "\u202F": " ",
  "\u205F": " ",
  "\u3000": " ",
  "\u200B": "",
  "\u200C": "",
  "\u200D": "",
  "\u2060": "",
  "\uFEFF": "",
  "“": '"',
  "”": '"',
  "„": '"',
  "‟": '"',
  "«": '"',
  "»": '"',
  "‘": "'",
  "’": "'",
  "‚": "'",
  "–": "-",
  "−": "-",
  "；": ";",
  "，": ",",
  "：": ":",
  "（": "(",
  "）": ")",
  "\\_": "_",
  "\\[": "[",
  "\\]": "]",
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#34;": '"',
  "&apos;": "'",
  "&#39;": "'",
  "&nbsp;": " ",
  "&#160;": " ",
};

// What stands in a string or a comment is text, and stays.
const STRAY =
  /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|(&(?:amp|lt|gt|quot|apos|nbsp|#34|#39|#160);|\\[_[\]]|[\u00A0\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF“”„‟«»‘’‚–−；，：（）])/g;

export function otherCharacters({ text }: Damage): readonly Repair[] {
  const repairs = new Map<string, Repair & { readonly edits: Repair["edits"][number][] }>();
  for (const match of text.matchAll(STRAY)) {
    const [, written] = match;
    if (written === undefined) continue;
    const start = match.index;
    const read = MEANT[written] ?? " ";
    const edit = { start, end: start + written.length, text: read };
    const known = repairs.get(written);
    if (known) known.edits.push(edit);
    else {
      const sentence = { written: named(written), read: read === "" ? "nothing" : named(read) };
      repairs.set(written, {
        edits: [edit],
        at: edit,
        say: (location) => diagnose("page-character-replaced", sentence, location),
      });
    }
  }
  return [...repairs.values()];
}

/** What cannot be seen is called by its number. */
function named(character: string): string {
  if (character === " ") return "a blank";
  const code = character.charCodeAt(0);
  return /^[\p{C}\p{Z}]$/u.test(character)
    ? `U+${code.toString(16).toUpperCase().padStart(4, "0")}`
    : character;
}
