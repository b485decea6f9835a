import { annotations, type Annotation } from "../../diagnostics/render-github.ts";
import type { JudgedChange } from "../judge/judge.ts";
import type { ChangeLevel } from "../rule.ts";
import type { DiffReport } from "./report.ts";
import { affectedText, bumpText, countsText, levelsText } from "./words.ts";

/** How a report becomes annotations. */
export interface DiffGithubOptions {
  /** How many changes are written, the worst first; all unless stated. */
  readonly limit?: number;
  /** The path that GitHub knows a file by, from the name of its source; the same unless stated. */
  readonly pathOf?: (name: string) => string;
}

const severities: Readonly<Record<ChangeLevel, Annotation["severity"]>> = {
  breaking: "error",
  risky: "warning",
  safe: "info",
};

/**
 * Writes a report as workflow commands, which GitHub shows beside the lines of a pull
 * request. What fails is an error; an accepted change is none.
 */
export function renderDiffGithub(report: DiffReport, options: DiffGithubOptions = {}): string {
  const { judgement } = report;
  const shown = judgement.changes
    .filter(({ acceptance }) => !acceptance)
    .slice(0, options.limit ?? Infinity);
  const lines = annotations(
    shown.map((each) => annotationOf(each, report)),
    options.pathOf,
  );
  const bump = bumpText(report);
  const sentence = bump === undefined ? countsText(judgement) : `${countsText(judgement)}; ${bump}`;
  return `${lines}${report.old} → ${report.new}: ${sentence}\n`;
}

function annotationOf(judged: JudgedChange, report: DiffReport): Annotation {
  const { change, level, fails } = judged;
  const { rule, message, before, after, affected, hint, fingerprint } = change;
  // What is gone is shown where it would stand; a class that is gone, where it stood.
  const location = after ?? before;
  return {
    severity: fails ? "error" : severities[level] === "error" ? "warning" : severities[level],
    title: rule,
    ...(location && { location }),
    message,
    notes: [
      levelsText(judged, report.judgement.audiences),
      ...(affected.length > 0 ? [`inherited by ${affectedText(affected)}`] : []),
      ...(hint === undefined ? [] : [hint]),
      `to agree to it: codegen diff --accept ${fingerprint} --reason "…"`,
    ],
  };
}
