import type { Source } from "../source/index.ts";
import { hasFrontMatter } from "./front-matter.ts";

/** The name of what is read from standard input. */
const STANDARD_INPUT = "<stdin>";

/**
 * Whether a text is a page in Markdown: by the ending of its name, or where it has none because it
 * comes from standard input, by front matter or a heading at its beginning.
 */
export function isPage({ name, text }: Source): boolean {
  if (/\.(?:md|markdown)$/i.test(name)) return true;
  if (name !== STANDARD_INPUT) return false;
  return /^\s*#{1,6}[ \t]+(?!pragma\b)\S/i.test(text) || hasFrontMatter(text);
}
