import { findMethod, findProperty, type CimClass } from "../../model/index.ts";
import type { CimMethod, CimProperty } from "../../model/index.ts";
import { reporter, type Finding, type Report, type Subject } from "../finding.ts";
import type { ClassRelation } from "./class-relation.ts";
import { compareMethod } from "./compare-method.ts";
import { compareParameters } from "./compare-parameters.ts";
import { compareProperty, reportProperty } from "./compare-property.ts";
import type { ClassPair } from "./pair-classes.ts";

/** Which member: its kind and its name in lower case. */
export type MemberKey = `${"property" | "method"} ${string}`;

/** Keys of all members that either side declares itself. */
export function ownKeys({ before, after }: ClassPair): Iterable<MemberKey> {
  return new Set([...keysOf(before, true), ...keysOf(after, true)]);
}

/** Keys of all members that either side has, inherited ones too. */
export function allKeys({ before, after }: ClassPair): Iterable<MemberKey> {
  return new Set([...keysOf(before, false), ...keysOf(after, false)]);
}

function keysOf(cls: CimClass, own: boolean): readonly MemberKey[] {
  const properties = own ? cls.ownProperties : cls.properties;
  const methods = own ? cls.ownMethods : cls.methods;
  return [
    ...properties.map(({ name }): MemberKey => `property ${name.toLowerCase()}`),
    ...methods.map(({ name }): MemberKey => `method ${name.toLowerCase()}`),
  ];
}

/** Compares a member as both classes have it, declared or inherited. */
export function compareMember(
  key: MemberKey,
  pair: ClassPair,
  relation: ClassRelation,
): readonly Finding[] {
  const name = key.slice(key.indexOf(" ") + 1);
  return key.startsWith("property ")
    ? compareProperties(pair, name, relation)
    : compareMethods(pair, name, relation);
}

function compareProperties(
  pair: ClassPair,
  name: string,
  relation: ClassRelation,
): readonly Finding[] {
  const found: Finding[] = [];
  const before = findProperty(pair.before, name);
  const after = findProperty(pair.after, name);
  const report = reporter(
    found,
    subjectOf(pair, `.${(after ?? before)?.name ?? name}`, before, after),
  );
  if (before && after) {
    if (before === after) return found;
    if (before.name !== after.name) {
      report("property-name-case-changed", { before: before.name, after: after.name });
    }
    compareHome(pair, findProperty, before, after, report);
    compareProperty(before, after, relation, report);
  } else if (before) reportProperty("removed", before, report);
  else if (after) reportProperty("added", after, report);
  return found;
}

function compareMethods(
  pair: ClassPair,
  name: string,
  relation: ClassRelation,
): readonly Finding[] {
  const found: Finding[] = [];
  const before = findMethod(pair.before, name);
  const after = findMethod(pair.after, name);
  const member = `.${(after ?? before)?.name ?? name}()`;
  const report = reporter(found, subjectOf(pair, member, before, after));
  if (before && after) {
    if (before === after) return found;
    if (before.name !== after.name) {
      report("method-name-case-changed", { before: before.name, after: after.name });
    }
    compareHome(pair, findMethod, before, after, report);
    compareMethod(before, after, report);
    compareParameters({ before, after }, relation, found, report);
  } else if (before) report("method-removed", {});
  else report("method-added", {});
  return found;
}

function subjectOf(
  within: ClassPair,
  member: string,
  before: CimProperty | CimMethod | undefined,
  after: CimProperty | CimMethod | undefined,
): Subject {
  return { member, before, after, within };
}

type Member = CimProperty | CimMethod;

/** Whether the class declares the member itself, and whether it overrides one that it inherits. */
function compareHome<M extends Member>(
  pair: ClassPair,
  find: (cls: CimClass | undefined, name: string) => M | undefined,
  before: M,
  after: M,
  report: Report,
): void {
  const was = homeOf(pair.before, find, before);
  const is = homeOf(pair.after, find, after);
  if (is.overrides && !was.overrides) report("override-added", {});
  if (was.overrides && !is.overrides) report("override-removed", {});
  if (was.own && !was.overrides && !is.own) {
    const rule = before.kind === "property" ? "property" : "method";
    report(`${rule}-moved-to-superclass`, { value: after.origin });
  }
}

function homeOf<M extends Member>(
  cls: CimClass,
  find: (cls: CimClass | undefined, name: string) => M | undefined,
  member: M,
): { readonly own: boolean; readonly overrides: boolean } {
  const inherited = find(cls.superclass, member.name);
  const own = inherited !== member;
  return { own, overrides: own && inherited !== undefined };
}
