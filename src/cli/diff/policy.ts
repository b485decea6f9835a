import { suggest, visible } from "../../diagnostics/index.ts";
import { audiences, isRuleId, ruleIds } from "../../diff/index.ts";
import type {
  Acceptance,
  Audience,
  ChangeLevel,
  FailOn,
  Policy,
  RuleId,
  RuleLevel,
} from "../../diff/index.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";
import type { Values } from "../values.ts";

/**
 * What the command line and the configuration think of changes.
 *
 * @throws UsageError for a rule or a level that does not exist
 */
export function policyOf(values: Values, acceptances: readonly Acceptance[], io: Io): Policy {
  const named = values.text("audience")?.split(",");
  const failOn = values.text("fail-on");
  return {
    ...(named && { audiences: audiences.filter((each) => named.includes(each)) }),
    ...(isFailOn(failOn) && { failOn }),
    levels: levelsOf(values.texts("level")),
    allowDeprecatedRemovals: values.flag("allow-deprecated-removals") ?? false,
    allowExperimental: values.flag("allow-experimental") ?? false,
    acceptances,
    today: io.today,
  };
}

function isFailOn(text: string | undefined): text is FailOn {
  return text === "breaking" || text === "risky" || text === "any" || text === "none";
}

/** Those that are said last count most. */
function levelsOf(texts: readonly string[]): NonNullable<Policy["levels"]> {
  const levels = new Map<RuleId, RuleLevel>();
  for (const text of texts) {
    const [, rule = "", , audience, level = ""] = /^([^=:]+)(:([^=]*))?=(.*)$/su.exec(text) ?? [];
    if (!isRuleId(rule)) throw noRule(rule);
    if (audience === undefined && level === "off") levels.set(rule, level);
    else if (!isLevel(level)) throw noLevel(text, audience);
    else if (audience === undefined) levels.set(rule, level);
    else levels.set(rule, { ...partsOf(levels.get(rule)), [audienceOf(audience)]: level });
  }
  return Object.fromEntries(levels);
}

function partsOf(level: RuleLevel | undefined): Exclude<RuleLevel, string> {
  if (typeof level === "object") return level;
  if (level === undefined || level === "off") return {};
  return { ts: level, wire: level, provider: level };
}

function audienceOf(text: string): Audience {
  const found = audiences.find((each) => each === text);
  if (found) return found;
  throw new UsageError(`--level names ts, wire or provider behind the colon, not ${visible(text)}`);
}

function isLevel(text: string): text is ChangeLevel {
  return text === "breaking" || text === "risky" || text === "safe";
}

function noLevel(text: string, audience: string | undefined): UsageError {
  const levels =
    audience === undefined ? "off, breaking, risky or safe" : "breaking, risky or safe";
  return new UsageError(`--level ${visible(text)} names no level: write ${levels}`);
}

/** What to say when a rule does not exist. */
function noRule(rule: string): UsageError {
  const meant = suggest(rule, ruleIds);
  const question =
    meant === undefined ? "; codegen explain lists them all" : `. Did you mean ${meant}?`;
  return new UsageError(`there is no rule ${visible(rule)}${question}`);
}
