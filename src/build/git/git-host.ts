import { isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import type { FolderEntry, Host } from "../../parse/index.ts";
import { byForwardSlashes } from "../by-forward-slashes.ts";
import { filesMatching } from "../files-matching.ts";
import { nodeHost } from "../host.ts";
import type { Blob } from "./blobs.ts";
import type { FoundCommit } from "./commit-of.ts";
import { entriesFor } from "./entries-for.ts";
import { locate, repositoryAt, type Located } from "./repository.ts";
import type { GitContext } from "./run-git.ts";

/**
 * The files of a commit under the paths that they have in the working copy. What lies outside
 * of the repository is read from the disk.
 *
 * @param git - the working folder, which relative paths and the names shown to people start from
 */
export function gitHost(git: GitContext, { root, prefix, commit }: FoundCommit): Host {
  const disk = nodeHost(git.folder);
  const folder = resolve(git.folder);
  const repository = repositoryAt({ ...git, folder: root }, commit);
  /** The path from the root of the repository, `undefined` outside of it. */
  const inside = (path: string): string | undefined => {
    const fromFolder = relative(folder, resolve(folder, path));
    if (isAbsolute(fromFolder)) return undefined;
    const found = posix.join(prefix, fromFolder.split(sep).join("/"));
    if (found === ".." || found.startsWith("../")) return undefined;
    return found === "." ? "" : found;
  };
  /** What a path inside the repository leads to; `false` outside of it. */
  const look = (path: string): Located | undefined | false => {
    const found = inside(path);
    return found === undefined ? false : locate(repository, found);
  };
  return {
    ...disk,
    kindOf(path) {
      const found = look(path);
      return found === false ? disk.kindOf(path) : found?.entry.kind;
    },
    readFile(path) {
      const found = look(path);
      if (found === false) return disk.readFile(path);
      if (!found) throw new Error("it does not exist in the revision");
      const { entry } = found;
      if (entry.kind === "folder") throw new Error("it is a folder");
      return found.repository.blobs.read(entry, nearby(found));
    },
    entriesIn(path) {
      const found = look(path);
      return found === false ? disk.entriesIn(path) : kindsIn(found);
    },
    filesBelow(path, endings) {
      if (inside(path) === undefined) return disk.filesBelow(path, endings);
      return filesBelow(resolve(folder, path), endings, look);
    },
    filesMatching(pattern) {
      const absolute = resolve(folder, sep === "/" ? pattern.replaceAll("\\", "/") : pattern);
      if (inside(absolute) === undefined) return disk.filesMatching(pattern);
      const list = (path: string): ReturnType<typeof entriesFor> => entriesFor(look(path));
      const kindOf = (path: string): FolderEntry["kind"] | undefined => {
        const found = look(path);
        return found ? found.entry.kind : undefined;
      };
      return filesMatching(absolute, { kindOf, list });
    },
    identity(path) {
      const found = look(path);
      if (!found) return disk.identity(path);
      return join(found.repository.git.folder, ...found.path.split("/"));
    },
  };
}

/** Files of the same folder and ending: a schema includes many of them one after the other. */
function* nearby({ repository, path }: Located): Iterable<Blob> {
  const folder = posix.dirname(path);
  const ending = posix.extname(path);
  for (const name of repository.tree.names.get(folder === "." ? "" : folder) ?? []) {
    if (posix.extname(name) !== ending) continue;
    const entry = repository.tree.entries.get(folder === "." ? name : `${folder}/${name}`);
    if (entry?.kind === "file") yield entry;
  }
}

function kindsIn(found: Located | undefined): readonly FolderEntry[] {
  return entriesFor(found).flatMap(({ name, target }): FolderEntry[] =>
    target ? [{ name, kind: target.entry.kind }] : [],
  );
}

/** As on a disk: `node_modules`, folders that begin with a dot and links to folders are left out. */
function filesBelow(
  folder: string,
  endings: readonly string[],
  look: (path: string) => Located | undefined | false,
): readonly string[] {
  const files: string[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const { name, isLink, target } of entriesFor(look(next))) {
      const path = join(next, name);
      if (target?.entry.kind === "folder") {
        if (!isLink && name !== "node_modules" && !name.startsWith(".")) folders.push(path);
      } else if (target && endings.some((ending) => name.toLowerCase().endsWith(ending))) {
        files.push(path);
      }
    }
  }
  return files.sort(byForwardSlashes);
}
