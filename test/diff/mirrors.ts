import { isRuleId, ruleIds, type RuleId } from "../../src/diff/index.ts";

/** Rules with a mirror of another name, which is not made by the words of {@link opposite}. */
const others: { readonly [R in RuleId]?: RuleId } = {
  "property-added-required": "property-removed",
  "property-moved-to-superclass": "property-removed",
  "method-moved-to-superclass": "method-removed",
  "superclass-inserted": "superclass-removed",
  "superclass-removed": "superclass-inserted",
  "property-type-widened": "property-type-changed",
  "property-type-widened-to-64-bit": "property-type-changed",
  "reference-class-narrowed": "reference-class-widened",
  "reference-class-widened": "reference-class-narrowed",
  "reference-class-widened-writable": "reference-class-narrowed",
  "param-added-in-optional": "param-removed",
  "param-added-in-required": "param-removed",
  "param-added-out": "param-removed",
  "param-removed": "param-added-in-required",
  "embedded-object-to-instance": "embedded-instance-to-object",
  "embedded-instance-to-object": "embedded-object-to-instance",
  "required-added-input": "required-removed-output",
  "valuemap-entry-added-inout": "valuemap-entry-removed-input",
  "bitmap-entry-added-inout": "bitmap-entry-removed-input",
  "version-decreased": "version-changed",
  "version-major-changed": "version-decreased",
  "version-changed": "version-decreased",
};

/** `x-added` and `x-removed`, `x-increased` and `x-decreased`, `param-in-to-out` and its like. */
function opposite(rule: RuleId): RuleId {
  const direction = /^param-(in|out|inout)-to-(in|out|inout)$/u.exec(rule);
  if (direction) return known(`param-${direction[2]}-to-${direction[1]}`, rule);
  const swapped = rule.replace(/added|removed|increased|decreased/u, (word) => swaps[word] ?? word);
  return known(swapped, known(swapped.replace(/-input$/u, ""), rule));
}

const swaps: Readonly<Record<string, string>> = {
  added: "removed",
  removed: "added",
  increased: "decreased",
  decreased: "increased",
};

function known(text: string, otherwise: RuleId): RuleId {
  return isRuleId(text) ? text : otherwise;
}

/** The rule that finds the way back from the example of each rule. */
export const mirrors: ReadonlyMap<RuleId, RuleId> = new Map(
  ruleIds.map((rule) => [rule, others[rule] ?? opposite(rule)]),
);

/** What cannot happen alone: a member moves to a class that gains it, a version stays while something else changes. */
export const alongside: {
  readonly [R in RuleId]?: readonly [forwards: RuleId, backwards: RuleId];
} = {
  "property-moved-to-superclass": ["property-added", "property-removed"],
  "method-moved-to-superclass": ["method-added", "method-removed"],
  "version-not-bumped": ["property-added", "property-removed"],
};
