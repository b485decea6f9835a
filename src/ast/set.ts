import type { Dialect, MofDocument, PragmaDirective } from "./nodes.ts";
import type { Overlay } from "./overlay.ts";

/** Documents that are meant together, and which document each `#pragma include` brought in. */
export interface MofSet {
  /** The documents that were asked for, in that order. */
  readonly roots: readonly MofDocument[];
  /** A document included from two places stands behind the first of them only. */
  readonly includes: ReadonlyMap<PragmaDirective, MofDocument>;
  /** The dialect of documents that do not show one: what was asked for, or what the first other shows; DMTF's unless stated. */
  readonly dialect?: Dialect;
  /** Pages that describe what others declare: their texts count, their types do not. */
  readonly documentation?: readonly MofDocument[];
  /** What people say of elements that no source says; a later one counts more. */
  readonly overlays?: readonly Overlay[];
}
