import type { CimConstant, CimProperty, Qualifiers } from "../../model/index.ts";
import { isSet } from "../../model/qualifiers.ts";
import type { RuleId } from "../catalogue/index.ts";
import { NOWHERE } from "../catalogue/properties.ts";
import type { Report } from "../finding.ts";
import { constantWords, typeWords } from "../words.ts";
import type { ClassRelation } from "./class-relation.ts";
import { compareElement, type ElementSide } from "./compare-element.ts";
import { compareCardinality } from "./compare-limits.ts";
import { compareType, type PlainChangeKind } from "./compare-type.ts";
import type { Flow } from "./flow.ts";
import { reportType } from "./report-type.ts";

/** A property that both sides have. */
export function compareProperty(
  before: CimProperty,
  after: CimProperty,
  relation: ClassRelation,
  report: Report,
): void {
  if (before.key !== after.key) report(after.key ? "key-added" : "key-removed", {});
  for (const change of compareType(before, after, relation)) {
    reportType(change, report, (kind) => typeRule(kind, before.writable || after.writable));
  }
  compareAccess(before, after, report);
  compareDefault(before, after, report);
  comparePropagation(before.qualifiers, after.qualifiers, report);
  compareCardinality(before.qualifiers, after.qualifiers, report);
  compareElement(
    sideOf(before),
    sideOf(after),
    { before: flowOf(before), after: flowOf(after) },
    report,
  );
}

/** A property that only one side has. */
export function reportProperty(
  event: "added" | "removed",
  property: CimProperty,
  report: Report,
): void {
  const value = typeWords(property);
  if (property.key) report(`property-${event}-key`, { value });
  else if (event === "added" && property.required && property.writable) {
    report("property-added-required", { value });
  } else report(`property-${event}`, { value });
}

const RULES = {
  "embedded-class-changed": "embedded-instance-class-changed",
  "reference-narrowed": "reference-class-narrowed",
  "reference-widened": "reference-class-widened",
  "reference-unrelated": "reference-class-unrelated",
  widened: "property-type-widened",
  "widened-to-64-bit": "property-type-widened-to-64-bit",
  changed: "property-type-changed",
  "arrayness-changed": "property-arrayness-changed",
  "array-size-changed": "property-array-size-changed",
  "array-type-changed": "property-array-type-changed",
} as const satisfies Readonly<Record<PlainChangeKind, RuleId>>;

function typeRule(
  kind: PlainChangeKind,
  writable: boolean,
): (typeof RULES)[PlainChangeKind] | "reference-class-widened-writable" {
  if (kind === "reference-widened" && writable) return "reference-class-widened-writable";
  return RULES[kind];
}

function compareAccess(before: CimProperty, after: CimProperty, report: Report): void {
  if (after.writable && !before.writable) report("write-added", {});
  if (before.writable && !after.writable) report("write-removed", {});
  if (after.readable && !before.readable) report("read-added", {});
  if (before.readable && !after.readable) report("read-removed", {});
}

function compareDefault(before: CimProperty, after: CimProperty, report: Report): void {
  const [was, is] = [defaultWords(before.default), defaultWords(after.default)];
  if (was === is) return;
  const input = before.writable || after.writable;
  if (was === undefined) {
    report(input ? "default-added-input" : "default-added", { value: is ?? "" });
  } else if (is === undefined) {
    report(input ? "default-removed-input" : "default-removed", { value: was });
  } else {
    report(input ? "default-changed-input" : "default-changed", { before: was, after: is });
  }
}

/** NULL is what a property without a default has. */
function defaultWords(value: CimConstant | undefined): string | undefined {
  return value === undefined || value === null ? undefined : constantWords(value);
}

function comparePropagation(before: Qualifiers, after: Qualifiers, report: Report): void {
  const [was, is] = [before, after].map((each) => {
    const value = each.get("propagated")?.value;
    return typeof value === "string" ? value : NOWHERE;
  });
  if (was !== undefined && is !== undefined && was.toLowerCase() !== is.toLowerCase()) {
    report("propagated-changed", { before: was, after: is });
  }
  const [wasWeak, isWeak] = [isSet(before, "weak"), isSet(after, "weak")];
  if (wasWeak !== isWeak) {
    report("weak-changed", { before: weakWords(wasWeak), after: weakWords(isWeak) });
  }
}

function weakWords(weak: boolean): string {
  return weak ? "a weak reference" : "no weak reference";
}

function flowOf({ writable, readable }: CimProperty): Flow {
  return { input: writable, output: readable };
}

function sideOf({ qualifiers, values, required, type }: CimProperty): ElementSide {
  return { qualifiers, values, required, type };
}
