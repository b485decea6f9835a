/** Named things that a section lists, in whatever form it does. */
import type { Span } from "../../source/index.ts";
import type { Block, DefinitionList, Inline, Row } from "../blocks/block.ts";
import { textInline } from "../blocks/markdown.ts";
import { lineOf } from "../blocks/plain-text.ts";
import { behindMark, isName, isNamedAs } from "./name.ts";
import { unnested } from "./unnested.ts";

export interface Entry extends Span {
  /** What names it, in the form of the page. */
  readonly term: readonly Inline[];
  readonly termSpan: Span;
  readonly body: readonly Block[];
  /** For a row of a table: its other cells. */
  readonly cells?: readonly (readonly Block[])[];
}

/** What tells a paragraph that is the name of an entry from others. */
export type IsEntry = (blocks: readonly Block[], index: number) => boolean;

/**
 * Items of definition lists, rows of tables, items of lists, or paragraphs that are a name and
 * those that follow. What a section says besides is left out.
 */
export function entriesOf(blocks: readonly Block[], isEntry: IsEntry): Entry[] {
  const lists = blocks.filter((block): block is DefinitionList => block.kind === "definitions");
  // A list may be ended too early, so that its last items are another one.
  const items = unnested(lists.flatMap((list) => list.items));
  if (items.some(({ term }) => hasName(term))) {
    return items.flatMap(({ term, body, start, end }) => named(term, body, { start, end }));
  }
  const paragraphs = paragraphEntries(blocks, isEntry);
  if (paragraphs.length > 0) return paragraphs;
  const rows = blocks.flatMap((block) => (block.kind === "table" ? block.rows.slice(1) : []));
  if (rows.length > 0) return rows.flatMap(rowEntry);
  return blocks.flatMap((block) => (block.kind === "list" ? block.items.flatMap(itemEntry) : []));
}

function hasName(term: readonly Block[]): boolean {
  return term.some((block) => block.kind === "paragraph" && isName(block.inlines));
}

function named(term: readonly Block[], body: readonly Block[], span: Span): Entry[] {
  // A term may begin with anchors in a paragraph of their own.
  const paragraph = term.find((block) => block.kind === "paragraph" && isName(block.inlines));
  if (paragraph?.kind !== "paragraph") return [];
  const rest = term.slice(term.indexOf(paragraph) + 1);
  return [{ ...span, term: paragraph.inlines, termSpan: paragraph, body: [...rest, ...body] }];
}

function paragraphEntries(blocks: readonly Block[], isEntry: IsEntry): Entry[] {
  const starts = [...blocks.keys()].filter((index) => isEntry(blocks, index));
  return starts.flatMap((index, number) => {
    const body = blocks.slice(index + 1, starts[number + 1] ?? blocks.length);
    const block = blocks[index];
    if (block?.kind !== "paragraph" && block?.kind !== "heading") return [];
    const end = body.at(-1)?.end ?? block.end;
    return [{ start: block.start, end, term: block.inlines, termSpan: block, body }];
  });
}

function rowEntry({ cells, start, end }: Row): Entry[] {
  const [first, ...others] = cells;
  const [block] = first?.blocks ?? [];
  if (block?.kind !== "paragraph" || lineOf(block.inlines) === "") return [];
  const rest = others.map((cell) => cell.blocks);
  return [
    { start, end, term: block.inlines, termSpan: block, body: rest.at(-1) ?? [], cells: rest },
  ];
}

/** `- **Name**: what it is`, with a dash as well. */
function itemEntry(item: readonly Block[]): Entry[] {
  const [first, ...rest] = item;
  if (first?.kind !== "paragraph") return [];
  const [start, end] = [first.start, item.at(-1)?.end ?? first.end];
  const { inlines } = first;
  const at = behindMark(inlines);
  const isDivided =
    isNamedAs(inlines.slice(0, Math.max(at, 0))) &&
    /^\s*(?:\(|\\?\[|[-:–—])/.test(inlines[at]?.content ?? "");
  if (!isDivided) {
    return isName(inlines) ? [{ start, end, term: inlines, termSpan: first, body: rest }] : [];
  }
  return [divided(inlines, at, first, rest, { start, end })];
}

/** A marked name, perhaps what stands in brackets behind it, a separator, and the text. */
const HEAD = /^(\s*(?:\([^()]*\)|\[[^[\]]*\])?)\s*[-:–—]*\s*/;

function divided(
  inlines: readonly Inline[],
  at: number,
  first: Block & Span,
  rest: readonly Block[],
  span: Span,
): Entry {
  const text = inlines[at]?.content ?? "";
  const [head = "", brackets = ""] = HEAD.exec(text) ?? [];
  const term = [...inlines.slice(0, at), textInline(brackets)];
  const own = [textInline(text.slice(head.length)), ...inlines.slice(at + 1)];
  const paragraph: Block = { kind: "paragraph", inlines: own, start: first.start, end: first.end };
  const body = lineOf(own) === "" ? rest : [paragraph, ...rest];
  return { ...span, term, termSpan: first, body };
}
