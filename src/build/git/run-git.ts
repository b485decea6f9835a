import { spawnSync } from "node:child_process";
import { codeOf } from "../reason.ts";
import { RevisionError } from "./revision-error.ts";

/** Where git runs, and in what environment. */
export interface GitContext {
  readonly folder: string;
  /** Environment variables; those of this process unless stated. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** What git wrote, and whether it was content. */
export interface GitResult {
  readonly ok: boolean;
  readonly bytes: Buffer;
  /** Standard output as text, without the last line end. */
  readonly text: string;
  readonly complaint: string;
}

/** More than any list of files or batch of them takes. */
const MOST_BYTES = 1024 * 1024 * 1024;

/**
 * Runs git without a shell. It changes nothing, asks nobody and takes no lock.
 *
 * @throws RevisionError when there is no git
 */
export function runGit(
  { folder, environment }: GitContext,
  args: readonly string[],
  input: string = "",
): GitResult {
  const { error, status, stdout, stderr } = spawnSync("git", ["--no-optional-locks", ...args], {
    cwd: folder,
    input,
    maxBuffer: MOST_BYTES,
    windowsHide: true,
    ...(environment && { env: { ...environment, ...quietly } }),
  });
  if (error) throw unableToRun(error);
  return {
    ok: status === 0,
    bytes: stdout,
    // Of a large list the bytes are read, not this.
    get text() {
      return stdout.toString("utf8").replace(/\r?\n$/u, "");
    },
    complaint: stderr.toString("utf8").trim(),
  };
}

const quietly = {
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  GIT_NO_LAZY_FETCH: "1",
  LC_ALL: "C",
};

function unableToRun(error: Error): RevisionError {
  const options = { cause: error };
  if (codeOf(error) === "ENOENT") {
    return new RevisionError(
      "usage",
      "git is needed to read a revision and is not installed, or the working folder is gone",
      options,
    );
  }
  return new RevisionError("no-answer", `git could not be run: ${error.message}`, options);
}
