import type Token from "markdown-it/lib/token.mjs";
import type { Span } from "../../source/index.ts";
import type { Block, Cell, Code, Heading, Row } from "./block.ts";
import { BlockBuilder } from "./block-builder.ts";
import { LazyParagraph } from "./lazy-paragraph.ts";
import { Lines } from "./lines.ts";
import { parseBlocks, parseInline, type References } from "./markdown.ts";
import { asTag, tagsAndText } from "./tags.ts";

/** What a page consists of, and every block of code in it, in order. */
export interface Blocks {
  readonly blocks: readonly Block[];
  readonly code: readonly Code[];
}

/**
 * Reads the Markdown of a page. markdown-it says on which lines a block stands; where exactly,
 * is found in those lines.
 *
 * @param start - where the front matter ends
 */
export function readBlocks(text: string, start: number): Blocks {
  return readBelow(text, start, MOST_CUTS);
}

/** A page with more fences that nothing ends is no page of anything. */
const MOST_CUTS = 8;

/** What no fence ends goes on to the end of the page; a person ends it where a section begins. */
function readBelow(text: string, start: number, cutsLeft: number): Blocks {
  const found = readStretch(text, start, text.length);
  const open = found.code.at(-1);
  if (open?.missing === undefined || cutsLeft === 0) return found;
  const cut = headingBehind(text, open.start);
  if (cut < 0) return found;
  const [above, below] = [readStretch(text, start, cut), readBelow(text, cut, cutsLeft - 1)];
  return { blocks: [...above.blocks, ...below.blocks], code: [...above.code, ...below.code] };
}

function readStretch(text: string, start: number, end: number): Blocks {
  const references: References = {};
  const tokens = parseBlocks(text.slice(start, end), references);
  const reader = new BlockReader(tokens, new Lines(text.slice(0, end), start), references);
  return { blocks: reader.read(), code: reader.code };
}

const HEADING = /^ {0,3}#{1,6}[ \t]+\S/gm;

function headingBehind(text: string, start: number): number {
  HEADING.lastIndex = start;
  return HEADING.exec(text)?.index ?? -1;
}

class BlockReader {
  readonly code: Code[] = [];
  readonly #tokens: readonly Token[];
  readonly #lines: Lines;
  readonly #references: References;
  #next = 0;

  constructor(tokens: readonly Token[], lines: Lines, references: References) {
    this.#tokens = tokens;
    this.#lines = lines;
    this.#references = references;
  }

  /** @param end - the type of the token that ends what is read */
  read(end?: string): Block[] {
    const builder = new BlockBuilder();
    for (let token = this.#take(); token && token.type !== end; token = this.#take()) {
      this.#readBlock(token, builder);
    }
    return builder.blocks;
  }

  #take(): Token | undefined {
    return this.#tokens[this.#next++];
  }

  #readBlock(token: Token, builder: BlockBuilder): void {
    const span = this.#spanOf(token);
    switch (token.type) {
      case "inline":
        this.#readInline(token.content, span, builder);
        return;
      case "html_block":
        this.#readHtml(token.content, span, builder);
        return;
      case "heading_open":
        builder.addHeading(this.#heading(token, span));
        return;
      case "fence":
      case "code_block":
        this.#readCode(token, builder);
        return;
      case "blockquote_open":
        builder.add({ kind: "quote", blocks: this.read("blockquote_close"), ...span });
        return;
      case "bullet_list_open":
      case "ordered_list_open":
        builder.add({ kind: "list", items: this.#items(), ...span });
        return;
      case "table_open":
        builder.add({ kind: "table", rows: this.#rows(), ...span });
        return;
      default:
    }
  }

  #spanOf({ map }: Token): Span {
    return map ? this.#lines.span(map[0], map[1]) : NOWHERE;
  }

  #heading({ tag }: Token, span: Span): Heading {
    const inlines = parseInline(this.#take()?.content ?? "", this.#references);
    this.#take();
    return { kind: "heading", level: Number(tag.slice(1)), inlines, ...span };
  }

  #items(): Block[][] {
    const items: Block[][] = [];
    for (let token = this.#take(); token?.type === "list_item_open"; token = this.#take()) {
      items.push(this.read("list_item_close"));
    }
    return items;
  }

  #rows(): Row[] {
    const rows: Row[] = [];
    for (let token = this.#take(); token && token.type !== "table_close"; token = this.#take()) {
      if (token.type === "tr_open") rows.push(this.#row(this.#spanOf(token)));
    }
    return rows;
  }

  /** Cells have no place of their own; each is looked for behind the one before. */
  #row(span: Span): Row {
    const cells: Cell[] = [];
    const text = this.#lines.text.slice(span.start, span.end);
    let from = 0;
    for (let token = this.#take(); token && token.type !== "tr_close"; token = this.#take()) {
      if (token.type !== "inline") continue;
      const builder = new BlockBuilder();
      const at = text.indexOf(token.content, from);
      const start = span.start + Math.max(at, from);
      const end = at < 0 ? span.end : start + token.content.length;
      if (at >= 0) from = at + token.content.length;
      this.#readInline(token.content, { start, end }, builder);
      cells.push({ blocks: builder.blocks, start, end });
    }
    return { cells, ...span };
  }

  #readCode(token: Token, builder: BlockBuilder): void {
    if (token.type === "code_block" && HAS_TAGS.test(token.content)) {
      this.#readIndented(token, builder);
      return;
    }
    const block = this.#codeBlock(token);
    this.code.push(block);
    builder.add(block);
  }

  /** Tags that are set in so far are no code, whatever Markdown says. */
  #readIndented(token: Token, builder: BlockBuilder): void {
    const span = this.#spanOf(token);
    for (const paragraph of token.content.split(/\n\s*\n/)) {
      this.#readInline(paragraph.trim(), span, builder);
    }
  }

  #codeBlock({ type, map, markup, info, content }: Token): Code {
    const [from, to] = map ?? [0, 0];
    const language = /\S+/.exec(info)?.[0].toLowerCase() ?? "";
    if (type === "code_block") {
      const [start, end] = [this.#lines.start(from), this.#lines.start(to)];
      return { kind: "code", language, text: content, start, end };
    }
    const start = this.#lines.start(from + 1);
    const last = this.#lines.span(to - 1, to);
    const isClosed = to - 1 > from && this.#lines.text.startsWith(markup, last.start);
    const end = Math.max(start, this.#lines.start(isClosed ? to - 1 : to));
    const missing = isClosed ? {} : { missing: markup };
    return { kind: "code", language, text: content, ...missing, start, end };
  }

  #readHtml(html: string, span: Span, builder: BlockBuilder): void {
    const shift = this.#shift(html, span);
    for (const part of tagsAndText(html)) {
      const place = { start: shift(part.start), end: shift(part.end) };
      if ("name" in part) builder.tag({ ...part, ...place });
      else if (hasText(part.text)) {
        this.#readInline(part.text.trim(), place, builder);
      }
    }
  }

  /** Where an offset of a block is in the page: nearly always the block is a piece of the page. */
  #shift(content: string, { start, end }: Span): (offset: number) => number {
    const { text } = this.#lines;
    const from = content.length - content.trimStart().length;
    const isPiece = text.startsWith(content.trim(), start);
    return (offset) => (isPiece ? Math.min(end, start + Math.max(0, offset - from)) : start);
  }

  #readInline(content: string, span: Span, builder: BlockBuilder): void {
    const text = content.trim();
    if (text === "") return;
    if (HAS_TAGS.test(text)) {
      this.#readTagged(text, parseInline(text, this.#references), span, builder);
    } else {
      builder.add(new LazyParagraph(text, this.#references, span));
    }
  }

  /** A paragraph in which items of lists begin and end. */
  #readTagged(text: string, inlines: Token[], span: Span, builder: BlockBuilder): void {
    const shift = this.#shift(text, span);
    let [from, offset] = [0, 0];
    let anchors: readonly Token[] = [];
    const flush = (to: number, end: number): void => {
      const part = inlines.slice(from, to);
      if (part.some(isText)) {
        const all = anchors.length > 0 ? [...anchors, ...part] : part;
        anchors = [];
        builder.add({ kind: "paragraph", inlines: all, start: shift(offset), end: shift(end) });
      } else {
        // Anchors in front of a list lead to what stands in it.
        const found = part.filter(({ type }) => type === "html_inline");
        if (found.length > 0) anchors = found;
      }
    };
    for (const [index, token] of inlines.entries()) {
      const tag = token.type === "html_inline" ? asTag(token.content, 0) : undefined;
      if (!tag) continue;
      const at = Math.max(text.indexOf(token.content, offset), offset);
      flush(index, at);
      builder.tag({ ...tag, start: shift(at), end: shift(at + token.content.length) });
      from = index + 1;
      offset = at + token.content.length;
    }
    flush(inlines.length, text.length);
  }
}

const NOWHERE: Span = { start: 0, end: 0 };

const HAS_TAGS = /<\/?(?:dl|dt|dd|table|tr|td|th)[\s>]/i;

/** Whether anything is left of HTML without its tags and comments. */
function hasText(html: string): boolean {
  return html.replace(/<!--[^<>]*-->|<[^<>]*>/g, "").trim() !== "";
}

function isText({ type, content }: Token): boolean {
  return type !== "html_inline" && content.trim() !== "";
}
