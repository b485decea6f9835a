import type { Dialect, MofDocument, PragmaDirective } from "./nodes.ts";

/** Documents that are meant together, and which document each `#pragma include` brought in. */
export interface MofSet {
  /** The documents that were asked for, in that order. */
  readonly roots: readonly MofDocument[];
  /** A document included from two places stands behind the first of them only. */
  readonly includes: ReadonlyMap<PragmaDirective, MofDocument>;
  /** The dialect of documents that do not show one: what was asked for, or what the first other shows; DMTF's unless stated. */
  readonly dialect?: Dialect;
}
