import { posix, relative, resolve, sep } from "node:path";
import type { Outcome } from "../../diagnostics/index.ts";
import type { Host } from "../../parse/index.ts";
import { readSchema, type ReadSchema, type SchemaOptions } from "../read-schema.ts";
import { commitOf, type FoundCommit } from "./commit-of.ts";
import { gitHost } from "./git-host.ts";
import { RevisionError } from "./revision-error.ts";
import { runGit, type GitContext } from "./run-git.ts";

/** Which revision, and what is to be done about sources that it does not have. */
export interface AtRevision {
  /** A branch, a tag, a commit, or anything else that `git rev-parse` understands. */
  readonly revision: string;
  /** Whether to read the commit that the revision and HEAD have in common. */
  readonly mergeBase?: boolean;
  /** Whether a source that the revision does not have counts as empty, and not as a mistake. */
  readonly allowNewSources?: boolean;
}

/** A schema and the commit that it was read from. */
export interface SchemaAtRevision extends ReadSchema {
  readonly commit: string;
}

/**
 * Reads sources as they were in a revision of the git repository that the working folder lies
 * in, with all that they include. Nothing is checked out and nothing is written.
 *
 * @throws RevisionError when the revision or one of the sources in it cannot be read
 */
export async function readSchemaAt(
  options: SchemaOptions,
  at: AtRevision,
): Promise<Outcome<SchemaAtRevision>> {
  const git = contextOf(options);
  const found = commitOf(git, at.revision, at.mergeBase ?? false);
  const host = gitHost(git, found);
  const { docs, overlays, searchFolders, includeFolders } = options;
  // What the sources are read with was perhaps not there yet, and then nothing was read with it.
  const then = (paths: readonly string[] = []): readonly string[] =>
    sourcesThen(paths, host, git, found, { ...at, allowNewSources: true });
  const moved = {
    sources: sourcesThen(options.sources, host, git, found, at),
    docs: then(docs),
    overlays: then(overlays),
    searchFolders: then(searchFolders),
    includeFolders: then(includeFolders),
  };
  const { value, diagnostics } = await readSchema({ ...options, ...moved }, host);
  return { value: { ...value, commit: found.commit }, diagnostics };
}

/**
 * The text of a file as it was in a commit; `undefined` when it was not there.
 *
 * @param path - from the working folder, or absolute
 */
export function fileAt(
  options: Pick<SchemaOptions, "workingFolder" | "environment">,
  commit: string,
  path: string,
): string | undefined {
  const git = contextOf(options);
  const host = gitHost(git, commitOf(git, commit, false));
  return host.kindOf(path) === "file"
    ? Buffer.from(host.readFile(path)).toString("utf8")
    : undefined;
}

/** Where git runs for these options. */
export function contextOf({
  workingFolder = ".",
  environment,
}: Pick<SchemaOptions, "workingFolder" | "environment">): GitContext {
  return { folder: resolve(workingFolder), ...(environment && { environment }) };
}

/** What the sources were called then. */
function sourcesThen(
  sources: readonly string[],
  host: Host,
  git: GitContext,
  found: FoundCommit,
  { revision, allowNewSources = false }: AtRevision,
): readonly string[] {
  return sources.flatMap((source) => {
    if (source.startsWith("!") || isThere(source, host)) return [source];
    const before = nameBefore(source, git, found);
    if (before !== undefined) return [before];
    if (allowNewSources) return [];
    throw new RevisionError(
      "no-answer",
      `${source} is not in ${revision}; if it is new, say --allow-new-sources`,
    );
  });
}

function isThere(source: string, host: Host): boolean {
  const path = host.resolve(".", source);
  return host.kindOf(path) !== undefined || host.filesMatching(source).length > 0;
}

/** A file that git knows to have been renamed since. */
function nameBefore(
  source: string,
  git: GitContext,
  { root, prefix, commit }: FoundCommit,
): string | undefined {
  const fromFolder = relative(git.folder, resolve(git.folder, source)).split(sep).join("/");
  const path = posix.join(prefix, fromFolder);
  const args = ["diff", "-M", "--name-status", "--diff-filter=R", "--no-ext-diff", "-z", commit];
  const listed = runGit({ ...git, folder: root }, args);
  const words = listed.text.split("\0");
  for (let index = 0; index + 2 < words.length; index += 3) {
    const [, before = "", after] = words.slice(index, index + 3);
    if (after === path) return resolve(git.folder, posix.relative(`/${prefix}`, `/${before}`));
  }
  return undefined;
}
