import type { Dialect } from "../ast/index.ts";
import type { Severities } from "../diagnostics/index.ts";
import type { Audience, FailOn, RuleId, RuleLevel } from "../diff/index.ts";

/**
 * What `mof-codegen.config.json` and its like may say. Paths start from the folder of that
 * file; what the command line says counts more.
 */
export interface Configuration {
  /** For editors, which find the schema of a JSON file by it. */
  readonly $schema?: string;
  /** What is read when the command line names no source. */
  readonly sources?: readonly string[];
  /** The folder that `codegen generate` writes. */
  readonly out?: string;
  /** Patterns of the classes that are wanted; all unless stated. */
  readonly include?: readonly string[];
  /** Patterns of classes that are not wanted unless another one needs them. */
  readonly exclude?: readonly string[];
  /** The namespaces whose classes are wanted; all unless stated. */
  readonly namespaces?: readonly string[];
  /** A file for each class, or one for all. */
  readonly layout?: "class" | "single";
  /** The ending of imported file names. */
  readonly importExtension?: "js" | "ts" | "none";
  /** Where generated code has its runtime: in the package, or bundled with it. */
  readonly runtime?: "package" | "bundled";
  /** A folder with templates that replace our own. */
  readonly templates?: string;
  /** Whether the output is formatted as the Prettier configuration of its project says. */
  readonly prettier?: boolean;
  /** Folders to search for included files. */
  readonly includeFolders?: readonly string[];
  /** Folders to search for classes that the sources name and do not declare. */
  readonly search?: readonly string[];
  /** Documentation pages and folders of them, whose texts are added to the classes of the sources. */
  readonly docs?: readonly string[];
  /** Files with facts about classes that no source states. */
  readonly overlays?: readonly string[];
  /** The `https://` address that the names of pages are put behind, for links to them. */
  readonly linkBase?: string;
  /** Values of environment variables in the paths of included files. */
  readonly env?: Readonly<Record<string, string>>;
  readonly dialect?: "auto" | Dialect;
  /** The namespace of classes that state none. */
  readonly defaultNamespace?: string;
  /** The language of descriptions, such as `de-DE` or `407`. */
  readonly locale?: string;
  /** Whether the `.mfl` files beside sources are read with them. */
  readonly companions?: boolean;
  /** Whether what Microsoft's compiler forgives counts as an error. */
  readonly strict?: boolean;
  /** What a code counts as. */
  readonly severity?: Severities;
  /** What `codegen diff` thinks of changes. */
  readonly diff?: DiffConfiguration;
}

/** The part of a {@link Configuration} that is for `codegen diff`. */
export interface DiffConfiguration {
  /** What the sources are compared with: a revision of git, or a source from the working folder. */
  readonly against?: string;
  /** Who is looked at; all three unless stated. */
  readonly audiences?: readonly Audience[];
  /** The level from which on a change fails. */
  readonly failOn?: FailOn;
  /** Levels of rules that differ from those of the catalogue. */
  readonly levels?: { readonly [R in RuleId]?: RuleLevel };
  /** The file with the changes that were agreed to. */
  readonly acceptFile?: string;
  /** Whether the removal of what was deprecated before is risky at most. */
  readonly allowDeprecatedRemovals?: boolean;
  /** Whether changes of what was experimental count one level less. */
  readonly allowExperimental?: boolean;
  /** Whether the version of package.json is checked. */
  readonly semver?: boolean;
}

/** Returns its argument: with it, editors know what a configuration in JavaScript may say. */
export function defineConfig(configuration: Configuration): Configuration {
  return configuration;
}
