import { missingRevision, noMergeBase } from "./missing-revision.ts";
import type { Repository } from "./repository.ts";
import { RevisionError } from "./revision-error.ts";
import { lineOf } from "./run-git.ts";
import type { WantedRevision } from "./wanted-revision.ts";

/**
 * The full name of a commit.
 *
 * @throws RevisionError when there is no such commit
 */
export function findCommit(repository: Repository, wanted: WantedRevision): string {
  const { revision, mergeBase = false } = wanted;
  if (revision.trim() === "") {
    const sentence = "the revision is empty; name a branch, a tag or a commit, such as HEAD~1";
    throw new RevisionError("usage", sentence);
  }
  const commit = commitOf(repository, revision);
  if (commit === undefined) throw missingRevision(repository, wanted);
  if (!mergeBase) return commit;
  const answer = repository.git(["merge-base", commit, "HEAD"]);
  const base = lineOf(answer.stdout).split("\n")[0] ?? "";
  if (!answer.done || !isCommitName(base)) throw noMergeBase(repository, revision);
  return base;
}

function commitOf({ git }: Repository, revision: string): string | undefined {
  // No argument of a program can hold this character.
  if (revision.includes("\0")) return undefined;
  // What is searched for in messages, `:/text`, goes on to the end of the argument.
  const peeled = revision.startsWith(":/") ? revision : `${revision}^{commit}`;
  const answer = git(["rev-parse", "--verify", "--end-of-options", peeled]);
  const name = lineOf(answer.stdout);
  return answer.done && isCommitName(name) ? name : undefined;
}

function isCommitName(text: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(text);
}
