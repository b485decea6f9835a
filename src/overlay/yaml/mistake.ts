import type { Span } from "../../source/index.ts";

/** Something in a text that is not YAML, or that YAML allows and we do not. */
export interface YamlMistake extends Span {
  /** Ends a sentence. */
  readonly reason: string;
}
