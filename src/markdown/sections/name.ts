/** What names something on a page: words in bold, italic or as code. */
import type { Inline } from "../blocks/block.ts";
import type { Source, Span } from "../../source/index.ts";
import { lineOf } from "../blocks/plain-text.ts";
import type { PageText } from "../page.ts";
import { located } from "./text.ts";

/** Whether there is any text in a term. */
export function isName(inlines: readonly Inline[]): boolean {
  return inlines.some(({ type, content }) => type !== "html_inline" && content.trim() !== "");
}

/** Whether inlines are one marked name and nothing else, a link perhaps. */
export function isNamedAs(inlines: readonly Inline[]): boolean {
  const text = markedText(inlines);
  return text !== undefined && text === lineOf(inlines);
}

/** Whether a name stands in italics, as those of parameters do. */
export function isItalic(inlines: readonly Inline[]): boolean {
  const first = inlines.find(
    ({ type, content }) => type !== "html_inline" && (type !== "text" || content.trim() !== ""),
  );
  return first?.type === "em_open";
}

/** What stands in the first bold, italic or code, or is the text of the first link. */
export function markedText(inlines: readonly Inline[]): string | undefined {
  const mark = markOf(inlines);
  if (!mark) return undefined;
  const { open, close } = mark;
  if (open === close) return inlines[open]?.content.trim();
  return lineOf(inlines.slice(open + 1, close)).replaceAll("`", "");
}

/** Where the first text stands behind the first mark; -1 without either. */
export function behindMark(inlines: readonly Inline[]): number {
  const { close } = markOf(inlines) ?? { close: inlines.length };
  return inlines.findIndex(
    ({ type, content }, index) => index > close && type === "text" && content.trim() !== "",
  );
}

/** The first tokens that open and close a mark; code is one token. */
function markOf(
  inlines: readonly Inline[],
): { readonly open: number; readonly close: number } | undefined {
  const open = inlines.findIndex(({ type }) => MARKED.has(type));
  const first = inlines[open];
  if (!first) return undefined;
  if (first.type === "code_inline") return { open, close: open };
  const close = inlines.findIndex(
    ({ type, level }, index) =>
      index > open && type === CLOSES.get(first.type) && level === first.level,
  );
  return { open, close: close < 0 ? inlines.length : close };
}

const CLOSES: ReadonlyMap<string, string> = new Map([
  ["strong_open", "strong_close"],
  ["em_open", "em_close"],
  ["link_open", "link_close"],
]);
const MARKED: ReadonlySet<string> = new Set([...CLOSES.keys(), "code_inline"]);

/** The name that a term states: what is marked, otherwise what stands before brackets. */
export function nameOf(source: Source, inlines: readonly Inline[], around: Span): PageText {
  const marked = markedText(inlines);
  const text = marked ?? /^[^([:]*/.exec(lineOf(inlines))?.[0].trim() ?? "";
  return located(source, text, around);
}

/** The target of the first link. */
export function linkOf(inlines: readonly Inline[]): string | undefined {
  return inlines.find(({ type }) => type === "link_open")?.attrGet("href") ?? undefined;
}
