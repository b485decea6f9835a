/** Texts of the MOF as Markdown that is safe in a comment. */
import { readBlocks } from "./blocks.ts";
import { clean } from "./clean.ts";
import { withoutTags } from "./html.ts";
import { markOf } from "./marks.ts";
import { paragraph, writeBlock } from "./write-block.ts";

/** A sentence as most texts are: it means nothing but itself, wherever it is broken. */
const PLAIN = /^[A-Za-z"'(][A-Za-z0-9 ,;:'"()/?!%=+.$^-]*$/;

/**
 * A text of the MOF as paragraphs of Markdown. A list, a table or code is one of them, with
 * line ends between its lines.
 */
export function prose(text: string | undefined): string[] {
  if (text === undefined) return [];
  if (PLAIN.test(text) && !text.includes("  ") && !text.includes("//")) return [text.trimEnd()];
  const lines = withoutTags(clean(text)).trim();
  const blocks =
    /[\n\t]/.test(lines) || markOf(lines)
      ? readBlocks(lines)
      : ([{ kind: "text", text: lines }] as const);
  return blocks.flatMap(writeBlock).filter((block) => block !== "");
}

/** A short text of the MOF as part of a sentence. */
export function inlineProse(text: string): string {
  return paragraph(clean(text));
}

/** Whether a paragraph is text, behind which more text can be put. */
export function isText(block: string): boolean {
  return !/^(?:- |\d+\. |```|\| )/.test(block);
}
