/** How wide a text is, counted as Prettier counts: what fits on a line decides the layout. */
import { eastAsianWidth } from "get-east-asian-width";

/** Prettier's default print width. */
export const WIDTH = 80;

const PLAIN = /^[\x20-\x7E]*$/;

/** Columns of a text: a wide character takes two, a combining mark none. */
export function textWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const invisible = code < 0x20 || (code >= 0x7f && code <= 0x9f);
    const combining = code >= 0x300 && code <= 0x36f;
    if (!invisible && !combining) width += eastAsianWidth(code);
  }
  return width;
}

/** Whether a line, and so many further columns, fit into the print width. */
export function fits(line: string, further = 0): boolean {
  return textWidth(line) + further <= WIDTH;
}

/** Whether each character of a text takes one column. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}
