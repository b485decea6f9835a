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
  const known = new Map<string, readonly string[] | undefined>();
  const placeOf: Places = (path) => {
    if (!known.has(path)) known.set(path, find(path));
    return known.get(path);
  };
  const find: Places = (path) => {
    const parent = dirname(path);
    const above = parent === path ? undefined : placeOf(parent);
    return above ? [...above, basename(path)] : below(top, disk.realPath(path));
  };
  return placeOf;
}

function below(top: string, path: string): readonly string[] | undefined {
  if (path === top) return [];
  const start = top.endsWith(sep) ? top : `${top}${sep}`;
  return path.startsWith(start) ? relative(top, path).split(sep) : undefined;
}
