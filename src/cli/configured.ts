import { readConfiguration, type Configuration } from "../build/index.ts";
import type { RuleLevel } from "../diff/index.ts";
import { ConfigurationError } from "./configuration-error.ts";
import type { Said } from "./values.ts";

/**
 * What a configuration file says, as if it had been said on the command line.
 *
 * @param file - the value of `--config`, `false` for `--no-config`
 * @throws ConfigurationError when the file cannot be understood
 */
export async function configured(cwd: string, file: unknown): Promise<Said> {
  if (file === false) return { raw: {}, sources: [] };
  const found = await readConfiguration(cwd, typeof file === "string" ? file : undefined);
  if (found && found.problems.length > 0) throw new ConfigurationError(found.problems);
  return saidBy(found?.configuration ?? {});
}

function saidBy(configuration: Configuration): Said {
  const { sources = [], search, env, severity, locale, diff = {} } = configuration;
  const raw = {
    out: configuration.out,
    include: configuration.include,
    exclude: configuration.exclude,
    namespace: configuration.namespaces,
    layout: configuration.layout,
    "import-extension": configuration.importExtension,
    runtime: configuration.runtime,
    templates: configuration.templates,
    prettier: configuration.prettier,
    "include-folder": configuration.includeFolders,
    search,
    docs: configuration.docs,
    overlay: configuration.overlays,
    "link-base": configuration.linkBase,
    env: env && pairs(env),
    dialect: configuration.dialect,
    "default-namespace": configuration.defaultNamespace,
    locale,
    companions: configuration.companions,
    strict: configuration.strict,
    severity: severity && pairs(severity),
    against: diff.against,
    audience: diff.audiences?.join(","),
    "fail-on": diff.failOn,
    level: diff.levels && levelPairs(diff.levels),
    "accept-file": diff.acceptFile,
    "allow-deprecated-removals": diff.allowDeprecatedRemovals,
    "allow-experimental": diff.allowExperimental,
    semver: diff.semver,
  };
  return { raw, sources };
}

/** `rule=level` and `rule:audience=level`, as the command line has them. */
function levelPairs(levels: Readonly<Record<string, RuleLevel>>): readonly string[] {
  return Object.entries(levels).flatMap(([rule, level]) =>
    typeof level === "string"
      ? [`${rule}=${level}`]
      : Object.entries(level).map(([audience, each]) => `${rule}:${audience}=${each}`),
  );
}

/** `NAME=value`, as the command line has it. */
function pairs(values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(values).map(([name, value]) => `${name}=${value}`);
}
