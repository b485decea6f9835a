import type { Block } from "../blocks/block.ts";
import { inlineText } from "../blocks/plain-text.ts";
import type { PageText } from "../page.ts";
import { spanOf, textOf } from "./text.ts";

/**
 * What stands below the title, without the sentences that introduce the syntax, which name MOF
 * in every language.
 */
export function readSummary(blocks: readonly Block[]): PageText | undefined {
  let end = blocks.length;
  while (end > 0 && introduces(blocks[end - 1], end === 1)) end -= 1;
  const kept = blocks.slice(0, end);
  const summary = textOf(kept);
  if (!summary) return undefined;
  const text = summary.text.replace(SENTENCE, "");
  return text === "" ? undefined : { text, ...spanOf(kept) };
}

/** @param isFirst - which may be about MOF itself */
function introduces(block: Block | undefined, isFirst: boolean): boolean {
  if (block?.kind !== "paragraph") return false;
  const text = inlineText(block.inlines);
  return isFirst ? /\(MOF\)|(?:^|\s)following syntax\b.*\bMOF\b/i.test(text) : /\bMOF\b/.test(text);
}

/** The same as the end of a paragraph. */
const SENTENCE = /\s*The following syntax is [^.\n]*\bMOF\b[^.\n]*\.$/;
