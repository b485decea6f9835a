import { join, normalize, parse, sep } from "node:path";
import { globSync, type FileSystemAdapter } from "tinyglobby";
import { byForwardSlashes } from "./by-forward-slashes.ts";
import { kindOf } from "./kind-of.ts";

/** Files that lie somewhere else than on a disk. */
export interface OtherFiles {
  kindOf(path: string): "file" | "folder" | undefined;
  list(folder: string): readonly OtherEntry[];
}

/** Something in a folder; behind a link it is not known to be a folder. */
export interface OtherEntry {
  readonly name: string;
  readonly isLink: boolean;
  readonly target: { readonly entry: { readonly kind: "file" | "folder" } } | undefined;
}

/**
 * Files that a pattern with wildcards matches, in any case. As below a folder that is named
 * itself, `node_modules`, folders that begin with a dot and links to folders are left out
 * unless the pattern names them.
 *
 * @param pattern - an absolute path
 * @param others - where to look instead of on the disk
 */
export function filesMatching(pattern: string, others?: OtherFiles): readonly string[] {
  const kind = others ? (path: string) => others.kindOf(path) : kindOf;
  let base = parse(pattern).root;
  const parts = pattern.slice(base.length).split(sep);
  // Searched from the last folder that is named: it may be called `x (1)`, or lie on another drive.
  while (parts.length > 1 && kind(join(base, parts[0] ?? "")) === "folder") {
    base = join(base, parts.shift() ?? "");
  }
  const found = globSync(parts.join("/"), {
    cwd: base,
    absolute: true,
    caseSensitiveMatch: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ["**/node_modules/**"],
    ...(others && { fs: adapterOf(others) }),
  });
  return found.map((path) => normalize(path)).sort(byForwardSlashes);
}

/** Of a file system the search lists folders only. */
function adapterOf(others: OtherFiles): FileSystemAdapter {
  const readdirSync = (folder: string): readonly object[] =>
    others.list(folder).map(({ name, isLink, target }) => ({
      name,
      isDirectory: () => !isLink && target?.entry.kind === "folder",
      isFile: () => !isLink && target?.entry.kind === "file",
      isSymbolicLink: () => isLink,
    }));
  // The overloads of Node's function cannot be met by one that knows a single way to be called.
  return { readdirSync } as unknown as FileSystemAdapter;
}
