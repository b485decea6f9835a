/** What a text consists of. */
export type Block = TextBlock | ListBlock | CodeBlock | TableBlock;

export interface TextBlock {
  readonly kind: "text";
  readonly text: string;
}

export interface ListBlock {
  readonly kind: "list";
  readonly items: readonly ListItem[];
}

export interface ListItem {
  /** How many lists this one stands in. */
  readonly depth: number;
  /** For an item of a numbered list. */
  readonly number: number | undefined;
  /** Its paragraphs. */
  readonly texts: readonly string[];
}

/** Lines that are shown as they are. */
export interface CodeBlock {
  readonly kind: "code";
  readonly language: string;
  readonly lines: readonly string[];
}

export interface TableBlock {
  readonly kind: "table";
  /** The first is the head. */
  readonly rows: readonly (readonly string[])[];
}
