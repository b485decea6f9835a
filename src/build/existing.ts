import { lstatSync, readFileSync, type BigIntStats } from "node:fs";
import { join } from "node:path";
import { codeOf, reasonOf } from "./reason.ts";

/** What stands at a path of an output folder. */
export type Existing =
  | { readonly kind: "nothing" }
  | { readonly kind: "file"; readonly text: string }
  /** Something that a file cannot replace: a folder, or a file where a folder is needed. */
  | { readonly kind: "taken" }
  /** A symbolic link, at the path or on the way to it; what it leads to is never touched. */
  | { readonly kind: "link" }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Looks at paths of an output folder, relative and with forward slashes. */
export interface Lookout {
  at(path: string): Existing;
  /** Whether two names mean one file, as `A.ts` and `a.ts` do where case does not count. */
  same(left: string, right: string): boolean;
}

/** Folders on the way are looked at once, so a lookout is good for one run. */
export function lookInto(folder: string): Lookout {
  const folders = new Map<string, Existing | "folder">();
  return {
    at: (path) => {
      const onTheWay = folderAt(parentOf(path), folder, folders);
      return onTheWay === "folder" ? fileAt(join(folder, path)) : onTheWay;
    },
    same: (left, right) => {
      const [a, b] = [statsAt(join(folder, left)), statsAt(join(folder, right))];
      return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
    },
  };
}

/** The folder of a relative path; empty for one that lies directly in the output folder. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function folderAt(
  path: string,
  root: string,
  known: Map<string, Existing | "folder">,
): Existing | "folder" {
  if (path === "") return "folder";
  const cached = known.get(path);
  if (cached) return cached;
  const onTheWay = folderAt(parentOf(path), root, known);
  const found = onTheWay === "folder" ? kindOfFolder(join(root, path)) : onTheWay;
  known.set(path, found);
  return found;
}

function kindOfFolder(path: string): Existing | "folder" {
  const stats = statsAt(path);
  if (!stats) return { kind: "nothing" };
  if (stats.isSymbolicLink()) return { kind: "link" };
  return stats.isDirectory() ? "folder" : { kind: "taken" };
}

function fileAt(path: string): Existing {
  try {
    const stats = statsAt(path);
    if (!stats) return { kind: "nothing" };
    if (stats.isSymbolicLink()) return { kind: "link" };
    if (!stats.isFile()) return { kind: "taken" };
    return { kind: "file", text: readFileSync(path, "utf8") };
  } catch (error) {
    return { kind: "unreadable", reason: reasonOf(error) };
  }
}

function statsAt(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true });
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}
