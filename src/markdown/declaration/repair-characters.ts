/** Characters that word processors and translations put in the place of those of code. */
import { diagnose } from "../../diagnostics/index.ts";
import type { Damage, Repair } from "./damage.ts";

/** What is written, and what is meant; blanks are blanks, and what has no width is nothing. */
const MEANT: Readonly<Record<string, string>> = {
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

const STRAY = String.raw`&(?:amp|lt|gt|quot|apos|nbsp|#34|#39|#160);|\\[_[\]]|[\u00A0\u00AD\u2000-\u200F\u2028-\u202F\u205F-\u2064\u2066-\u2069\u3000\uFEFF“”„‟«»‘’‚–−；，：（）]`;
const STRAYS = new RegExp(STRAY, "g");
// What stands in a string or a comment is text, and stays.
const STRAY_OR_TEXT = new RegExp(
  String.raw`"(?:[^"\\\n]|\\.)*(?<closed>"?)|\/\/[^\n]*|(?<stray>${STRAY})`,
  "g",
);

/** The characters that are meant as others, each where it stands. */
function strays(text: string): { readonly written: string; readonly start: number }[] {
  return [...text.matchAll(STRAY_OR_TEXT)].flatMap(({ 0: all, index, groups }) => {
    if (groups?.["stray"] !== undefined) return [{ written: all, start: index }];
    if (groups?.["closed"] !== "") return [];
    // What should close the string may be one of them.
    return Array.from(all.matchAll(STRAYS), (stray) => ({
      written: stray[0],
      start: index + stray.index,
    }));
  });
}

export function otherCharacters({ text }: Damage): readonly Repair[] {
  const repairs = new Map<string, Repair & { readonly edits: Repair["edits"][number][] }>();
  for (const { written, start } of strays(text)) {
    const read = MEANT[written] ?? (/\p{Cf}/u.test(written) ? "" : " ");
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
