import type { Span } from "../../source/index.ts";
import type { Block, Cell, Definition, Heading, Row } from "./block.ts";
import type { Tag } from "./tags.ts";

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** Something that a tag has begun and none has ended yet. */
type Frame = Holder | List | HtmlTable;

interface Holder {
  readonly kind: "page" | "term" | "body" | "cell";
  readonly blocks: Block[];
}

interface List {
  readonly kind: "definitions";
  readonly block: Open<Extract<Block, { kind: "definitions" }>>;
  readonly items: (Open<Definition> & { readonly term: Block[]; readonly body: Block[] })[];
  /** Whether it began within an item of another list although nothing opened it. */
  readonly implied: boolean;
}

interface HtmlTable {
  readonly kind: "table";
  readonly block: Open<Extract<Block, { kind: "table" }>>;
  readonly rows: (Open<Row> & { readonly cells: Cell[] })[];
}

/** Headings of pages and of their sections; deeper ones may stand in an item. */
const SECTION_LEVEL = 2;

/** What stands deeper is read as if it stood in what is around it. */
const DEEPEST = 24;

/**
 * Puts blocks together with the tags of definition lists and tables, in the order in which they
 * come. Tags may be missing: a `<dt>` within a `<dd>` begins a list although its `<dl>` is
 * missing, and whatever ends, ends what stands in it.
 */
export class BlockBuilder {
  readonly blocks: Block[] = [];
  readonly #frames: Frame[] = [{ kind: "page", blocks: this.blocks }];

  add(block: Block): void {
    this.#holder().push(block);
  }

  /** A heading that begins a section ends whatever nobody has ended. */
  addHeading(heading: Heading): void {
    if (heading.level <= SECTION_LEVEL) this.#close(1, heading.start);
    this.add(heading);
  }

  tag(tag: Tag): void {
    if (tag.closes) this.#end(tag);
    else this.#begin(tag);
  }

  #holder(): Block[] {
    for (let index = this.#frames.length - 1; index > 0; index -= 1) {
      const frame = this.#frames[index];
      if (frame && "blocks" in frame) return frame.blocks;
    }
    return this.blocks;
  }

  #begin({ name, start, end }: Tag): void {
    if (name === "dt") this.#beginTerm({ start, end });
    else if (name === "dd") this.#beginBody({ start, end });
    else if (this.#frames.length > DEEPEST) return;
    else if (name === "dl") this.#beginList({ start, end }, "explicit");
    else if (name === "table") this.#beginTable({ start, end });
    else if (name === "tr") this.#beginRow({ start, end });
    else this.#beginCell({ start, end });
  }

  #end({ name, end }: Tag): void {
    if (name === "dt") this.#close(this.#find("term", "body"), end);
    else if (name === "dd") this.#close(this.#find("body"), end);
    else if (name === "dl") this.#close(this.#find("definitions"), end);
    else if (name === "table") this.#close(this.#find("table"), end);
    else if (name === "td" || name === "th") this.#close(this.#find("cell"), end);
  }

  /** The innermost frame of a kind that stands in no cell, and in none of another kind. */
  #find(kind: Frame["kind"], outside?: Frame["kind"]): number {
    for (let index = this.#frames.length - 1; index > 0; index -= 1) {
      const found = this.#frames[index]?.kind;
      if (found === kind) return index;
      if (found === outside || (found === "cell" && kind !== "table")) return -1;
    }
    return -1;
  }

  /** Ends a frame and all that stands in it. */
  #close(index: number, end: number): void {
    if (index < 0) return;
    for (const frame of this.#frames.splice(index)) {
      if (frame.kind === "definitions" || frame.kind === "table") frame.block.end = end;
    }
    this.#extend(end);
  }

  /** The items and rows that are open reach at least as far. */
  #extend(end: number): void {
    for (const frame of this.#frames) {
      const last = frame.kind === "definitions" ? frame.items.at(-1) : undefined;
      if (last) last.end = end;
      if (frame.kind === "definitions" || frame.kind === "table") frame.block.end = end;
    }
  }

  #beginList({ start, end }: Span, how: "explicit" | "implied" | "loose"): List {
    const items: List["items"] = [];
    const block: List["block"] = {
      kind: "definitions",
      items,
      explicit: how === "explicit",
      start,
      end,
    };
    this.add(block);
    const list: List = { kind: "definitions", block, items, implied: how === "implied" };
    this.#frames.push(list);
    return list;
  }

  #beginTerm(span: Span): void {
    const list = this.#listForTerm(span);
    const item = { term: [], body: [], ...span };
    list.items.push(item);
    this.#extend(span.end);
    this.#frames.push({ kind: "term", blocks: item.term });
  }

  #listForTerm(span: Span): List {
    const index = this.#find("definitions");
    const list = this.#frames[index];
    if (list?.kind !== "definitions") return this.#beginList(span, "loose");
    const inside = this.#frames[index + 1];
    const nests = inside?.kind === "body" && !list.implied && this.#frames.length <= DEEPEST;
    if (nests) return this.#beginList(span, "implied");
    this.#frames.length = index + 1;
    return list;
  }

  #beginBody(span: Span): void {
    const index = this.#find("definitions");
    const list = this.#frames[index];
    const item = list?.kind === "definitions" ? list.items.at(-1) : undefined;
    if (!item) return;
    this.#frames.length = index + 1;
    this.#extend(span.end);
    this.#frames.push({ kind: "body", blocks: item.body });
  }

  #beginTable(span: Span): void {
    const rows: HtmlTable["rows"] = [];
    const block: HtmlTable["block"] = { kind: "table", rows, ...span };
    this.add(block);
    this.#frames.push({ kind: "table", block, rows });
  }

  #beginRow(span: Span): void {
    const index = this.#find("table");
    const table = this.#frames[index];
    if (table?.kind !== "table") return;
    this.#frames.length = index + 1;
    table.rows.push({ cells: [], ...span });
  }

  #beginCell(span: Span): void {
    const index = this.#find("table");
    const table = this.#frames[index];
    if (table?.kind !== "table") return;
    this.#frames.length = index + 1;
    const cell = { blocks: [], ...span };
    if (table.rows.length === 0) table.rows.push({ cells: [], ...span });
    table.rows.at(-1)?.cells.push(cell);
    this.#frames.push({ kind: "cell", blocks: cell.blocks });
  }
}
