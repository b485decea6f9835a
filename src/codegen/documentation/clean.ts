/** Takes out of a text what no source text should hold, whatever it is written for. */

const PLAIN = /^[\t\n\x20-\x7E]*$/;

/** Marks that make text look as if it stood elsewhere; scripts that run from right to left need none. */
const BIDI = /[\u202A-\u202E\u2066-\u2069]/g;

/** Spelt out, because Unicode's classes take long to prepare. */
const CONTROLS = /[\0-\x08\x0B-\x1F\x7F-\x9F\uFEFF]/g;

/**
 * A text whose lines end with a line feed and that holds no other control characters than
 * tabs, no marks that turn the direction of what follows, and no halves of characters.
 */
export function clean(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(BIDI, "")
    .replace(/\p{Cs}/gu, "\uFFFD")
    .replace(CONTROLS, " ");
}
