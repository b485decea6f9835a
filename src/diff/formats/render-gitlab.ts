import { jsonText } from "../../diagnostics/json-text.ts";
import { placeOf } from "../../diagnostics/place.ts";
import { visible } from "../../diagnostics/render-line.ts";
import type { JudgedChange } from "../judge/judge.ts";
import type { ChangeLevel } from "../rule.ts";
import type { DiffReport } from "./report.ts";

const severities: Readonly<Record<ChangeLevel, string>> = {
  breaking: "critical",
  risky: "minor",
  safe: "info",
};

/**
 * Writes a report as GitLab's code quality report, an array of issues. Accepted changes are
 * left out, and so is what stands in no file.
 *
 * @param pathOf - the path below the root of the repository, from the name of a source
 */
export function renderDiffGitlab(
  { judgement }: DiffReport,
  pathOf: (name: string) => string = (name) => name,
): string {
  const issues = judgement.changes
    .filter(({ acceptance }) => !acceptance)
    .flatMap((each) => issueOf(each, pathOf));
  return jsonText(issues);
}

function issueOf(
  { change, level, fails }: JudgedChange,
  pathOf: (name: string) => string,
): object[] {
  const location = change.after ?? change.before;
  if (!location) return [];
  const { file, line, endLine } = placeOf(location);
  return [
    {
      description: visible(change.message),
      check_name: change.rule,
      fingerprint: change.fingerprint,
      severity: fails ? severities.breaking : level === "breaking" ? "major" : severities[level],
      location: { path: pathOf(file).replaceAll("\\", "/"), lines: { begin: line, end: endLine } },
    },
  ];
}
