/** Who reads what is no MOF. */
import type { MofDocument, Overlay } from "../ast/index.ts";
import type { Outcome } from "../diagnostics/index.ts";
import type { Source } from "../source/index.ts";

/** What the reader of pages is told about what stands beside them. */
export interface PageContext {
  /** Whether another source declares a class of a name. */
  readonly declared: (className: string) => boolean;
  /** Whether the pages only describe classes of other sources, so that they need not be complete. */
  readonly describing: boolean;
}

/**
 * Makes ASTs of documentation pages, all at once: what one page says of a class belongs to
 * what others say of it.
 *
 * @returns a document for each page that declares something
 */
export type PageReader = (
  pages: readonly Source[],
  context: PageContext,
) => Outcome<readonly MofDocument[]>;

/** @returns nothing when the text is no overlay at all */
export type OverlayReader = (source: Source) => Outcome<Overlay | undefined>;

/** Readers of other sources than MOF; without one, such sources are refused. */
export interface Readers {
  readonly readPages?: PageReader;
  readonly readOverlay?: OverlayReader;
}
