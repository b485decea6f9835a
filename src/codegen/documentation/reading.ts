import type { Block } from "./block.ts";

/** A block, and the index of the line behind it. */
export interface Reading<B extends Block = Block> {
  readonly block: B;
  readonly next: number;
}
