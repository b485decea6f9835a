import type { Source } from "../source/index.ts";

/** The name of what is read from standard input. */
export const STANDARD_INPUT_NAME = "<stdin>";

/** What no MOF begins with: front matter, or a heading, which is no directive of a preprocessor. */
const BEGINNING =
  /^\uFEFF?\s*(?:---[ \t]*(?:[\r\n]|$)|#{1,6}[ \t]+(?!(?:pragma|include|define|undef|if|ifdef|ifndef|else|elif|endif|line|error)\b)\S)/i;

/**
 * Whether a text is a documentation page in Markdown: by the ending of its name, or where it has
 * none because it comes from standard input, by its beginning.
 */
export function isPage({ name, text }: Source): boolean {
  if (/\.(?:md|markdown)$/i.test(name)) return true;
  return name === STANDARD_INPUT_NAME && BEGINNING.test(text);
}
