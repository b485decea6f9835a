import { basename, dirname, relative, sep } from "node:path";
import { disk } from "../disk.ts";

/**
 * The way from the top of a working tree to a path, name by name; `undefined` for what lies
 * outside. Links that lead to the working tree or into it count, those within it do not: where
 * they lead to is a matter of the commit.
 */
export type Places = (path: string) => readonly string[] | undefined;

/** @param top - the folder of the working tree, without links */
export function placesIn(top: string): Places {
  const folders = new Map<string, readonly string[] | undefined>();
  const ofFolder: Places = (path) => {
    if (!folders.has(path)) folders.set(path, of(path));
    return folders.get(path);
  };
  const of: Places = (path) => {
    const parent = dirname(path);
    const above = parent === path ? undefined : ofFolder(parent);
    if (above) return [...above, basename(path)];
    return below(top, disk.realPath(path));
  };
  return of;
}

function below(top: string, path: string): readonly string[] | undefined {
  if (path === top) return [];
  const start = top.endsWith(sep) ? top : `${top}${sep}`;
  return path.startsWith(start) ? relative(top, path).split(sep) : undefined;
}
