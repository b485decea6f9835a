import type { Analysis } from "../../analysis.ts";
import { Nearest } from "../../nearest.ts";
import { perAnalysis } from "./per-analysis.ts";

const searches = perAnalysis(() => new Nearest());

/** The name that was probably meant, while there is time to look for it. */
export function nearest(
  analysis: Analysis,
  word: string,
  known: readonly string[],
): string | undefined {
  return searches(analysis).to(word, known);
}
