/** Characters that mean something to Markdown or to TSDoc, made to mean themselves. */

/** Escapes all of them, wherever they stand. */
export function escapeAll(text: string): string {
  return text.replace(/[\\`*_~<>{}@&[\]]/g, "\\$&");
}

/** Asterisks and tildes begin something only where text follows. */
export function escapeRun(run: string, after: string): string {
  return after.trim() === "" && after !== "" ? run : escapeAll(run);
}

/** Underscores within a word, as in `snake_case`, mean nothing, nor those that nothing follows. */
export function escapeUnderscores(run: string, before: string, after: string): string {
  return isWord(before) ? run : escapeRun(run, after);
}

/** Whether a character, which may be none, belongs to a word. */
export function isWord(character: string): boolean {
  // Asked first because it is quickly answered.
  return character < "\x80" ? /^[a-z0-9]/i.test(character) : /^[\p{L}\p{M}\p{N}]/u.test(character);
}
