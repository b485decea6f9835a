import type { Span } from "../../source/index.ts";
import type { Inline, Paragraph } from "./block.ts";
import { parseInline, type References } from "./markdown.ts";

/** A paragraph whose pieces are found when they are asked for: much of a page nobody reads. */
export class LazyParagraph implements Paragraph {
  readonly kind = "paragraph";
  readonly start: number;
  readonly end: number;
  readonly #text: string;
  readonly #references: References;
  #inlines: readonly Inline[] | undefined;

  constructor(text: string, references: References, { start, end }: Span) {
    this.#text = text;
    this.#references = references;
    this.start = start;
    this.end = end;
  }

  get inlines(): readonly Inline[] {
    this.#inlines ??= parseInline(this.#text, this.#references);
    return this.#inlines;
  }
}
