import type { Diagnostic } from "../../diagnostics/index.ts";
import type { Analysis } from "../analysis.ts";

type Check = (analysis: Analysis) => readonly Diagnostic[];

const checks: readonly Check[] = [];

/** What all checks have to say, in the order of the list. */
export function runChecks(analysis: Analysis): readonly Diagnostic[] {
  return checks.flatMap((check) => check(analysis));
}
