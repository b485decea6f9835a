import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { folderWith } from "../build/folder.ts";

/** Git without the settings of whoever runs the tests. */
export const environment: Readonly<Record<string, string>> = {
  PATH: process.env["PATH"] ?? "",
  HOME: "/nonexistent",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "A",
  GIT_AUTHOR_EMAIL: "a@example.org",
  GIT_COMMITTER_NAME: "A",
  GIT_COMMITTER_EMAIL: "a@example.org",
  GIT_CONFIG_COUNT: "2",
  GIT_CONFIG_KEY_0: "init.defaultBranch",
  GIT_CONFIG_VALUE_0: "main",
  GIT_CONFIG_KEY_1: "protocol.file.allow",
  GIT_CONFIG_VALUE_1: "always",
};

/** Texts by path. */
export type Contents = Readonly<Record<string, string | Uint8Array>>;

/** A repository in a folder that is gone when the test is over. */
export class TestRepository {
  readonly folder: string;

  constructor(folder: string = folderWith({})) {
    this.folder = folder;
    if (this.#isNew()) this.git("init", "--quiet");
  }

  #isNew(): boolean {
    try {
      return this.git("rev-parse", "--show-toplevel").trim() !== this.folder;
    } catch {
      return true;
    }
  }

  /** Runs git and returns what it printed. */
  git(...args: readonly string[]): string {
    return execFileSync("git", args, {
      cwd: this.folder,
      env: environment,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  write(contents: Contents): this {
    for (const [path, text] of Object.entries(contents)) {
      const file = join(this.folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return this;
  }

  /** Writes files and commits all that has changed. */
  commit(contents: Contents = {}): this {
    this.write(contents);
    this.git("add", "--all");
    this.git("commit", "--quiet", "--allow-empty", "--message", "x");
    return this;
  }

  /** What must not change by reading: the working copy, the index, worktrees and branches. */
  state(): string {
    return [
      this.git("status", "--porcelain", "--ignored"),
      this.git("worktree", "list"),
      this.git("for-each-ref"),
      this.git("stash", "list"),
    ].join("\n");
  }
}
