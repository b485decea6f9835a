import type { Analysis } from "../../analysis.ts";

/** Something that a rule remembers while one schema is checked. */
export function perAnalysis<T>(make: (analysis: Analysis) => T): (analysis: Analysis) => T {
  const made = new WeakMap<Analysis, { readonly value: T }>();
  return (analysis) => {
    let known = made.get(analysis);
    if (!known) {
      known = { value: make(analysis) };
      made.set(analysis, known);
    }
    return known.value;
  };
}
