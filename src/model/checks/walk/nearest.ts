import { suggest } from "../../../diagnostics/index.ts";
import type { Analysis } from "../../analysis.ts";
import { perAnalysis } from "./per-analysis.ts";

/** Letters that may still be compared. A text of nothing but unknown names is not helped by suggestions. */
const budgets = perAnalysis(() => ({ letters: 2_000_000 }));

/** The name that was probably meant, while there is time to look for it. */
export function nearest(
  analysis: Analysis,
  word: string,
  known: readonly string[],
): string | undefined {
  const budget = budgets(analysis);
  if (budget.letters <= 0) return undefined;
  budget.letters -= word.length * known.length;
  return suggest(word, known);
}
