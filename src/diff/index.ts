export {
  isRuleId,
  ruleCatalogue,
  ruleIds,
  type RuleDetails,
  type RuleId,
} from "./catalogue/index.ts";
export type { Change, ChangeOf } from "./change.ts";
export { diff } from "./diff.ts";
export type { Audience, Bump, Level, Levels, Rule } from "./rule.ts";
