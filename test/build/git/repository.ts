import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import { readSchemaAt, RevisionError, type SchemaOptions } from "../../../src/build/index.ts";
import type { ReadSchemaAtOptions } from "../../../src/build/index.ts";
import { positionAt } from "../../../src/source/index.ts";
import { contentsOf, type Contents, fill, folderWith } from "../folder.ts";

/** Nothing of the user's own configuration counts; who commits is always the same. */
const configuration: Readonly<Record<string, string>> = {
  "user.name": "Nobody",
  "user.email": "nobody@example.com",
  "commit.gpgsign": "false",
  "tag.gpgsign": "false",
  "init.defaultBranch": "main",
  "core.autocrlf": "false",
  "protocol.file.allow": "always",
};

/** Runs git as the tests need it, and the code under test as well. */
export function isolateGit(): void {
  vi.stubEnv("GIT_CONFIG_GLOBAL", "/dev/null");
  vi.stubEnv("GIT_CONFIG_NOSYSTEM", "1");
  vi.stubEnv("GIT_DIR", undefined);
  const entries = Object.entries(configuration);
  vi.stubEnv("GIT_CONFIG_COUNT", String(entries.length));
  for (const [index, [key, value]] of entries.entries()) {
    vi.stubEnv(`GIT_CONFIG_KEY_${index}`, key);
    vi.stubEnv(`GIT_CONFIG_VALUE_${index}`, value);
  }
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

/** What git says; it has to succeed. */
export function git(folder: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync("git", args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  return stdout.trimEnd();
}

/** A new repository with one commit of these files. */
export function repositoryWith(contents: Contents): string {
  isolateGit();
  const folder = folderWith();
  git(folder, "init", "--quiet");
  commit(folder, contents);
  return folder;
}

/** Commits all that is in the working tree, and these files; gives the commit. */
export function commit(folder: string, contents: Contents = {}): string {
  fill(folder, contents);
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--allow-empty", "--message", "A change");
  return git(folder, "rev-parse", "HEAD");
}

/** A class, as the text of a file. */
export function classes(...names: readonly string[]): string {
  return names.map((name) => `class ${name} {};\n`).join("");
}

/** What a revision holds: its classes with their files, and what there is to say. */
export interface Read {
  readonly classes: readonly string[];
  readonly said: readonly string[];
}

export async function readAt(
  workingFolder: string,
  sources: readonly string[],
  at: ReadSchemaAtOptions,
  options: Partial<SchemaOptions> = {},
): Promise<Read> {
  const before = stateOf(workingFolder);
  const { value, diagnostics } = await readSchemaAt({ workingFolder, sources, ...options }, at);
  const after = stateOf(workingFolder);
  if (JSON.stringify(before) !== JSON.stringify(after)) throw new Error("something was changed");
  const declared = value.schema.classes.filter(({ builtin }) => !builtin);
  return {
    classes: declared.map((cls) => `${cls.location.source.name}: ${cls.name}`).toSorted(),
    said: diagnostics.map(({ code, location, message }) => {
      if (!location) return `${code}: ${message}`;
      const { line } = positionAt(location.source, location.span.start);
      return `${location.source.name}:${line} ${code}: ${message}`;
    }),
  };
}

/** Why a revision cannot be read. */
export async function refusalOf(
  workingFolder: string,
  sources: readonly string[],
  at: ReadSchemaAtOptions,
  options: Partial<SchemaOptions> = {},
): Promise<string> {
  try {
    await readSchemaAt({ workingFolder, sources, ...options }, at);
  } catch (error) {
    if (error instanceof RevisionError) return `${error.kind}: ${error.message}`;
    throw error;
  }
  return "it was read";
}

/** All that reading a revision must leave alone: working tree, index, refs and objects. */
function stateOf(folder: string): unknown {
  const top = git(folder, "rev-parse", "--show-toplevel");
  return {
    status: git(folder, "--no-optional-locks", "status", "--porcelain", "--ignored"),
    worktrees: git(folder, "worktree", "list"),
    refs: git(folder, "for-each-ref"),
    files: contentsOf(join(top)),
  };
}
