import type { CimClass } from "../model/index.ts";

/** A class that is gone and the one that may be it under another name or in another namespace. */
export interface Rename {
  readonly before: CimClass;
  readonly after: CimClass;
  readonly moved: boolean;
}

/** How much of the members has to be the same. */
const ALIKE = 0.8;

/** More pairs of one superclass than that are not compared; no schema is edited so. */
const MOST_PAIRS = 250_000;

/**
 * Guesses which removed class is which added one: one of the same name in another namespace,
 * or one with the same superclass whose members are four fifths the same.
 */
export function renames(
  removed: readonly CimClass[],
  added: readonly CimClass[],
): readonly Rename[] {
  if (removed.length * added.length > MOST_PAIRS) return [];
  const free = new Set(added);
  const members = new Map([...removed, ...added].map((cls) => [cls, memberNames(cls)]));
  const found: Rename[] = [];
  for (const before of removed) {
    const moved = [...free].find((after) => same(before.name, after.name));
    const after =
      moved ??
      [...free].find((each) => alike(before, each, members.get(before), members.get(each)));
    if (!after) continue;
    free.delete(after);
    found.push({ before, after, moved: moved !== undefined });
  }
  return found;
}

function same(a: string | undefined, b: string | undefined): boolean {
  return a?.toLowerCase() === b?.toLowerCase();
}

type Names = ReadonlySet<string>;

function memberNames({ ownProperties, ownMethods }: CimClass): Names {
  return new Set([...ownProperties, ...ownMethods].map(({ name }) => name.toLowerCase()));
}

function alike(
  before: CimClass,
  after: CimClass,
  old: Names = new Set(),
  now: Names = new Set(),
): boolean {
  if (!same(before.superclassName, after.superclassName)) return false;
  if (!same(before.namespace, after.namespace)) return false;
  const most = Math.max(old.size, now.size);
  return most > 0 && [...old].filter((name) => now.has(name)).length >= ALIKE * most;
}
