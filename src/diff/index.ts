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
