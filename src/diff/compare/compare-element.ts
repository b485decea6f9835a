import type { Qualifiers, ValueMap } from "../../model/index.ts";
import { isSet, textOf } from "../../model/qualifiers.ts";
import type { Report } from "../finding.ts";
import { compareLimits, type LimitedSide } from "./compare-limits.ts";
import { compareQualifiers } from "./compare-qualifiers.ts";
import { compareValueMap } from "./compare-value-map.ts";
import type { Flow } from "./flow.ts";

/** A property, a parameter, or a method as far as it speaks of what it returns. */
export interface ElementSide extends LimitedSide {
  readonly values: ValueMap | undefined;
  readonly required: boolean;
}

/** Which way values went and go. */
export interface Flows {
  readonly before: Flow;
  readonly after: Flow;
}

/** What properties, parameters and returned values have in common, besides their types. */
export function compareElement(
  before: ElementSide,
  after: ElementSide,
  flows: Flows,
  report: Report,
): void {
  const flow = {
    input: flows.before.input || flows.after.input,
    output: flows.before.output || flows.after.output,
  };
  compareRequired(before.required, after.required, flow, report);
  const [old, now] = [before.qualifiers, after.qualifiers];
  if (old !== now) {
    compareLimits(before, after, flow, report);
    compareUnits(old, now, report);
  }
  const numeric = !(isText(before) && isText(after));
  compareValueMap({ before: before.values, after: after.values, numeric, flow }, report);
  compareQualifiers(old, now, report);
}

/** Whether values are text, so that the keys of a value map are. */
function isText({ type }: ElementSide): boolean {
  return type?.kind === "intrinsic" && type.name === "string";
}

function compareRequired(before: boolean, after: boolean, flow: Flow, report: Report): void {
  if (after && !before) report(flow.input ? "required-added-input" : "required-added-output", {});
  if (before && !after) {
    report(flow.output ? "required-removed-output" : "required-removed-input", {});
  }
}

function compareUnits(before: Qualifiers, after: Qualifiers, report: Report): void {
  for (const name of ["units", "punit"] as const) {
    const [was, is] = [textOf(before, name)?.trim(), textOf(after, name)?.trim()];
    if (was === is) continue;
    if (was === undefined) report(`${name}-added`, { value: is ?? "" });
    else if (is === undefined) report(`${name}-removed`, { value: was });
    else report(`${name}-changed`, { before: was, after: is });
  }
  const [was, is] = [isSet(before, "ispunit"), isSet(after, "ispunit")];
  if (was !== is) report("ispunit-changed", { before: unitWords(was), after: unitWords(is) });
}

function unitWords(isUnit: boolean): string {
  return isUnit ? "the name of a unit" : "a text";
}
