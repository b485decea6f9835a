/** What a page consists of, before its sections are told apart. Every block is a span of the page. */
import type { Span } from "../../source/index.ts";

/** A piece of a paragraph, as markdown-it tells it: text, or where emphasis, a link or a tag is. */
export interface Inline {
  readonly type: string;
  readonly content: string;
  /** How deep it stands in emphasis and links. */
  readonly level: number;
  /** An attribute, such as the target of a link. */
  attrGet(name: string): string | null;
}

export type Block = Paragraph | Heading | Code | DefinitionList | BulletList | Table | Quote;

export interface Paragraph extends Span {
  readonly kind: "paragraph";
  readonly inlines: readonly Inline[];
}

export interface Heading extends Span {
  readonly kind: "heading";
  /** 1 to 6. */
  readonly level: number;
  readonly inlines: readonly Inline[];
}

/** A fenced or indented block; its span is that of its lines. */
export interface Code extends Span {
  readonly kind: "code";
  /** The first word behind the fence, in lower case. */
  readonly language: string;
  readonly text: string;
  /** The fence that should end it, where the page does not have it. */
  readonly missing?: string;
}

/** A `<dl>`, or what stands where one is missing. */
export interface DefinitionList extends Span {
  readonly kind: "definitions";
  readonly items: readonly Definition[];
  /** Whether the page has the `<dl>` that begins it. */
  readonly explicit: boolean;
}

/** A `<dt>` and the `<dd>` that belongs to it. */
export interface Definition extends Span {
  readonly term: readonly Block[];
  readonly body: readonly Block[];
}

export interface BulletList extends Span {
  readonly kind: "list";
  readonly items: readonly (readonly Block[])[];
}

export interface Table extends Span {
  readonly kind: "table";
  /** The first is the head. */
  readonly rows: readonly Row[];
}

export interface Row extends Span {
  readonly cells: readonly Cell[];
}

export interface Cell extends Span {
  readonly blocks: readonly Block[];
}

export interface Quote extends Span {
  readonly kind: "quote";
  readonly blocks: readonly Block[];
}
