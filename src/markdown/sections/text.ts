import type { Source, Span } from "../../source/index.ts";
import type { Block } from "../blocks/block.ts";
import { blocksText } from "../blocks/plain-text.ts";
import type { PageText } from "../page.ts";

/** The text of blocks and the stretch that they take, if there is any text. */
export function textOf(blocks: readonly Block[]): PageText | undefined {
  const text = blocksText(blocks);
  return text === "" ? undefined : { text, ...spanOf(blocks) };
}

/** From the first to the last of blocks. */
export function spanOf(blocks: readonly Block[]): Span {
  return { start: blocks[0]?.start ?? 0, end: blocks.at(-1)?.end ?? 0 };
}

/**
 * A text with its own place within what it stands in, as far as the page spells it that way or
 * with its underscores escaped.
 */
export function located({ text: page }: Source, text: string, around: Span): PageText {
  const within = page.slice(around.start, around.end);
  for (const spelling of [text, text.replaceAll("_", "\\_")]) {
    const at = spelling === "" ? -1 : within.indexOf(spelling);
    if (at >= 0) {
      const start = around.start + at;
      return { text, start, end: start + spelling.length };
    }
  }
  return { text, start: around.start, end: around.end };
}
