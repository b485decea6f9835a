import { jsonText } from "../../diagnostics/json-text.ts";
import { placeOf, type Place } from "../../diagnostics/place.ts";
import { lineText, type Location } from "../../source/index.ts";
import type { RuleId } from "../catalogue/index.ts";
import type { Acceptance } from "../judge/acceptance.ts";
import type { JudgedChange } from "../judge/judge.ts";
import type { Audience, Bump, ChangeLevel, ChangeLevels } from "../rule.ts";
import type { SemverVerdict } from "../judge/needed-version.ts";
import type { DiffReport } from "./report.ts";

/** The report as a program reads it; `schemas/diff.schema.json` describes it. */
export interface JsonDiff {
  readonly version: 1;
  readonly old: string;
  readonly new: string;
  /** Whether at least one change fails. */
  readonly failed: boolean;
  readonly failOn: string;
  readonly audiences: readonly Audience[];
  readonly verdicts: { readonly [A in Audience]?: ChangeLevel };
  readonly bump: Bump | null;
  readonly counts: Readonly<Record<ChangeLevel | "accepted", number>>;
  readonly semver?: SemverVerdict;
  readonly changes: readonly JsonChange[];
  readonly acceptances: {
    readonly expired: readonly Acceptance[];
    readonly unused: readonly Acceptance[];
  };
}

/** One change. */
export interface JsonChange {
  readonly rule: RuleId;
  readonly fingerprint: string;
  readonly level: ChangeLevel;
  readonly levels: ChangeLevels;
  readonly bump: Bump;
  readonly fails: boolean;
  readonly namespace: string;
  readonly class: string;
  readonly subject: string;
  readonly message: string;
  readonly details: object;
  readonly before?: JsonPlace;
  readonly after?: JsonPlace;
  readonly affected: readonly string[];
  readonly deprecated?: true;
  readonly experimental?: true;
  readonly hint?: string;
  readonly accepted?: Acceptance;
}

/** A place and the line that stands there. */
export interface JsonPlace extends Place {
  readonly text: string;
}

/** Writes a report as JSON. */
export function renderDiffJson(report: DiffReport): string {
  return jsonText(jsonDiff(report));
}

/** A report as data without references to sources. */
export function jsonDiff({ old, new: now, judgement, semver }: DiffReport): JsonDiff {
  const { failing, failOn, audiences, verdicts, bump, counts, changes, expired, unused } =
    judgement;
  return {
    version: 1,
    old,
    new: now,
    failed: failing > 0,
    failOn,
    audiences,
    verdicts,
    bump: bump ?? null,
    counts,
    ...(semver && { semver }),
    changes: changes.map(jsonChange),
    acceptances: { expired, unused },
  };
}

function jsonChange({ change, level, levels, bump, fails, acceptance }: JudgedChange): JsonChange {
  const { rule, fingerprint, namespace, className, subject, message, details } = change;
  return {
    rule,
    fingerprint,
    level,
    levels,
    bump,
    fails,
    namespace,
    class: className,
    subject,
    message,
    details,
    ...(change.before && { before: jsonPlace(change.before) }),
    ...(change.after && { after: jsonPlace(change.after) }),
    affected: change.affected,
    ...(change.deprecated && { deprecated: true }),
    ...(change.experimental && { experimental: true }),
    ...(change.hint !== undefined && { hint: change.hint }),
    ...(acceptance && { accepted: acceptance }),
  };
}

/** Lines of files without line ends are cut. */
const LONGEST_LINE = 500;

function jsonPlace(location: Location): JsonPlace {
  const place = placeOf(location);
  return { ...place, text: lineText(location.source, place.line).slice(0, LONGEST_LINE) };
}
