/** All rules of the schema diff. */
import type { RuleCatalogue } from "../rule.ts";
import { classRules, type ClassRules } from "./classes.ts";
import { elementRules, type ElementRules } from "./elements.ts";
import { instanceRules, type InstanceRules } from "./instances.ts";
import { limitRules, type LimitRules } from "./limits.ts";
import { methodRules, type MethodRules } from "./methods.ts";
import { propertyRules, type PropertyRules } from "./properties.ts";
import { qualifierRules, type QualifierRules } from "./qualifiers.ts";
import { valueMapRules, type ValueMapRules } from "./value-maps.ts";

/** What each rule says besides its subject. */
export type RuleDetails = ClassRules &
  PropertyRules &
  MethodRules &
  ElementRules &
  LimitRules &
  ValueMapRules &
  QualifierRules &
  InstanceRules;

/** The id of a rule, such as `property-removed`. */
export type RuleId = keyof RuleDetails;

/** Every rule by its id. */
export const ruleCatalogue: RuleCatalogue<RuleDetails> = {
  ...classRules,
  ...propertyRules,
  ...methodRules,
  ...elementRules,
  ...limitRules,
  ...valueMapRules,
  ...qualifierRules,
  ...instanceRules,
};

/** The ids of all rules, in the order of the catalogue. */
export const ruleIds: readonly RuleId[] = Object.keys(ruleCatalogue).filter(isRuleId);

/** Whether a text is the id of a rule. */
export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(ruleCatalogue, text);
}
