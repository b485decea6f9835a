import { integerRange } from "../../model/integer-range.ts";
import type { CimType, Qualifiers } from "../../model/index.ts";
import type { LimitName } from "../catalogue/limits.ts";
import type { Report } from "../finding.ts";
import type { Changed } from "../rule.ts";
import type { Flow } from "./flow.ts";

const upper: readonly (LimitName & `max${string}`)[] = ["maxlen", "maxvalue"];
const lower: readonly (LimitName & `min${string}`)[] = ["minlen", "minvalue"];

/** What limits a value: what is stated, and its type. */
export interface LimitedSide {
  readonly qualifiers: Qualifiers;
  /** Absent for a method that returns nothing. */
  readonly type: CimType | undefined;
}

/**
 * `MaxLen`, `MinLen`, `MaxValue`, `MinValue`. What is not stated is as loose as can be: a length
 * of 0, the range of an integer type.
 */
export function compareLimits(
  before: LimitedSide,
  after: LimitedSide,
  flow: Flow,
  report: Report,
): void {
  for (const name of upper) {
    const change = changeOf(name, before, after);
    if (!change) continue;
    const [was, is] = [boundOf(name, before) ?? Infinity, boundOf(name, after) ?? Infinity];
    if (is > was) report(`${name}-increased`, change);
    if (is < was) report(flow.input ? `${name}-decreased-input` : `${name}-decreased`, change);
  }
  for (const name of lower) {
    const change = changeOf(name, before, after);
    if (!change) continue;
    const [was, is] = [boundOf(name, before) ?? -Infinity, boundOf(name, after) ?? -Infinity];
    if (is < was) report(`${name}-decreased`, change);
    if (is > was) report(flow.input ? `${name}-increased-input` : `${name}-increased`, change);
  }
}

/** What is stated on both sides, unless that is the same: a type alone is no limit. */
function changeOf(name: LimitName, before: LimitedSide, after: LimitedSide): Changed | undefined {
  const [was, is] = [limitOf(before.qualifiers, name), limitOf(after.qualifiers, name)];
  return was === is ? undefined : { before: words(was), after: words(is) };
}

function boundOf(name: LimitName, { qualifiers, type }: LimitedSide): bigint | number | undefined {
  const stated = limitOf(qualifiers, name);
  if (stated !== undefined || name === "maxlen") return stated;
  if (name === "minlen") return 0n;
  const range = type?.kind === "intrinsic" ? integerRange(type.name) : undefined;
  return name === "maxvalue" ? range?.largest : range?.smallest;
}

/** `Min` and `Max` of a reference: how many instances may be associated. */
export function compareCardinality(before: Qualifiers, after: Qualifiers, report: Report): void {
  const [leastBefore, leastNow] = [limitOf(before, "min") ?? 0n, limitOf(after, "min") ?? 0n];
  const least = { before: words(leastBefore), after: words(leastNow) };
  if (leastNow > leastBefore) report("min-increased", least);
  if (leastNow < leastBefore) report("min-decreased", least);
  const [most, mostNow] = [limitOf(before, "max"), limitOf(after, "max")];
  const greatest = { before: words(most), after: words(mostNow) };
  if ((mostNow ?? Infinity) > (most ?? Infinity)) report("max-increased", greatest);
  if ((mostNow ?? Infinity) < (most ?? Infinity)) report("max-decreased", greatest);
}

function limitOf(qualifiers: Qualifiers, name: string): bigint | number | undefined {
  const value = qualifiers.get(name)?.value;
  return typeof value === "bigint" || typeof value === "number" ? value : undefined;
}

function words(limit: bigint | number | undefined): string {
  return limit === undefined ? "not limited" : String(limit);
}
