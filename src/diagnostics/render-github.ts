import type { Location } from "../source/index.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { placeOf, type Place } from "./place.ts";
import { visible } from "./render-line.ts";
import { countOf, select, severities, severityLabels } from "./select.ts";
import type { Severity } from "./sentence.ts";

/** How diagnostics become annotations. */
export interface GithubOptions {
  /** How many diagnostics are written, errors before warnings; all unless stated. */
  readonly limit?: number;
  /** The path that GitHub knows a file by, from the name of its source; the same unless stated. */
  readonly pathOf?: (name: string) => string;
}

/** GitHub shows so many annotations of one kind for one step, and drops the rest without a word. */
const most = 10;

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

/**
 * Writes diagnostics as workflow commands, which GitHub shows beside the lines of a pull
 * request. What it would drop stands in the log as text.
 */
export function renderGithub(
  diagnostics: readonly Diagnostic[],
  options: GithubOptions = {},
): string {
  const { shown } = select(diagnostics, options.limit ?? Infinity);
  const pathOf = options.pathOf ?? ((name: string) => name);
  const tooMany = severities.some((severity) => countOf(diagnostics, severity) > most);
  // The sentence about the rest is a notice itself.
  const room = { error: most, warning: most, info: tooMany ? most - 1 : most };
  const annotated: Diagnostic[] = [];
  const lines = shown.map((diagnostic) => {
    if (room[diagnostic.severity] === 0) return logLine(diagnostic);
    room[diagnostic.severity] -= 1;
    annotated.push(diagnostic);
    return annotation(diagnostic, pathOf);
  });
  if (annotated.length < diagnostics.length) {
    lines.push(`::notice title=mof-codegen::${escapeData(rest(annotated, diagnostics))}`);
  }
  return lines.map((line) => `${line}\n`).join("");
}

/** Something that is shown beside a line and is no diagnostic. */
export interface Annotation {
  readonly severity: Severity;
  readonly title: string;
  readonly location?: Location;
  readonly message: string;
  /** What else is to be said, a line each. */
  readonly notes: readonly string[];
}

/** Writes annotations in their order; those that GitHub would drop stand in the log as text. */
export function annotations(
  all: readonly Annotation[],
  pathOf: (name: string) => string = (name) => name,
): string {
  const room = { error: most, warning: most, info: most };
  const lines = all.map(({ severity, title, location, message, notes }) => {
    room[severity] -= 1;
    if (room[severity] < 0) return logText(severity, title, message, location);
    const data = escapeData([message, ...notes].map(visible).join("\n"));
    return command(severity, title, location, data, pathOf);
  });
  return lines.map((line) => `${line}\n`).join("");
}

function annotation(diagnostic: Diagnostic, pathOf: (name: string) => string): string {
  const { location, code, severity } = diagnostic;
  return command(severity, code, location, escapeData(wordsOf(diagnostic)), pathOf);
}

function command(
  severity: Severity,
  title: string,
  location: Location | undefined,
  data: string,
  pathOf: (name: string) => string,
): string {
  const properties = [...(location ? where(placeOf(location), pathOf) : []), ["title", title]];
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(value ?? "")}`);
  return `::${commands[severity]} ${written.join(",")}::${data}`;
}

/** GitHub takes columns only for what stands on one line. */
function where(place: Place, pathOf: (name: string) => string): string[][] {
  const { line, column, endLine, endColumn } = place;
  return [
    ["file", visible(pathOf(place.file))],
    ["line", String(line)],
    ...(line === endLine ? [["col", String(column)]] : []),
    ["endLine", String(endLine)],
    ...(line === endLine ? [["endColumn", String(endColumn)]] : []),
  ];
}

function wordsOf({ message, help, related }: Diagnostic): string {
  const lines = [visible(message)];
  for (const { message: note, location } of related) {
    const { file, line, column } = placeOf(location);
    lines.push(visible(`${note}: ${file}:${line}:${column}`));
  }
  if (help !== undefined) lines.push(visible(help));
  return lines.join("\n");
}

/** Begins with a word, so that nothing in it is taken for a command. */
function logLine({ severity, code, message, location }: Diagnostic): string {
  return logText(severity, code, message, location);
}

function logText(
  severity: Severity,
  code: string,
  message: string,
  location: Location | undefined,
): string {
  const place = location && placeOf(location);
  const prefix = place ? `${place.file}:${place.line}:${place.column}: ` : "";
  return `${severityLabels[severity]} ${code}: ${visible(prefix + message)}`;
}

function rest(annotated: readonly Diagnostic[], all: readonly Diagnostic[]): string {
  const parts = severities
    .map((severity) => ({
      annotated: countOf(annotated, severity),
      all: countOf(all, severity),
      label: severityLabels[severity],
    }))
    .filter((each) => each.annotated < each.all)
    .map((each) => `${each.all - each.annotated} of ${each.all} ${each.label}s`);
  return `${parts.join(" and ")} are not shown as annotations; see the log, or --format text`;
}

/** The escapes of workflow commands, which GitHub's runner undoes. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
