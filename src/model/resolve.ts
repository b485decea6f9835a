import type { MofSet } from "../ast/index.ts";
import type { Outcome } from "../diagnostics/index.ts";
import { analyse, type ResolveOptions } from "./analyse.ts";
import { runChecks } from "./checks/index.ts";
import type { Schema } from "./schema.ts";

/**
 * Finds out what documents mean together, and checks it: the order of declarations and of
 * files does not matter. Classes whose superclass is unknown are kept without what they
 * inherit.
 */
export function resolve(set: MofSet, options: ResolveOptions = {}): Outcome<Schema> {
  const { value: analysis, diagnostics } = analyse(set, options);
  return { value: analysis.schema, diagnostics: [...diagnostics, ...runChecks(analysis)] };
}
