import type { MofDocument } from "../ast/index.ts";
import type { Outcome } from "../diagnostics/index.ts";
import type { Source } from "../source/index.ts";

/**
 * Makes ASTs of documentation pages, all at once: what one page says of a class belongs to
 * what others say of it.
 *
 * @returns a document for each page that declares something, in the order of the pages
 */
export type PageReader = (pages: readonly Source[]) => Outcome<readonly MofDocument[]>;
