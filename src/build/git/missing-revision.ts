import { suggest } from "../../diagnostics/index.ts";
import { fetchCommand } from "./fetch-command.ts";
import type { Repository } from "./repository.ts";
import { RevisionError } from "./revision-error.ts";
import { lineOf } from "./run-git.ts";
import { shown } from "./shown.ts";
import type { WantedRevision } from "./wanted-revision.ts";

/** Why there is no such commit, and what to do. */
export function missingRevision(
  repository: Repository,
  { revision, mergeBase = false }: WantedRevision,
): RevisionError {
  const name = shown(revision);
  if (isObject(repository, revision)) {
    return new RevisionError("usage", `${name} is no commit; name a branch, a tag or a commit`);
  }
  const refs = refsOf(repository);
  const sameElsewhere = refs.find((ref) => ref.endsWith(`/${revision}`));
  if (sameElsewhere === undefined && repository.shallow) {
    const { command, as } = fetchCommand(repository, revision, mergeBase);
    const fetched = as === undefined ? "fetches it" : `fetches it as ${as}`;
    const sentence = `${name} is not in this shallow clone; \`${command}\` ${fetched}`;
    return new RevisionError("no-answer", sentence);
  }
  const [base = ""] = revision.split(/[~^@:]/, 1);
  const similar = sameElsewhere ?? suggest(base, refs);
  const what =
    similar !== undefined && similar !== base
      ? `did you mean ${shown(similar)}?`
      : "`git fetch --all --tags` fetches what the remote repository has";
  return new RevisionError("usage", `no branch, tag or commit is called ${name}; ${what}`);
}

/** Why a revision and `HEAD` have no commit in common. */
export function noMergeBase({ shallow }: Repository, revision: string): RevisionError {
  const name = shown(revision);
  if (shallow) {
    const sentence = `this shallow clone ends before what ${name} and HEAD have in common; \`git fetch --unshallow\` fetches the rest`;
    return new RevisionError("no-answer", sentence);
  }
  const sentence = `${name} and HEAD have no commit in common; compare with ${name} itself`;
  return new RevisionError("usage", sentence);
}

/** Whether git knows something of this name that is no commit. A whole id is a name of anything. */
function isObject({ git }: Repository, revision: string): boolean {
  if (revision.includes("\0")) return false;
  const input = `${revision.replaceAll("\n", " ")}\n`;
  const answer = git(["cat-file", "--batch-check"], { input });
  return /^[0-9a-f]{40,64} (?:tree|blob|tag) \d+$/.test(lineOf(answer.stdout));
}

function refsOf({ git }: Repository): readonly string[] {
  const folders = ["refs/heads", "refs/tags", "refs/remotes"];
  const answer = git(["for-each-ref", "--format=%(refname:short)", ...folders]);
  return lineOf(answer.stdout).split("\n");
}
