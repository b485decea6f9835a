import {
  catalogue,
  isCode,
  isRefused,
  suggest,
  type Code,
  type Level,
  type SeverityOptions,
} from "../diagnostics/index.ts";
import { UsageError } from "./usage-error.ts";
import type { Values } from "./values.ts";

/**
 * What `--strict` and `--severity` say.
 *
 * @throws UsageError for a code that does not exist, or that cannot have the level
 */
export function severityOptions(values: Values): SeverityOptions {
  const severities: Partial<Record<Code, Level>> = {};
  for (const text of values.texts("severity")) {
    const [code = "", level = ""] = text.split("=");
    const problem = severityProblem(code, level);
    if (problem !== undefined) throw new UsageError(`--severity ${text}: ${problem}`);
    // Nothing is wrong with them, so they are a code and a level.
    severities[code as Code] = level as Level;
  }
  return { strict: values.flag("strict") ?? false, severities };
}

const levels: readonly string[] = ["off", "info", "warning", "error"];

/** Why a code cannot be given a level, as a sentence without a full stop. */
export function severityProblem(code: string, level: string): string | undefined {
  if (!isCode(code)) {
    const meant = suggest(code, Object.keys(catalogue));
    return `there is no code ${code}` + (meant === undefined ? "" : `. Did you mean ${meant}?`);
  }
  if (!isLevel(level)) {
    const meant = suggest(level, levels);
    return (
      `a severity is ${levels.join(", ")}, not ${level}` +
      (meant === undefined ? "" : `. Did you mean ${meant}?`)
    );
  }
  if (!isRefused(code, level)) return undefined;
  return `${code} is never less than ${severityOf(code)}: what is read depends on it`;
}

function isLevel(word: string): word is Level {
  return levels.includes(word);
}

function severityOf(code: Code): string {
  const { severity } = catalogue[code];
  return severity === "error" ? "an error" : severity === "warning" ? "a warning" : "a note";
}
