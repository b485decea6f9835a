import type { RuleId } from "../catalogue/index.ts";
import type { Change } from "../change.ts";
import type { Audience, Bump, ChangeLevel, ChangeLevels } from "../rule.ts";
import { isExpired, type Acceptance } from "./acceptance.ts";
import { audiences, type FailOn, type Policy, type RuleLevel } from "./policy.ts";
import { ranks, worst } from "./rank.ts";

/** A change and what a {@link Policy} makes of it. */
export interface JudgedChange {
  readonly change: Change;
  /** For each audience, after the policy. */
  readonly levels: ChangeLevels;
  /** The worst of the audiences that are looked at. */
  readonly level: ChangeLevel;
  readonly bump: Bump;
  /** Somebody has agreed to it, and that still counts. */
  readonly acceptance?: Acceptance;
  /** Whether it is at or above the threshold and nobody has agreed to it. */
  readonly fails: boolean;
}

/** What there is to say of two schemas. */
export interface Judgement {
  /** The audiences that were looked at. */
  readonly audiences: readonly Audience[];
  readonly failOn: FailOn;
  /** Worst first, then in the order of `diff`. */
  readonly changes: readonly JudgedChange[];
  /** How many changes fail; none when it is zero. */
  readonly failing: number;
  /** How many changes of each level, accepted ones not counted, and how many are accepted. */
  readonly counts: Readonly<Record<ChangeLevel | "accepted", number>>;
  /** The worst level for each audience that was looked at, accepted changes not counted. */
  readonly verdicts: { readonly [A in Audience]?: ChangeLevel };
  /** What all changes ask of the version, accepted ones too; absent when there are none. */
  readonly bump?: Bump;
  /** Acceptances whose change is there, but whose day is over. */
  readonly expired: readonly Acceptance[];
  /** Acceptances of changes that are not there. */
  readonly unused: readonly Acceptance[];
}

/** Applies a policy to changes. */
export function judge(changes: readonly Change[], policy: Policy = {}): Judgement {
  const looked = audiences.filter((each) => policy.audiences?.includes(each) ?? true);
  const failOn = policy.failOn ?? "breaking";
  const accepted = new Map(policy.acceptances?.map((each) => [each.fingerprint, each]));
  const expired: Acceptance[] = [];
  const judged: JudgedChange[] = [];
  for (const change of changes) {
    const found = accepted.get(change.fingerprint);
    accepted.delete(change.fingerprint);
    const over = found !== undefined && isExpired(found, policy.today);
    if (found && over) expired.push(found);
    const acceptance = over ? undefined : found;
    const one = judgeOne(change, policy, looked, acceptance, failOn);
    if (one) judged.push(one);
  }
  const sorted = judged
    .map((each, index) => ({ each, index }))
    .sort((a, b) => ranks[b.each.level] - ranks[a.each.level] || a.index - b.index)
    .map(({ each }) => each);
  return {
    ...summary(sorted, looked),
    audiences: looked,
    failOn,
    changes: sorted,
    expired,
    unused: [...accepted.values()],
  };
}

function judgeOne(
  change: Change,
  policy: Policy,
  looked: readonly Audience[],
  acceptance: Acceptance | undefined,
  failOn: FailOn,
): JudgedChange | undefined {
  const stated = policy.levels?.[change.rule];
  if (stated === "off") return undefined;
  const levels = softened(change, configured(change.levels, stated), policy);
  const level = worst(looked.map((audience) => levels[audience]));
  const fails = acceptance === undefined && reaches(level, failOn);
  const bump = bumpOf(change, level, stated);
  return { change, levels, level, bump, ...(acceptance && { acceptance }), fails };
}

function configured(
  levels: ChangeLevels,
  stated: Exclude<RuleLevel, "off"> | undefined,
): ChangeLevels {
  if (stated === undefined) return levels;
  if (typeof stated !== "string") return { ...levels, ...stated };
  return { ts: stated, wire: stated, provider: stated };
}

const REMOVALS: ReadonlySet<RuleId> = new Set<RuleId>([
  "class-removed",
  "property-removed",
  "property-removed-key",
  "method-removed",
  "param-removed",
]);

function softened(change: Change, levels: ChangeLevels, policy: Policy): ChangeLevels {
  let result = levels;
  if (policy.allowDeprecatedRemovals && change.deprecated && REMOVALS.has(change.rule)) {
    result = mapped(result, (level) => (level === "breaking" ? "risky" : level));
  }
  if (policy.allowExperimental && change.experimental) {
    result = mapped(result, (level) => (level === "breaking" ? "risky" : "safe"));
  }
  return result;
}

function mapped(levels: ChangeLevels, soften: (level: ChangeLevel) => ChangeLevel): ChangeLevels {
  const { ts, wire, provider } = levels;
  return { ts: soften(ts), wire: soften(wire), provider: soften(provider) };
}

function reaches(level: ChangeLevel, failOn: FailOn): boolean {
  switch (failOn) {
    case "none":
      return false;
    case "any":
      return true;
    default:
      return ranks[level] >= ranks[failOn];
  }
}

/** What breaks nobody who is looked at asks for no major version; what a team calls breaking does. */
function bumpOf({ bump }: Change, level: ChangeLevel, stated: RuleLevel | undefined): Bump {
  if (stated !== undefined && level === "breaking") return "major";
  return bump === "major" && level !== "breaking" ? "minor" : bump;
}

function summary(
  changes: readonly JudgedChange[],
  looked: readonly Audience[],
): Pick<Judgement, "failing" | "counts" | "verdicts" | "bump"> {
  const open = changes.filter(({ acceptance }) => !acceptance);
  const number = (level: ChangeLevel): number => open.filter((each) => each.level === level).length;
  const verdicts = looked.map((audience): [Audience, ChangeLevel] => [
    audience,
    worst(open.map(({ levels }) => levels[audience])),
  ]);
  const bump = (["major", "minor", "patch"] as const).find((each) =>
    changes.some((change) => change.bump === each),
  );
  return {
    failing: changes.filter(({ fails }) => fails).length,
    counts: {
      breaking: number("breaking"),
      risky: number("risky"),
      safe: number("safe"),
      accepted: changes.length - open.length,
    },
    verdicts: Object.fromEntries(verdicts),
    ...(bump && { bump }),
  };
}
