/** What repairs are given, and what they answer. */
import type { Diagnostic } from "../../diagnostics/index.ts";
import type { Location, Span } from "../../source/index.ts";
import type { Edit } from "./edited-text.ts";
import type { ClassOutline } from "./outline.ts";
import type { Token } from "./tokens.ts";

/** A text that may be damaged. */
export interface Damage {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly classes: readonly ClassOutline[];
  readonly facts: PageFacts;
}

/** What other parts of a page say about what its declaration leaves out. */
export interface PageFacts {
  /** The type of a member without one. */
  readonly typeOf: (name: string) => StatedType | undefined;
  /** What a method returns whose declaration does not say it. */
  readonly returnType?: string;
}

/** A type, and where it is known from: a list of the page, what it says about the returned value, or only the name. */
export interface StatedType {
  readonly type: string;
  readonly array: boolean;
  readonly from: "list" | "name" | "returns";
}

/** A change that makes sense of a damaged place. */
export interface Repair {
  readonly edits: readonly Edit[];
  /** The damaged place, in the text before the change. */
  readonly at: Span;
  readonly say: (location: Location) => Diagnostic;
}
