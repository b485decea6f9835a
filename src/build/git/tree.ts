import { RevisionError } from "./revision-error.ts";
import { runGit, type GitContext } from "./run-git.ts";

/** Something in a tree: a file, a symbolic link, a folder, or another repository. */
export type TreeEntry =
  | { readonly kind: "file"; readonly id: string; readonly size: number }
  | { readonly kind: "link"; readonly id: string; readonly size: number }
  | { readonly kind: "folder" }
  | { readonly kind: "submodule"; readonly commit: string };

/** All that a commit holds, by path from the root of the repository with slashes. */
export interface Tree {
  readonly entries: ReadonlyMap<string, TreeEntry>;
  /** Names in each folder; the root is the empty path. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/** Lists a commit. */
export function readTree(git: GitContext, commit: string): Tree {
  const listed = runGit(git, ["ls-tree", "-r", "-z", "-l", "--full-tree", commit]);
  if (!listed.ok) {
    throw new RevisionError("no-answer", `git cannot list ${commit}: ${listed.complaint}`);
  }
  const entries = new Map<string, TreeEntry>();
  const names = new Map<string, string[]>([["", []]]);
  for (const line of listed.bytes.toString("utf8").split("\0")) {
    const [, mode, id = "", size, path] = LINE.exec(line) ?? [];
    if (path === undefined) continue;
    addFolders(path, entries, names);
    entries.set(path, entryOf(mode, id, Number(size) || 0));
    names.get(folderOf(path))?.push(path.slice(path.lastIndexOf("/") + 1));
  }
  return { entries, names };
}

/** `<mode> <type> <id> <size>\t<path>` */
const LINE = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.+)$/su;

function entryOf(mode: string | undefined, id: string, size: number): TreeEntry {
  if (mode === "160000") return { kind: "submodule", commit: id };
  return { kind: mode === "120000" ? "link" : "file", id, size };
}

function addFolders(
  path: string,
  entries: Map<string, TreeEntry>,
  names: Map<string, string[]>,
): void {
  const folder = folderOf(path);
  if (folder === "" || entries.has(folder)) return;
  addFolders(folder, entries, names);
  entries.set(folder, { kind: "folder" });
  names.set(folder, []);
  names.get(folderOf(folder))?.push(folder.slice(folder.lastIndexOf("/") + 1));
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
