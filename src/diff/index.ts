export {
  isRuleId,
  ruleCatalogue,
  ruleIds,
  type RuleDetails,
  type RuleId,
} from "./catalogue/index.ts";
export type { Change, ChangeOf } from "./change.ts";
export { diff } from "./diff.ts";
export type { Audience, Bump, ChangeLevel, ChangeLevels, Rule } from "./rule.ts";
export { type Acceptance, isDay } from "./judge/acceptance.ts";
export { judge, type JudgedChange, type Judgement } from "./judge/judge.ts";
export { audiences, type FailOn, type Policy, type RuleLevel } from "./judge/policy.ts";
