import type { RuleDetails, RuleId } from "../catalogue/index.ts";
import type { Report } from "../finding.ts";
import type { Changed } from "../rule.ts";
import type { EncodingChangeKind, PlainChangeKind, TypeChange } from "./compare-type.ts";
import { isEncoding } from "./compare-type.ts";

/** The rules that say what was and what is. */
type ChangedRuleId = {
  readonly [R in RuleId]: Changed extends RuleDetails[R] ? R : never;
}[RuleId];

/**
 * Reports how a type has changed.
 *
 * @param ruleOf - the rule of a change that properties and parameters have their own for
 */
export function reportType(
  { kind, before, after }: TypeChange,
  report: Report,
  ruleOf: (kind: PlainChangeKind) => ChangedRuleId,
): void {
  if (isEncoding(kind)) reportEncoding(kind, { before, after }, report);
  else report(ruleOf(kind), { before, after });
}

function reportEncoding(kind: EncodingChangeKind, change: Changed, report: Report): void {
  switch (kind) {
    case "embeddedinstance-added":
      report(kind, { value: classWords(change.after) });
      break;
    case "embeddedinstance-removed":
      report(kind, { value: classWords(change.before) });
      break;
    case "embedded-object-to-instance":
    case "embedded-instance-to-object":
      report(kind, change);
      break;
    default:
      report(kind, {});
  }
}

/** The class of `embedded CIM_Fan[]`. */
function classWords(typeText: string): string {
  return typeText.replaceAll(/^embedded |\[\d*\]$/gu, "");
}
