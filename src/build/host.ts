import { readdirSync, realpathSync, type Dirent } from "node:fs";
import { platform } from "node:os";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { FolderEntry, Host } from "../parse/index.ts";
import { byForwardSlashes } from "./by-forward-slashes.ts";
import { filesMatching } from "./files-matching.ts";
import { isRegularFile, kindOf } from "./kind-of.ts";
import { readSource } from "./read-source.ts";

/**
 * The file system of this computer.
 *
 * @param workingFolder - what relative paths and the names shown to people start from
 */
export function nodeHost(workingFolder: string): Host {
  const root = resolve(workingFolder);
  return {
    kindOf: (path) => kindOf(resolve(root, path)),
    readFile: (path) => readSource(resolve(root, path)),
    entriesIn: (folder) => entriesIn(resolve(root, folder)),
    filesBelow: (folder, ending) => filesBelow(resolve(root, folder), ending),
    filesMatching: (pattern) => filesMatching(resolve(root, withOwnSeparators(pattern))),
    resolve: (from, path) => resolve(root, from, withOwnSeparators(path)),
    folderOf: (path) => dirname(resolve(root, path)),
    nameOf: (path) => basename(resolve(root, path)),
    display: (path) => display(root, path),
    identity: (path) => identity(resolve(root, path)),
  };
}

/** A path as people see it: relative to a folder where that is shorter, with forward slashes. */
function display(root: string, path: string): string {
  const absolute = resolve(root, path);
  const fromRoot = relative(root, absolute) || ".";
  const shorter = isAbsolute(fromRoot) || fromRoot.length > absolute.length ? absolute : fromRoot;
  return sep === "/" ? shorter : shorter.replaceAll(sep, "/");
}

/**
 * `node_modules`, folders that begin with a dot and symbolic links to folders are left out.
 * A folder that cannot be opened is among the files, so that reading it tells the reason.
 */
function filesBelow(folder: string, ending: string): readonly string[] {
  const files: string[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const entries = entriesOf(next);
    if (!entries) files.push(next);
    for (const entry of entries ?? []) {
      const path = join(next, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== "node_modules" && !entry.name.startsWith(".")) folders.push(path);
      } else if (entry.name.toLowerCase().endsWith(ending)) {
        if (entry.isFile() || isLinkToFile(entry, path)) files.push(path);
      }
    }
  }
  return files.sort(byForwardSlashes);
}

/** What stands in a folder; a link stands for what it leads to. */
function entriesIn(folder: string): readonly FolderEntry[] {
  return (entriesOf(folder) ?? []).flatMap((entry): FolderEntry[] => {
    const { name } = entry;
    if (entry.isDirectory()) return [{ name, kind: "folder" }];
    const kind = entry.isSymbolicLink() ? kindOf(join(folder, name)) : "file";
    return kind ? [{ name, kind }] : [];
  });
}

function entriesOf(folder: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

function isLinkToFile(entry: Dirent, path: string): boolean {
  try {
    return entry.isSymbolicLink() && isRegularFile(path);
  } catch {
    // Something that is there but out of reach: reading it tells the reason.
    return true;
  }
}

/** MOF files written on Windows include each other with backslashes. */
function withOwnSeparators(path: string): string {
  return sep === "/" ? path.replaceAll("\\", "/") : path;
}

function identity(path: string): string {
  const real = realPath(path);
  const ignoresCase = sep === "\\" || platform() === "darwin";
  return ignoresCase ? real.toLowerCase() : real;
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
