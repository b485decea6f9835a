import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, dirname, extname, isAbsolute, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { lilconfig, type LilconfigResult, type Loader } from "lilconfig";
import { visible } from "../diagnostics/index.ts";
import type { Configuration, DiffConfiguration } from "./configuration.ts";
import { configurationProblems } from "./configuration-problems.ts";
import { nodeHost } from "./host.ts";
import { isEndless } from "./kind-of.ts";
import { codeOf, reasonOf } from "./reason.ts";

/** A configuration, or why it is none. */
export interface FoundConfiguration {
  /** Its paths start from the working folder. Empty when there are problems. */
  readonly configuration: Configuration;
  /** Each a sentence that names the file, without a full stop. */
  readonly problems: readonly string[];
}

const name = "mof-codegen";

const searchPlaces: readonly string[] = [
  ...["json", "js", "mjs", "cjs"].map((ending) => `${name}.config.${ending}`),
  `.${name}rc`,
  `.${name}rc.json`,
  "package.json",
];

const endings: readonly string[] = [".json", ".js", ".mjs", ".cjs"];

/**
 * Reads the configuration that counts in a folder: the nearest one, there or further up as
 * far as the user's own folder or the root of the disk.
 *
 * @param file - the one that was asked for instead
 * @returns `undefined` when there is none
 */
export async function readConfiguration(
  workingFolder: string,
  file?: string,
): Promise<FoundConfiguration | undefined> {
  const shown = (path: string): string => visible(nodeHost(workingFolder).display(path));
  try {
    const found =
      file === undefined ? await search(workingFolder) : await load(resolve(workingFolder, file));
    if (!found || (file === undefined && found.config === undefined)) return undefined;
    const problems = configurationProblems(found.config);
    const from = relative(workingFolder, dirname(found.filepath)).replaceAll("\\", "/");
    // Nothing is wrong with it, so it is one.
    const configuration = problems.length > 0 ? {} : relocated(found.config as Configuration, from);
    return {
      configuration,
      problems: problems.map((problem) => `${shown(found.filepath)}: ${problem}`),
    };
  } catch (error) {
    const problem = error instanceof Unreadable ? error : new Unreadable(file ?? "", error);
    const path = problem.path === "" ? "the configuration" : shown(problem.path);
    return { configuration: {}, problems: [`${path} cannot be read: ${problem.reason}`] };
  }
}

async function search(workingFolder: string): Promise<LilconfigResult> {
  for (let folder = resolve(workingFolder); ; folder = dirname(folder)) {
    for (const place of searchPlaces) refuseEndless(join(folder, place));
    if (folder === homedir() || folder === dirname(folder)) break;
  }
  return explorer().search(workingFolder);
}

/** A pipe would keep us waiting, and a device may have no end. */
function refuseEndless(path: string): void {
  if (!isEndless(path)) return;
  throw new Unreadable(path, new Error("it is a device or a pipe, not a file"));
}

async function load(path: string): Promise<LilconfigResult> {
  const ending = extname(path);
  if (ending !== "" && !endings.includes(ending)) {
    throw new Unreadable(path, new Error(`its name does not end in ${endings.join(", ")}`));
  }
  refuseEndless(path);
  try {
    return await explorer().load(path);
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(path, error);
  }
}

function explorer(): ReturnType<typeof lilconfig> {
  return lilconfig(name, {
    searchPlaces: [...searchPlaces],
    cache: false,
    loaders: {
      ".json": readJson,
      noExt: readJson,
      ".js": runModule,
      ".mjs": runModule,
      ".cjs": runModule,
    },
  });
}

/** Which file cannot be read, and why in one line. */
class Unreadable extends Error {
  readonly path: string;
  readonly reason: string;
  constructor(path: string, cause: unknown) {
    super("a configuration cannot be read", { cause });
    this.path = path;
    // Node's own codes, unlike those of the system, are explained by their messages.
    const ofSystem = /^E[A-Z0-9]+$/.test(codeOf(cause) ?? "");
    const reason: unknown = cause instanceof Error && !ofSystem ? cause.message : reasonOf(cause);
    // What a configuration throws may have anything as its message.
    this.reason = visible(String(reason).split("\n")[0] ?? "");
  }
}

const readJson: Loader = (path, content) => {
  const manifest = basename(path) === "package.json";
  try {
    const value: unknown = JSON.parse(content.replace(/^\ufeff/, ""));
    return manifest && (typeof value !== "object" || value === null) ? {} : value;
  } catch (error) {
    // Somebody else's file: npm says what is wrong with it.
    if (manifest) return {};
    throw new Unreadable(path, error);
  }
};

const NO_DEFAULT = "it exports no configuration as default";

const runModule: Loader = async (path) => {
  try {
    // Before it runs, so that a missing file is not taken for a missing import.
    await readFile(path);
    const module = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as {
      readonly default?: unknown;
    };
    if (module.default === undefined) throw new Error(NO_DEFAULT);
    return module.default;
  } catch (error) {
    throw new Unreadable(path, error);
  }
};

/** Paths that start from the folder `from` start from the working folder instead. */
function relocated(configuration: Configuration, from: string): Configuration {
  const { sources, out, templates, includeFolders, search, docs, overlays, diff } = configuration;
  const move = (path: string): string => relocate(path, from);
  return {
    ...configuration,
    ...(sources && { sources: sources.map(move) }),
    ...(out !== undefined && { out: move(out) }),
    ...(templates !== undefined && { templates: move(templates) }),
    ...(includeFolders && { includeFolders: includeFolders.map(move) }),
    ...(search && { search: search.map(move) }),
    ...(docs && { docs: docs.map(move) }),
    ...(overlays && { overlays: overlays.map(move) }),
    ...(diff && { diff: relocatedDiff(diff, move) }),
  };
}

/** What is compared with may be a revision, which lies in no folder. */
function relocatedDiff(diff: DiffConfiguration, move: (path: string) => string): DiffConfiguration {
  const { acceptFile } = diff;
  return { ...diff, ...(acceptFile !== undefined && { acceptFile: move(acceptFile) }) };
}

/** Standard input, what an environment variable begins, and absolute paths stay as they are. */
function relocate(path: string, from: string): string {
  if (from === "" || path === "-" || path.startsWith("%") || isAbsolute(path)) return path;
  if (path.startsWith("!")) return `!${relocate(path.slice(1), from)}`;
  return `${from}/${path}`;
}
