import type { CimParameter } from "../../model/index.ts";
import type { RuleId } from "../catalogue/index.ts";
import type { Report } from "../finding.ts";
import { constantWords, typeWords } from "../words.ts";
import type { ClassRelation } from "./class-relation.ts";
import { compareElement, type ElementSide } from "./compare-element.ts";
import { compareType, type PlainChangeKind } from "./compare-type.ts";
import type { Flow } from "./flow.ts";
import { reportType } from "./report-type.ts";

/** What else there is to know of a method's parameters. */
export interface ParameterContext {
  readonly relation: ClassRelation;
  /** The output that makes the method return something else, where there was none before. */
  readonly firstOut: CimParameter | undefined;
}

/** A parameter that both sides have. */
export function compareParameter(
  before: CimParameter,
  after: CimParameter,
  { relation, firstOut }: ParameterContext,
  report: Report,
): void {
  compareDirection(before, after, after === firstOut, report);
  for (const change of compareType(before, after, relation)) {
    reportType(change, report, (kind) => RULES[kind]);
  }
  compareOptional(before, after, report);
  compareElement(
    sideOf(before),
    sideOf(after),
    { before: flowOf(before), after: flowOf(after) },
    report,
  );
}

/** A parameter that only the new side has. */
export function reportAdded(
  parameter: CimParameter,
  { firstOut }: ParameterContext,
  report: Report,
): void {
  const value = typeWords(parameter);
  const first = parameter === firstOut;
  const { input } = flowOf(parameter);
  if (input) report(`param-added-in-${parameter.optional ? "optional" : "required"}`, { value });
  // An input that is an output too may be both.
  if (first) report("param-added-out-first", { value });
  else if (!input) report("param-added-out", { value });
}

/** A parameter that only the old side has. */
export function reportRemoved(parameter: CimParameter, report: Report): void {
  report("param-removed", { value: typeWords(parameter) });
}

/** `in`, `out` or `inout`; a parameter that is neither is an input all the same. */
export function directionOf(parameter: CimParameter): "in" | "out" | "inout" {
  if (!parameter.out) return "in";
  return parameter.in ? "inout" : "out";
}

const RULES = {
  "embedded-class-changed": "param-embedded-class-changed",
  "reference-narrowed": "param-type-changed",
  "reference-widened": "param-type-changed",
  "reference-unrelated": "param-type-changed",
  widened: "param-type-changed",
  "widened-to-64-bit": "param-type-changed",
  changed: "param-type-changed",
  "arrayness-changed": "param-arrayness-changed",
  "array-size-changed": "param-array-size-changed",
  "array-type-changed": "param-array-type-changed",
} as const satisfies Readonly<Record<PlainChangeKind, RuleId>>;

function compareDirection(
  before: CimParameter,
  after: CimParameter,
  first: boolean,
  report: Report,
): void {
  const [was, is] = [directionOf(before), directionOf(after)];
  if (was === "in" && is === "out") report("param-in-to-out", {});
  if (was === "in" && is === "inout") {
    report(first ? "param-in-to-inout-first" : "param-in-to-inout", {});
  }
  if (was === "out" && is !== "out") report(`param-out-to-${is}`, {});
  if (was === "inout" && is !== "inout") report(`param-inout-to-${is}`, {});
}

/**
 * An input that has a default may be left out, so that a default that comes or goes with that
 * is no second change.
 */
function compareOptional(before: CimParameter, after: CimParameter, report: Report): void {
  if (!flowOf(before).input || !flowOf(after).input) return;
  if (after.optional && !before.optional) report("param-optional-added", {});
  if (before.optional && !after.optional) report("param-optional-removed", {});
  const [was, is] = [before.default, after.default].map((value) =>
    value === undefined || value === null ? undefined : constantWords(value),
  );
  if (was === is) return;
  if (was !== undefined && is !== undefined) {
    report("default-changed-input", { before: was, after: is });
  } else if (before.optional === after.optional) {
    if (is !== undefined) report("default-added-input", { value: is });
    else if (was !== undefined) report("default-removed-input", { value: was });
  }
}

function flowOf(parameter: CimParameter): Flow {
  const direction = directionOf(parameter);
  return { input: direction !== "out", output: direction !== "in" };
}

function sideOf({ qualifiers, values, required, type }: CimParameter): ElementSide {
  return { qualifiers, values, required, type };
}
