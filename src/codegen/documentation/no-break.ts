/** Blanks at which a line must not end: those in code, which is not broken, and in inline tags. */

/** Stands for such a blank until lines are made; in texts of the MOF it has become a common blank. */
const NO_BREAK = "\u00A0";

/** A text that stays on one line. */
export function unbroken(text: string): string {
  return text.includes(" ") ? text.replaceAll(" ", NO_BREAK) : text;
}

/** The blanks again. */
export function withBlanks(text: string): string {
  return text.includes(NO_BREAK) ? text.replaceAll(NO_BREAK, " ") : text;
}
