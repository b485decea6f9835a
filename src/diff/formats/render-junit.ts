import { placeOf } from "../../diagnostics/place.ts";
import { visible } from "../../diagnostics/render-line.ts";
import type { Location } from "../../source/index.ts";
import type { JudgedChange } from "../judge/judge.ts";
import type { DiffReport } from "./report.ts";
import { affectedText, levelsText } from "./words.ts";

/**
 * Writes a report in the form that JUnit's Ant task writes and build servers read. A change
 * is a test case of its class: one that fails has failed, an accepted one was skipped, any
 * other has passed. Without changes there is one that has passed.
 */
export function renderDiffJunit(report: DiffReport): string {
  const { changes, failing } = report.judgement;
  const skipped = changes.filter(({ acceptance }) => acceptance).length;
  const cases = changes.map((each) => testCase(each, report));
  if (cases.length === 0)
    cases.push('    <testcase name="no changes" classname="schema" time="0"/>');
  const counts = `tests="${cases.length}" failures="${failing}" errors="0"`;
  const title = escape(`codegen diff: ${report.old} to ${report.new}`);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="codegen diff" ${counts} time="0">`,
    `  <testsuite name="${title}" ${counts} skipped="${skipped}" time="0">`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
  ].join("\n")}\n`;
}

function testCase(judged: JudgedChange, report: DiffReport): string {
  const { change, fails, acceptance } = judged;
  const name = escape(`${change.rule}: ${change.subject} (${change.fingerprint})`);
  const classname = escape([...change.namespace.split("/"), change.className].join("."));
  const start = `    <testcase name="${name}" classname="${classname}" time="0"`;
  if (acceptance) {
    return `${start}>\n      <skipped>${escape(acceptance.reason)}</skipped>\n    </testcase>`;
  }
  if (!fails) return `${start}/>`;
  const message = `message="${escape(change.message)}" type="${change.rule}"`;
  const text = escape(failureText(judged, report));
  return `${start}>\n      <failure ${message}>${text}</failure>\n    </testcase>`;
}

function failureText(judged: JudgedChange, report: DiffReport): string {
  const { message, before, after, affected, hint } = judged.change;
  return [
    message,
    levelsText(judged, report.judgement.audiences),
    ...place(before, report.old),
    ...place(after, report.new),
    ...(affected.length > 0 ? [`inherited by ${affectedText(affected)}`] : []),
    ...(hint === undefined ? [] : [hint]),
  ].join("\n");
}

function place(location: Location | undefined, side: string): readonly string[] {
  if (!location) return [];
  const { file, line, column } = placeOf(location);
  return [`${file}:${line}:${column} in ${side}`];
}

/** For text and attributes alike. What XML 1.0 does not allow is shown as diagnostics show it. */
function escape(text: string): string {
  return text
    .split("\n")
    .map(visible)
    .join("\n")
    .replace(/\p{Surrogate}|[\ufffe\uffff]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
}
