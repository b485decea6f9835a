import type { SchemaOptions } from "../build/index.ts";
import { localeNumber } from "../source/index.ts";
import type { Io } from "./io.ts";
import { severityOptions } from "./severity-options.ts";
import { UsageError } from "./usage-error.ts";
import type { Values } from "./values.ts";

/**
 * The options that every command with sources has.
 *
 * @throws UsageError for a language that nobody knows
 */
export function schemaOptions(values: Values, io: Io): SchemaOptions {
  const defaultNamespace = values.text("default-namespace");
  const locale = values.text("locale");
  return {
    sources: values.sources,
    workingFolder: io.cwd,
    ...severityOptions(values),
    includeFolders: values.texts("include"),
    ...(defaultNamespace !== undefined && { defaultNamespace }),
    ...(locale !== undefined && { locale: numberOf(locale) }),
  };
}

function numberOf(locale: string): number {
  const number = localeNumber(locale);
  if (number !== undefined) return number;
  throw new UsageError(`--locale ${locale} is no language; write it as en-US or 409`);
}
