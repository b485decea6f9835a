import type { Span } from "../../source/index.ts";
import type { Block, Heading } from "../blocks/block.ts";
import type { SectionName } from "../page.ts";

/** A heading and what stands below it. */
export interface Section extends Span {
  /** `summary` is what stands above all sections. */
  readonly name: SectionName | "summary";
  readonly heading: Heading | undefined;
  /** Headings that are no section of their own are among them. */
  readonly blocks: readonly Block[];
}
