import type { SchemaOptions } from "../build/index.ts";
import { localeNumber } from "../source/index.ts";
import type { Io } from "./io.ts";
import { severityOptions } from "./severity-options.ts";
import { UsageError } from "./usage-error.ts";
import type { Values } from "./values.ts";

/**
 * The options that every command with sources has.
 *
 * @throws UsageError for a language that nobody knows, or a variable without a value
 */
export function schemaOptions(values: Values, io: Io): SchemaOptions {
  const dialect = values.text("dialect");
  const variables = variablesOf(values.texts("env"), io);
  const { standardInput } = values;
  const defaultNamespace = values.text("default-namespace");
  const locale = values.text("locale");
  const linkBase = values.text("link-base");
  return {
    sources: values.sources,
    workingFolder: io.cwd,
    ...severityOptions(values),
    includeFolders: values.texts("include-folder"),
    searchFolders: values.texts("search"),
    docs: values.texts("docs"),
    overlays: values.texts("overlay"),
    companions: values.flag("companions") ?? true,
    // A variable that was stated means the same wherever it stands.
    environment: { ...io.env, ...variables },
    ...(variables && { variables }),
    ...(standardInput && { standardInput }),
    ...(isDialect(dialect) && { dialect }),
    ...(defaultNamespace !== undefined && { defaultNamespace }),
    ...(linkBase !== undefined && { linkBase }),
    ...(locale !== undefined && { locale: numberOf(locale) }),
  };
}

function numberOf(locale: string): number {
  const number = localeNumber(locale);
  if (number !== undefined) return number;
  throw new UsageError(`--locale ${locale} is no language; write it as en-US or 409`);
}

/** `auto` is what happens anyway. */
function isDialect(text: string | undefined): text is "dmtf" | "wmi" | "mof3" {
  return text === "dmtf" || text === "wmi" || text === "mof3";
}

/** `NAME=value`, or `NAME` for the value that the environment has, on Windows in whatever case. */
function variablesOf(
  texts: readonly string[],
  { env }: Io,
): Readonly<Record<string, string>> | undefined {
  if (texts.length === 0) return undefined;
  const variables = new Map<string, string>();
  for (const text of texts) {
    const [, name = text, given] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    const value = given ?? env[name] ?? inAnyCase(name, env);
    if (value === undefined) {
      throw new UsageError(`the environment has no ${name}; write --env ${name}=value`);
    }
    variables.set(name, value);
  }
  return Object.fromEntries(variables);
}

function inAnyCase(name: string, env: Io["env"]): string | undefined {
  const key = Object.keys(env).find((each) => each.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : env[key];
}
