import {
  severityProblem,
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
