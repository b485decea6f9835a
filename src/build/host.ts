import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { FolderEntry, Host } from "../parse/index.ts";
import { byForwardSlashes } from "./by-forward-slashes.ts";
import { disk } from "./disk.ts";
import { filesMatching } from "./files-matching.ts";
import type { Entry, Files } from "./files.ts";
import { ignoresCase } from "./ignores-case.ts";

/**
 * The file system of this computer.
 *
 * @param workingFolder - what relative paths and the names shown to people start from
 */
export function nodeHost(workingFolder: string): Host {
  return hostOver(disk, workingFolder);
}

/** A host with the paths of this computer, whatever holds the files. */
export function hostOver(files: Files, workingFolder: string): Host {
  const root = resolve(workingFolder);
  const absolute = absoluteFrom(root);
  const identity = identities(files);
  /** Files that were looked for are read next; their sizes are known then. */
  const sizes = new Map<string, number>();
  return {
    kindOf: (path) => {
      const found = files.lookAt(absolute(path));
      if (found?.size !== undefined) sizes.set(absolute(path), found.size);
      return found?.kind;
    },
    readFile: (path) => {
      const size = sizes.get(absolute(path));
      sizes.delete(absolute(path));
      return files.read(absolute(path), size);
    },
    entriesIn: (folder) => entriesIn(files, absolute(folder)),
    filesBelow: (folder, endings) => filesBelow(files, absolute(folder), endings),
    filesMatching: (pattern) => filesMatching(resolve(root, withOwnSeparators(pattern)), files),
    resolve: (from, path) => absolute(resolve(absolute(from), withOwnSeparators(path))),
    folderOf: (path) => dirname(absolute(path)),
    nameOf: (path) => basename(absolute(path)),
    display: (path) => display(root, absolute(path)),
    identity: (path) => identity(absolute(path)),
  };
}

/** Makes paths absolute. Those that were made so are known again, since Node would take each apart once more. */
function absoluteFrom(root: string): (path: string) => string {
  const known = new Set<string>();
  return (path) => {
    if (known.has(path)) return path;
    const made = resolve(root, path);
    known.add(made);
    return made;
  };
}

/** A path as people see it: relative to a folder where that is shorter, with forward slashes. */
function display(root: string, absolute: string): string {
  const isBelow = absolute.startsWith(root) && absolute.startsWith(sep, root.length);
  const fromRoot = isBelow
    ? absolute.slice(root.length + sep.length)
    : relative(root, absolute) || ".";
  const shorter = isAbsolute(fromRoot) || fromRoot.length > absolute.length ? absolute : fromRoot;
  return sep === "/" ? shorter : shorter.replaceAll(sep, "/");
}

/**
 * `node_modules`, folders that begin with a dot and symbolic links to folders are left out.
 * A folder that cannot be opened is among the files, so that reading it tells the reason.
 */
function filesBelow(files: Files, folder: string, endings: readonly string[]): readonly string[] {
  const found: string[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const entries = files.entriesOf(next);
    if (!entries) found.push(next);
    for (const entry of entries ?? []) {
      const path = join(next, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== "node_modules" && !entry.name.startsWith(".")) folders.push(path);
      } else if (endings.some((ending) => entry.name.toLowerCase().endsWith(ending))) {
        if (entry.isFile() || isLinkToFile(files, entry, path)) found.push(path);
      }
    }
  }
  return found.sort(byForwardSlashes);
}

/** What stands in a folder; a link stands for what it leads to. */
function entriesIn(files: Files, folder: string): readonly FolderEntry[] {
  return (files.entriesOf(folder) ?? []).flatMap((entry): FolderEntry[] => {
    const { name } = entry;
    if (entry.isDirectory()) return [{ name, kind: "folder" }];
    const kind = entry.isSymbolicLink() ? files.lookAt(join(folder, name))?.kind : "file";
    return kind ? [{ name, kind }] : [];
  });
}

function isLinkToFile(files: Files, entry: Entry, path: string): boolean {
  try {
    return entry.isSymbolicLink() && files.isRegularFile(path);
  } catch {
    // Something that is there but out of reach: reading it tells the reason.
    return true;
  }
}

/** MOF files written on Windows include each other with backslashes. */
function withOwnSeparators(path: string): string {
  return sep === "/" ? path.replaceAll("\\", "/") : path;
}

/** Whether two paths are one file. Thousands of files lie in few folders, so that those are remembered. */
function identities(files: Files): (path: string) => string {
  const realFolders = new Map<string, string>();
  const folderOf = (path: string): string => {
    const folder = dirname(path);
    const real = realFolders.get(folder) ?? files.realPath(folder);
    realFolders.set(folder, real);
    return real;
  };
  return (path) => {
    if (ignoresCase) return files.realPath(path).toLowerCase();
    return files.isLink(path) ? files.realPath(path) : join(folderOf(path), basename(path));
  };
}
