import type { CimClass, Schema } from "../../model/index.ts";
import { reporter, sameness, type Finding } from "../finding.ts";
import { ruleCatalogue } from "../catalogue/index.ts";
import { classRelation } from "./class-relation.ts";
import { compareClass } from "./compare-class.ts";
import { allKeys, compareMember, ownKeys, type MemberKey } from "./compare-members.ts";
import { compareVersion } from "./compare-version.ts";
import type { ClassPair, ClassPairs } from "./pair-classes.ts";

/** A finding at the class where it is reported, and the classes that inherit it. */
export interface Reported {
  readonly finding: Finding;
  readonly at: ClassPair;
  readonly affected: string[];
}

/** What is known of a class: findings by member, its own and inherited ones. */
type Effective = Map<MemberKey | "class" | "lineage", readonly Reported[]>;

/**
 * Compares classes as they are in effect, inherited members too. What a class shares with
 * the nearest one above it that stands on both sides is reported there.
 */
export function comparePairs(old: Schema, now: Schema, pairs: ClassPairs): readonly Reported[] {
  const known = new Map<ClassPair, Effective>();
  const all: Reported[] = [];
  const nothing: Effective = new Map();
  for (const pair of pairs.both) {
    const above = pairAbove(pair, pairs);
    const inherited = (above && known.get(above)) ?? nothing;
    const direct =
      above?.before === pair.before.superclass && above?.after === pair.after.superclass;
    const mine: Reported[] = [];
    const effective: Effective = new Map();
    const settle = (key: MemberKey | "class" | "lineage", found: readonly Finding[]): void => {
      const reported = found.map((finding) => share(finding, inherited.get(key), pair, mine));
      if (reported.length > 0) effective.set(key, reported);
    };
    const own = compareClass(pair);
    settle("class", own.inherited);
    const lineage = inherited.get("lineage") ?? [];
    for (const each of lineage) each.affected.push(pair.after.name);
    const risen = own.lineage.map((finding) => add(finding, pair, mine));
    if (lineage.length + risen.length > 0) effective.set("lineage", [...lineage, ...risen]);
    for (const finding of own.own) add(finding, pair, mine);
    const relation = classRelation(old, now, pair.after.namespace);
    for (const key of keysToCompare(pair, direct, inherited)) {
      settle(key, compareMember(key, pair, relation));
    }
    addVersion(pair, mine);
    known.set(pair, effective);
    for (const each of mine) all.push(each);
  }
  return all;
}

/** The nearest pair of which both classes stand above those of this one. */
function pairAbove({ before, after }: ClassPair, { pairOf }: ClassPairs): ClassPair | undefined {
  const above = new Set<CimClass>();
  for (let next = after.superclass; next; next = next.superclass) above.add(next);
  for (let next = before.superclass; next; next = next.superclass) {
    const pair = pairOf.get(next);
    if (pair && above.has(pair.after)) return pair;
  }
  return undefined;
}

/** Members that nothing stands between are those of the superclass, of which all is known. */
function keysToCompare(pair: ClassPair, direct: boolean, inherited: Effective): Set<MemberKey> {
  if (!direct) return new Set(allKeys(pair));
  const keys = new Set(ownKeys(pair));
  for (const key of inherited.keys()) if (key !== "class" && key !== "lineage") keys.add(key);
  return keys;
}

function share(
  finding: Finding,
  inherited: readonly Reported[] | undefined,
  pair: ClassPair,
  mine: Reported[],
): Reported {
  const key = inherited && sameness(finding);
  const shared = inherited?.find((each) => sameness(each.finding) === key);
  if (!shared) return add(finding, pair, mine);
  shared.affected.push(pair.after.name);
  return shared;
}

function add(finding: Finding, at: ClassPair, mine: Reported[]): Reported {
  const reported: Reported = { finding, at, affected: [] };
  mine.push(reported);
  return reported;
}

/** Texts alone ask for no new version. */
function addVersion(pair: ClassPair, mine: Reported[]): void {
  const changed = mine.some(({ finding }) => ruleCatalogue[finding.rule].bump !== "patch");
  const { before, after } = pair;
  const found: Finding[] = [];
  compareVersion(
    before,
    after,
    changed,
    reporter(found, { member: "", before, after, within: {} }),
  );
  for (const finding of found) add(finding, pair, mine);
}
