import type { Qualifiers } from "../../model/index.ts";
import type { LimitName } from "../catalogue/limits.ts";
import type { Report } from "../finding.ts";
import type { Flow } from "./flow.ts";

const upper: readonly (LimitName & `max${string}`)[] = ["maxlen", "maxvalue"];
const lower: readonly (LimitName & `min${string}`)[] = ["minlen", "minvalue"];

/** `MaxLen`, `MinLen`, `MaxValue`, `MinValue`: none is the loosest of all, and for a length that is 0. */
export function compareLimits(
  before: Qualifiers,
  after: Qualifiers,
  flow: Flow,
  report: Report,
): void {
  for (const name of upper) {
    const [was, is] = [limitOf(before, name), limitOf(after, name)];
    const change = { before: words(was), after: words(is) };
    if ((is ?? Infinity) > (was ?? Infinity)) report(`${name}-increased`, change);
    else if ((is ?? Infinity) < (was ?? Infinity)) {
      report(flow.input ? `${name}-decreased-input` : `${name}-decreased`, change);
    }
  }
  for (const name of lower) {
    const [was, is] = [leastOf(before, name), leastOf(after, name)];
    const change = { before: words(was), after: words(is) };
    if ((is ?? -Infinity) < (was ?? -Infinity)) report(`${name}-decreased`, change);
    else if ((is ?? -Infinity) > (was ?? -Infinity)) {
      report(flow.input ? `${name}-increased-input` : `${name}-increased`, change);
    }
  }
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

function leastOf(
  qualifiers: Qualifiers,
  name: (typeof lower)[number],
): bigint | number | undefined {
  return limitOf(qualifiers, name) ?? (name === "minlen" ? 0n : undefined);
}

function limitOf(qualifiers: Qualifiers, name: string): bigint | number | undefined {
  const value = qualifiers.get(name)?.value;
  return typeof value === "bigint" || typeof value === "number" ? value : undefined;
}

function words(limit: bigint | number | undefined): string {
  return limit === undefined ? "not limited" : String(limit);
}
