import type { Source, Span } from "../../source/index.ts";
import type { Block } from "../blocks/block.ts";
import { blocksText } from "../blocks/plain-text.ts";
import type { PageText } from "../page.ts";

/** The text of blocks and the stretch that they take, if there is any text. */
export function textOf(blocks: readonly Block[]): PageText | undefined {
  const text = blocksText(blocks);
  return text === "" ? undefined : { text, ...spanOf(blocks) };
}

/** What blocks stretch over, in whatever order: some are put where they belong. */
export function spanOf([first, ...others]: readonly Block[]): Span {
  let [start, end] = [first?.start ?? 0, first?.end ?? 0];
  for (const block of others) {
    start = Math.min(start, block.start);
    end = Math.max(end, block.end);
  }
  return { start, end };
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
