import { isRefused, type Level } from "./adjust.ts";
import { catalogue, isCode, type Code } from "./catalogue/index.ts";
import { either } from "./either.ts";
import { suggest } from "./suggest.ts";

/** All levels, the mildest first. */
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
      `a severity is ${either(levels)}, not ${level}` +
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
