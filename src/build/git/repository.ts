import { resolve } from "node:path";
import { visible } from "../../diagnostics/index.ts";
import { disk } from "../disk.ts";
import { RevisionError } from "./revision-error.ts";
import { complaintOf, type Git, type GitAnswer, gitIn, lineOf } from "./run-git.ts";
import { shown } from "./shown.ts";

/** A repository with a working tree. */
export interface Repository {
  /** The folder of the working tree, without links. */
  readonly top: string;
  /** Whether its history was cut off. */
  readonly shallow: boolean;
  readonly git: Git;
}

/**
 * The repository that a folder lies in.
 *
 * @throws RevisionError when there is none, or git does not want to read it
 */
export function openRepository(folder: string): Repository {
  const git = gitIn(folder);
  const questions = ["--is-bare-repository", "--is-shallow-repository", "--show-toplevel"];
  const answer = git(["rev-parse", ...questions]);
  const [bare, shallow, ...top] = lineOf(answer.stdout).split("\n");
  if (answer.done) {
    return { top: disk.realPath(resolve(top.join("\n"))), shallow: shallow === "true", git };
  }
  throw distrust(folder, answer) ?? refusal(folder, bare === "true", answer);
}

/** Why git does not read what belongs to somebody else; `undefined` when it said nothing of the kind. */
export function distrust(folder: string, answer: GitAnswer): RevisionError | undefined {
  const remedy = /git config --global --add safe\.directory .+/.exec(answer.stderr)?.[0];
  if (remedy === undefined) return undefined;
  const sentence = `git does not read the repository of ${shown(folder)}, which belongs to somebody else; \`${visible(remedy)}\` allows it`;
  return new RevisionError("no-answer", sentence);
}

function refusal(folder: string, bare: boolean, answer: GitAnswer): RevisionError {
  const name = shown(folder);
  if (bare) {
    const sentence = `${name} is in a bare repository, which has no files of its own to compare; use a clone or a worktree of it`;
    return new RevisionError("usage", sentence);
  }
  if (answer.stderr.includes("must be run in a work tree")) {
    const sentence = `${name} is in git's own folder; use a folder of the working tree`;
    return new RevisionError("usage", sentence);
  }
  if (/not a git repository|cannot change to/.test(answer.stderr)) {
    const sentence = `${name} is not in a git repository, which has to hold the revision; use a folder of one`;
    return new RevisionError("usage", sentence);
  }
  return new RevisionError("no-answer", `git cannot read ${name}: ${shown(complaintOf(answer))}`);
}
