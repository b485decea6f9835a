import { outsOf, type CimMethod, type CimParameter } from "../../model/index.ts";
import { reporter, type Finding, type Marked, type Report } from "../finding.ts";
import type { ClassRelation } from "./class-relation.ts";
import { compareParameter, reportAdded, reportRemoved } from "./compare-parameter.ts";
import { pairParameters } from "./pair-parameters.ts";

/** A method on both sides. */
export interface MethodPair {
  readonly before: CimMethod;
  readonly after: CimMethod;
}

/** The parameters of a method that both sides have. */
export function compareParameters(
  pair: MethodPair,
  relation: ClassRelation,
  found: Finding[],
  report: Report,
): void {
  const about = (before: CimParameter | undefined, after: CimParameter | undefined): Report =>
    reporter(found, subjectOf(pair, before, after));
  const { both, renamed, removed, added } = pairParameters(
    pair.before.parameters,
    pair.after.parameters,
  );
  const context = { relation, firstOut: firstOutput(pair) };
  for (const [before, after] of both) {
    const names = { before: before.name, after: after.name };
    if (before.name !== after.name) about(before, after)("param-name-case-changed", names);
    compareParameter(before, after, context, about(before, after));
  }
  for (const [before, after] of renamed) {
    const names = { before: before.name, after: after.name };
    about(before, after)("param-renamed", names);
    compareParameter(before, after, context, about(before, after));
  }
  for (const each of removed) reportRemoved(each, about(each, undefined));
  for (const each of added) reportAdded(each, context, about(undefined, each));
  compareOrder(both, report, pair);
}

/**
 * The first output of a method that returns something and had none: instead of the value
 * alone, the generated method returns an object of the value and the outputs.
 */
function firstOutput({ before, after }: MethodPair): CimParameter | undefined {
  if (!before.returns || !after.returns || outsOf(before).length > 0) return undefined;
  return outsOf(after)[0];
}

function subjectOf(
  { before: old, after: now }: MethodPair,
  before: CimParameter | undefined,
  after: CimParameter | undefined,
): Parameters<typeof reporter>[1] {
  const within: { before: Marked; after: Marked } = { before: old, after: now };
  const name = (after ?? before)?.name ?? "";
  return { member: `.${now.name}(${name})`, before, after, within };
}

/** Of the parameters that both sides have; new and removed ones are reported as such. */
function compareOrder(
  both: readonly (readonly [CimParameter, CimParameter])[],
  report: Report,
  { after }: MethodPair,
): void {
  const was = both.map(([, now]) => now);
  const is = after.parameters.filter((each) => was.includes(each));
  if (was.every((each, index) => each === is[index])) return;
  report("param-reordered", { before: names(was), after: names(is) });
}

function names(parameters: readonly CimParameter[]): string {
  return parameters.map(({ name }) => name).join(", ");
}
