import { spawnSync } from "node:child_process";
import { parse } from "node:path";
import { codeOf, reasonOf } from "../reason.ts";
import { environmentWith } from "../running-process.ts";
import { RevisionError } from "./revision-error.ts";

/** What git said. */
export interface GitAnswer {
  readonly done: boolean;
  readonly stdout: Buffer;
  /** In English, whatever the language of the user. */
  readonly stderr: string;
}

/**
 * Runs git in a folder, without a shell.
 *
 * @throws RevisionError when git cannot be run at all
 */
export type Git = (args: readonly string[], options?: GitOptions) => GitAnswer;

/** What git is given, and how much of its answer is wanted. */
export interface GitOptions {
  readonly input?: string;
  /** As many bytes are enough: git is stopped when it says more; all of it unless stated. */
  readonly most?: number;
}

/**
 * Nothing is locked, asked for or fetched. A hook's variables name the repository that the hook
 * runs for, which need not be the one that is read, a submodule least of all.
 */
const changes: Readonly<Record<string, string | undefined>> = {
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  GIT_NO_LAZY_FETCH: "1",
  LC_ALL: "C",
  GIT_DIR: undefined,
  GIT_COMMON_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_OBJECT_DIRECTORY: undefined,
  GIT_ALTERNATE_OBJECT_DIRECTORIES: undefined,
  GIT_PREFIX: undefined,
  GIT_GRAFT_FILE: undefined,
  GIT_SHALLOW_FILE: undefined,
  GIT_NAMESPACE: undefined,
};

/** @param folder - an absolute path */
export function gitIn(folder: string): Git {
  return (args, { input, most = Infinity } = {}) => {
    const { status, stdout, stderr, error } = spawnSync(
      "git",
      ["-C", folder, "--no-pager", "-c", "core.fsmonitor=false", ...args],
      {
        // Windows looks for programs in the working folder first; nobody puts one there.
        cwd: parse(folder).root,
        env: environmentWith(changes),
        maxBuffer: most,
        windowsHide: true,
        ...(input !== undefined && { input }),
      },
    );
    if (error && status === null && codeOf(error) !== "ENOBUFS") throw notRun(error);
    return { done: status === 0, stdout, stderr: stderr.toString() };
  };
}

/** The first line of a git answer's complaint. */
export function complaintOf({ stderr }: GitAnswer): string {
  const lines = stderr.split(/\r?\n/).filter((line) => line.trim() !== "");
  const line = lines.find((each) => /^(?:fatal|error): /.test(each)) ?? lines[0];
  return line?.replace(/^(?:fatal|error): /, "") ?? "it gives no reason";
}

/** A text that git ends with a line end. */
export function lineOf(output: Buffer | string): string {
  return output.toString().replace(/\r?\n$/, "");
}

function notRun(error: Error): RevisionError {
  const sentence =
    codeOf(error) === "ENOENT"
      ? "git is not installed or not on the PATH; a revision can be read only with it"
      : `git cannot be run: ${reasonOf(error)}`;
  return new RevisionError("no-answer", sentence);
}
