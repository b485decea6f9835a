import { join, normalize, parse, sep } from "node:path";
import { globSync } from "tinyglobby";
import { byForwardSlashes } from "./by-forward-slashes.ts";
import { kindOf } from "./kind-of.ts";

/**
 * Files that a pattern with wildcards matches, in any case. As below a folder that is named
 * itself, `node_modules`, folders that begin with a dot and links to folders are left out
 * unless the pattern names them.
 *
 * @param pattern - an absolute path
 */
export function filesMatching(pattern: string): readonly string[] {
  let base = parse(pattern).root;
  const parts = pattern.slice(base.length).split(sep);
  // Searched from the last folder that is named: it may be called `x (1)`, or lie on another drive.
  while (parts.length > 1 && kindOf(join(base, parts[0] ?? "")) === "folder") {
    base = join(base, parts.shift() ?? "");
  }
  const found = globSync(parts.join("/"), {
    cwd: base,
    absolute: true,
    caseSensitiveMatch: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ["**/node_modules/**"],
  });
  return found.map((path) => normalize(path)).sort(byForwardSlashes);
}
