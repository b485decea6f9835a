import type { CimClass, Schema } from "../model/index.ts";
import { ruleCatalogue } from "./catalogue/index.ts";
import type { Change } from "./change.ts";
import { compareInstances } from "./compare/compare-instances.ts";
import { comparePairs } from "./compare/compare-pairs.ts";
import { compareQualifierTypes } from "./compare/compare-qualifier-types.ts";
import { pairClasses, type ClassPairs } from "./compare/pair-classes.ts";
import { reporter, type Finding } from "./finding.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { renames, type Rename } from "./renames.ts";

/**
 * Finds every difference between two schemas that a rule knows, and says whom it hurts.
 * Members are compared as they are in effect, inherited ones too; a change is reported once,
 * at the class that declares it, with the classes that inherit it. The order of
 * declarations, the files that they stand in, comments and white space are no difference.
 *
 * @param oldSchema - what was promised
 * @param newSchema - what is promised now
 * @returns sorted by namespace, class, member and rule; empty when nothing has changed
 * @example
 * ```ts
 * const breaking = diff(oldSchema, newSchema).filter(({ levels }) => levels.ts === "breaking");
 * ```
 */
export function diff(oldSchema: Schema, newSchema: Schema): readonly Change[] {
  const pairs = pairClasses(oldSchema, newSchema);
  const changes = [
    ...wholeClasses(pairs),
    ...comparePairs(oldSchema, newSchema, pairs).map(({ finding, at, affected }) =>
      changeOf(finding, at.after, affected),
    ),
    ...compareQualifierTypes(oldSchema, newSchema).map(({ finding, type }) =>
      changeOf(finding, type, []),
    ),
    ...compareInstances(oldSchema, newSchema).map(({ finding, namespace, className }) =>
      changeOf(finding, { namespace, name: className }, []),
    ),
  ];
  return sorted(changes);
}

function wholeClasses({ removed, added }: ClassPairs): readonly Change[] {
  const guesses = renames(removed, added);
  const gone = new Map(guesses.map((each) => [each.before, goneHint(each)]));
  const here = new Map(guesses.map((each) => [each.after, newHint(each)]));
  const found: Finding[] = [];
  const changes: Change[] = [];
  const add = (cls: CimClass, side: "before" | "after", hint: string | undefined): void => {
    const sides = { before: undefined, after: undefined, [side]: cls };
    const report = reporter(found, { member: "", ...sides, within: {} });
    report(side === "before" ? "class-removed" : "class-added", {});
    const finding = found.pop();
    if (finding) changes.push(changeOf(finding, cls, [], hint));
  };
  for (const cls of removed) add(cls, "before", gone.get(cls));
  for (const cls of added) add(cls, "after", here.get(cls));
  return changes;
}

function goneHint({ after, moved }: Rename): string {
  if (moved) return `the namespace ${after.namespace} has a class of this name now`;
  return `it may be called ${after.name} now: most of the members are the same`;
}

function newHint({ before, moved }: Rename): string {
  if (moved) return `the namespace ${before.namespace} had a class of this name`;
  return `it may be what was called ${before.name}: most of the members are the same`;
}

/** Longer sentences than that hold a long value, which the details have in full. */
const LONGEST_MESSAGE = 400;

function changeOf(
  finding: Finding,
  { namespace, name }: { readonly namespace: string; readonly name: string },
  affected: readonly string[],
  hint?: string,
): Change {
  const { rule, details, member, before, after, deprecated, experimental, message } = finding;
  const { levels, bump } = ruleCatalogue[rule];
  const subject = `${name}${member}`;
  const change = {
    rule,
    levels,
    bump,
    subject,
    namespace,
    className: name,
    message: cut(message(name)),
    details,
    ...(before && { before }),
    ...(after && { after }),
    affected: [...affected].sort(byText),
    fingerprint: fingerprintOf(rule, namespace, subject, details),
    ...(deprecated && { deprecated: true as const }),
    ...(experimental && { experimental: true as const }),
    ...(hint !== undefined && { hint }),
  };
  // A reporter takes only the details of its rule, but the union of all rules cannot tell that.
  return change as Change;
}

function cut(text: string): string {
  return text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE - 1)}…` : text;
}

function sorted(changes: readonly Change[]): readonly Change[] {
  const keyed = changes.map((change) => {
    const { namespace, className, subject, rule, fingerprint } = change;
    const place = [namespace, className, subject].map((text) => text.toLowerCase());
    return { change, key: [...place, rule, fingerprint].join("\0") };
  });
  return keyed.sort((a, b) => byText(a.key, b.key)).map(({ change }) => change);
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
