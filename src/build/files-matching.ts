import { normalize, sep } from "node:path";
import { globSync } from "tinyglobby";
import { byForwardSlashes } from "./by-forward-slashes.ts";

/**
 * Files that a pattern with wildcards matches, in any case. As below a folder that is named
 * itself, `node_modules`, folders that begin with a dot and links to folders are left out
 * unless the pattern names them.
 *
 * @param pattern - an absolute path
 */
export function filesMatching(pattern: string): readonly string[] {
  const parts = pattern.split(sep);
  const first = parts.findIndex((part) => /[*?[{(]/.test(part));
  // Searched from the last folder that is named: the pattern may lie on another drive.
  const base = `${parts.slice(0, first).join(sep)}${sep}`;
  const found = globSync(parts.slice(first).join("/"), {
    cwd: base,
    absolute: true,
    caseSensitiveMatch: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ["**/node_modules/**"],
  });
  return found.map((path) => normalize(path)).sort(byForwardSlashes);
}
