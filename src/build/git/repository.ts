import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { blobsOf, type Blobs } from "./blobs.ts";
import { RevisionError } from "./revision-error.ts";
import { runGit, type GitContext } from "./run-git.ts";
import { readTree, type Tree, type TreeEntry } from "./tree.ts";

/** A commit of a repository, and what it holds. */
export interface Repository {
  readonly git: GitContext;
  readonly tree: Tree;
  readonly blobs: Blobs;
  /** Other repositories inside it, by path; `undefined` for one that is not checked out. */
  readonly submodules: Map<string, Repository | undefined>;
}

/** What a path leads to, behind links and inside submodules. */
export interface Located {
  readonly repository: Repository;
  readonly path: string;
  readonly entry: Exclude<TreeEntry, { readonly kind: "link" | "submodule" }>;
}

/** Opens a commit. */
export function repositoryAt(git: GitContext, commit: string): Repository {
  return { git, tree: readTree(git, commit), blobs: blobsOf(git), submodules: new Map() };
}

/** As many links may lead to one another. */
const MOST_LINKS = 40;

/**
 * Follows a path from the root of a repository; one that leaves it leads nowhere.
 *
 * @param path - with slashes, without `.` and `..`
 * @throws RevisionError when it leads into a submodule that is not there
 */
export function locate(
  repository: Repository,
  path: string,
  links: number = 0,
): Located | undefined {
  if (links > MOST_LINKS) return undefined;
  const parts = path.split("/").filter((part) => part !== "");
  let at = "";
  for (const [index, part] of parts.entries()) {
    at = at === "" ? part : `${at}/${part}`;
    const entry = repository.tree.entries.get(at);
    if (!entry) return undefined;
    const rest = parts.slice(index + 1);
    if (entry.kind === "link") return followLink(repository, at, entry, rest, links);
    if (entry.kind === "submodule") return enter(repository, at, entry.commit, rest, links);
    if (rest.length === 0) return { repository, path: at, entry };
  }
  return { repository, path: at, entry: { kind: "folder" } };
}

function followLink(
  repository: Repository,
  at: string,
  link: { readonly id: string; readonly size: number },
  rest: readonly string[],
  links: number,
): Located | undefined {
  const target = Buffer.from(repository.blobs.read(link)).toString("utf8");
  if (posix.isAbsolute(target) || /^[a-z]:/iu.test(target)) return undefined;
  const path = posix.join(posix.dirname(at), target.replaceAll("\\", "/"), ...rest);
  if (path === ".." || path.startsWith("../")) return undefined;
  return locate(repository, path, links + 1);
}

function enter(
  repository: Repository,
  at: string,
  commit: string,
  rest: readonly string[],
  links: number,
): Located | undefined {
  if (!repository.submodules.has(at)) {
    repository.submodules.set(at, openSubmodule(repository, at, commit));
  }
  const inner = repository.submodules.get(at);
  if (inner) return locate(inner, rest.join("/"), links);
  // As on a disk: an empty folder.
  if (rest.length === 0) return { repository, path: at, entry: { kind: "folder" } };
  throw new RevisionError(
    "no-answer",
    `the submodule ${at} is not checked out; run: git submodule update --init -- ${at}`,
  );
}

function openSubmodule({ git }: Repository, at: string, commit: string): Repository | undefined {
  const folder = join(git.folder, at);
  // Without it git would ask the repository around it.
  if (!existsSync(join(folder, ".git"))) return undefined;
  const inside = { ...git, folder };
  if (!runGit(inside, ["cat-file", "-e", `${commit}^{commit}`]).ok) {
    throw new RevisionError(
      "no-answer",
      `the submodule ${at} does not have the commit ${commit}; run: git -C ${at} fetch origin ${commit}`,
    );
  }
  return repositoryAt(inside, commit);
}
