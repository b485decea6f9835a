import { findQualifierType, identityOf } from "../../model/index.ts";
import type { Flavors, QualifierType, Schema } from "../../model/index.ts";
import { reporter, type Finding, type Marked, type Report } from "../finding.ts";
import { constantWords } from "../words.ts";

/** A finding about a qualifier type. */
export interface QualifierTypeFinding {
  readonly finding: Finding;
  readonly type: QualifierType;
}

/**
 * Compares qualifier types as they are in effect: where one side declares none of a name, the
 * standard one counts.
 */
export function compareQualifierTypes(old: Schema, now: Schema): readonly QualifierTypeFinding[] {
  const found: QualifierTypeFinding[] = [];
  const seen = new Set<string>();
  for (const before of old.qualifierTypes) {
    seen.add(identityOf(before.namespace, before.name));
    compare(before, findQualifierType(now, before.namespace, before.name), found);
  }
  for (const after of now.qualifierTypes) {
    if (seen.has(identityOf(after.namespace, after.name))) continue;
    compare(findQualifierType(old, after.namespace, after.name), after, found);
  }
  return found;
}

function compare(
  before: QualifierType | undefined,
  after: QualifierType | undefined,
  all: QualifierTypeFinding[],
): void {
  const found: Finding[] = [];
  const report = reporter(found, {
    member: "",
    before: markedOf(before),
    after: markedOf(after),
    within: {},
  });
  if (before && after) compareBoth(before, after, report);
  else report(before ? "qualifier-type-removed" : "qualifier-type-added", {});
  const type = after ?? before;
  if (type) for (const finding of found) all.push({ finding, type });
}

/** A standard one stands nowhere. */
function markedOf(type: QualifierType | undefined): Marked | undefined {
  return type?.location && { location: type.location, qualifiers: new Map() };
}

function compareBoth(before: QualifierType, after: QualifierType, report: Report): void {
  const sides: readonly (readonly [
    "type" | "default" | "scope" | "flavor",
    (type: QualifierType) => string,
  ])[] = [
    ["type", ({ type, array }) => `${type}${array === false ? "" : "[]"}`],
    ["default", (type) => constantWords(type.default)],
    ["scope", ({ scopes }) => [...scopes].sort().join(", ")],
    ["flavor", ({ flavors }) => flavorWords(flavors)],
  ];
  for (const [what, words] of sides) {
    const [was, is] = [words(before), words(after)];
    if (was !== is) report(`qualifier-type-${what}-changed`, { before: was, after: is });
  }
}

function flavorWords({
  overridable,
  toSubclass,
  toInstance,
  translatable,
  amended,
}: Flavors): string {
  const words = [
    overridable ? "EnableOverride" : "DisableOverride",
    toSubclass ? "ToSubclass" : "Restricted",
    ...(toInstance ? ["ToInstance"] : []),
    ...(translatable ? ["Translatable"] : []),
    ...(amended ? ["Amended"] : []),
  ];
  return words.join(", ");
}
