import { suggest } from "../../diagnostics/index.ts";
import { fetchCommand } from "./fetch-command.ts";
import { RevisionError } from "./revision-error.ts";
import { runGit, type GitContext } from "./run-git.ts";

/** A repository and the commit that a revision names in it. */
export interface FoundCommit {
  /** The folder of the repository. */
  readonly root: string;
  /** The folder where git was asked, below the root, with slashes; it ends with one unless it is empty. */
  readonly prefix: string;
  /** The full name of the commit. */
  readonly commit: string;
}

/**
 * The commit that a revision names.
 *
 * @param mergeBase - whether the one that it has in common with HEAD is wanted instead
 * @throws RevisionError when there is no repository or no such revision
 */
export function commitOf(git: GitContext, revision: string, mergeBase: boolean): FoundCommit {
  const { root, prefix } = repositoryOf(git);
  const commit = resolveRevision(git, revision);
  if (commit === undefined) throw unknownRevision(git, revision);
  if (!mergeBase) return { root, prefix, commit };
  const base = runGit(git, ["merge-base", commit, "HEAD"]);
  if (base.ok && base.text !== "") return { root, prefix, commit: base.text };
  if (isShallow(git)) {
    throw new RevisionError(
      "usage",
      `this clone is too shallow to know what ${revision} and HEAD have in common; run: git fetch --unshallow`,
    );
  }
  throw new RevisionError("usage", `${revision} and HEAD have no commit in common`);
}

/** Whether a text names a revision of the repository that a folder lies in, if it lies in one. */
export function isRevision(git: GitContext, text: string): boolean {
  try {
    return resolveRevision(git, text) !== undefined;
  } catch (error) {
    // Without git there are no revisions.
    if (error instanceof RevisionError) return false;
    throw error;
  }
}

function resolveRevision(git: GitContext, revision: string): string | undefined {
  if (/[\0\n\r]/u.test(revision) || revision.trim() === "") return undefined;
  const found = runGit(git, [
    "rev-parse",
    "--quiet",
    "--verify",
    "--end-of-options",
    `${revision}^{commit}`,
  ]);
  return found.ok && /^[0-9a-f]{40,64}$/u.test(found.text) ? found.text : undefined;
}

function repositoryOf(git: GitContext): Omit<FoundCommit, "commit"> {
  const found = runGit(git, ["rev-parse", "--show-toplevel", "--show-prefix"]);
  const [root = "", prefix = ""] = found.text.split("\n");
  if (found.ok && root !== "") return { root, prefix };
  if (/dubious ownership/u.test(found.complaint)) {
    const remedy = /git config [^\n]*safe\.directory [^\n]*/u.exec(found.complaint)?.[0].trim();
    throw new RevisionError(
      "usage",
      `git does not trust the repository of ${git.folder}, which belongs to somebody else; run: ${remedy ?? "git config --global --add safe.directory <folder>"}`,
    );
  }
  const bare = runGit(git, ["rev-parse", "--is-bare-repository"]);
  if (bare.ok && bare.text === "true") {
    throw new RevisionError(
      "usage",
      `${git.folder} is a bare repository; run this in a clone of it`,
    );
  }
  throw new RevisionError(
    "usage",
    `${git.folder} is in no git repository, so it has no revisions; compare with a file or a folder`,
  );
}

function isShallow(git: GitContext): boolean {
  return runGit(git, ["rev-parse", "--is-shallow-repository"]).text === "true";
}

function unknownRevision(git: GitContext, revision: string): RevisionError {
  if (isShallow(git)) {
    const command = fetchCommand(revision, namesOf(git, ["remote"]));
    return new RevisionError(
      "usage",
      `this clone is shallow and does not have ${revision}; run: ${command}`,
    );
  }
  const names = namesOf(git, ["for-each-ref", "--format=%(refname:short)"]);
  const meant = suggest(revision, names);
  const question =
    meant === undefined
      ? "; git branch --all and git tag list what there is"
      : `. Did you mean ${meant}?`;
  return new RevisionError("usage", `the repository has no revision ${revision}${question}`);
}

function namesOf(git: GitContext, args: readonly string[]): readonly string[] {
  return runGit(git, args)
    .text.split("\n")
    .filter((name) => name !== "");
}
