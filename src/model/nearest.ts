import { suggest } from "../diagnostics/index.ts";

/**
 * Suggests names while there is time to look for them: a text of nothing but unknown names is
 * not helped by suggestions.
 */
export class Nearest {
  /** Letters that may still be compared. */
  private letters = 2_000_000;

  /** The name that was probably meant. */
  to(word: string, known: readonly string[]): string | undefined {
    if (this.letters <= 0) return undefined;
    this.letters -= word.length * known.length;
    return suggest(word, known);
  }
}
