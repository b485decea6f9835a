import { join, normalize, parse, sep } from "node:path";
import { type FileSystemAdapter, globSync } from "tinyglobby";
import { byForwardSlashes } from "./by-forward-slashes.ts";
import { disk } from "./disk.ts";
import type { Files } from "./files.ts";

/**
 * Files that a pattern with wildcards matches, in any case. As below a folder that is named
 * itself, `node_modules`, folders that begin with a dot and links to folders are left out
 * unless the pattern names them.
 *
 * @param pattern - an absolute path
 */
export function filesMatching(pattern: string, files: Files = disk): readonly string[] {
  let base = parse(pattern).root;
  const parts = pattern.slice(base.length).split(sep);
  // Searched from the last folder that is named: it may be called `x (1)`, or lie on another drive.
  while (parts.length > 1 && files.lookAt(join(base, parts[0] ?? ""))?.kind === "folder") {
    base = join(base, parts.shift() ?? "");
  }
  const found = globSync(parts.join("/"), {
    cwd: base,
    absolute: true,
    caseSensitiveMatch: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ["**/node_modules/**"],
    ...(files !== disk && { fs: adapterOf(files) }),
  });
  return found.map((path) => normalize(path)).sort(byForwardSlashes);
}

/** As much of Node's file system as is asked for when links are not followed. */
function adapterOf(files: Files): FileSystemAdapter {
  const readdirSync = (folder: string) => files.entriesOf(normalize(folder)) ?? [];
  // Of Node's many signatures only this one is used, and of an entry its name and its kind.
  return { readdirSync: readdirSync as unknown as NonNullable<FileSystemAdapter["readdirSync"]> };
}
