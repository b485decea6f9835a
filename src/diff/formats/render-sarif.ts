import { locationOf, messageText, sarifLog, type Json } from "../../diagnostics/sarif-parts.ts";
import { ruleCatalogue, type RuleId } from "../catalogue/index.ts";
import type { JudgedChange } from "../judge/judge.ts";
import { worst } from "../judge/rank.ts";
import { rulePages } from "../pages/index.ts";
import type { ChangeLevel } from "../rule.ts";
import type { DiffReport } from "./report.ts";
import { affectedText, levelsText } from "./words.ts";

/** How a report becomes a SARIF log. */
export interface DiffSarifOptions {
  /** The version of mof-codegen. */
  readonly version?: string;
  /** The path below the root of the repository, from the name of a source; the same unless stated. */
  readonly pathOf?: (name: string) => string;
}

const levels: Readonly<Record<ChangeLevel, string>> = {
  breaking: "error",
  risky: "warning",
  safe: "note",
};

/**
 * Writes a report as a log of SARIF 2.1.0. A change stands where it is now, and where it was
 * is a related place; an accepted one is suppressed with its reason.
 */
export function renderDiffSarif(report: DiffReport, options: DiffSarifOptions = {}): string {
  const { judgement } = report;
  const rules = [...new Set(judgement.changes.map(({ change }) => change.rule))].sort();
  const pathOf = options.pathOf ?? ((name: string) => name);
  return sarifLog({
    version: options.version,
    rules: rules.map(ruleOf),
    invocation: { executionSuccessful: true },
    results: judgement.changes.map((each) =>
      resultOf(each, rules.indexOf(each.change.rule), report, pathOf),
    ),
  });
}

function ruleOf(rule: RuleId): Json {
  const page = rulePages[rule];
  const { ts, wire, provider } = ruleCatalogue[rule].levels;
  return {
    id: rule,
    shortDescription: { text: messageText(page.title) },
    fullDescription: { text: messageText(page.why) },
    help: { text: messageText(`${page.why}\n\n${page.compatible}`) },
    defaultConfiguration: { level: levels[worst([ts, wire, provider])] },
  };
}

function resultOf(
  judged: JudgedChange,
  ruleIndex: number,
  report: DiffReport,
  pathOf: (name: string) => string,
): Json {
  const { change, level, acceptance, fails } = judged;
  const { before, after, fingerprint } = change;
  const location = after ?? before;
  return {
    ruleId: change.rule,
    ruleIndex,
    level: fails ? "error" : levels[level],
    message: { text: messageText(textOf(judged, report)) },
    ...(location && { locations: [locationOf(location, pathOf)] }),
    ...(before && after && { relatedLocations: [oldPlace(before, report, pathOf)] }),
    partialFingerprints: { "mofCodegenChange/v1": fingerprint },
    ...(acceptance && {
      suppressions: [{ kind: "external", justification: messageText(acceptance.reason) }],
    }),
  };
}

function textOf(judged: JudgedChange, report: DiffReport): string {
  const { message, affected, hint } = judged.change;
  return [
    message,
    levelsText(judged, report.judgement.audiences),
    ...(affected.length > 0 ? [`inherited by ${affectedText(affected)}`] : []),
    ...(hint === undefined ? [] : [hint]),
  ].join("; ");
}

function oldPlace(
  before: Parameters<typeof locationOf>[0],
  report: DiffReport,
  pathOf: (name: string) => string,
): Json {
  const message = { text: messageText(`before, in ${report.old}`) };
  return { id: 1, ...locationOf(before, pathOf), message };
}
