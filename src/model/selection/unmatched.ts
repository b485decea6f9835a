/** Patterns that match nothing, and what was probably meant. */
import { diagnose, type Diagnostic, suggest } from "../../diagnostics/index.ts";
import { readNamespace } from "../namespace.ts";
import type { CimClass } from "../schema.ts";
import { type ClassPattern, isLike, type Pattern } from "./pattern.ts";

/** A selection, its patterns understood. */
export interface Patterns {
  readonly include: readonly ClassPattern[];
  readonly exclude: readonly ClassPattern[];
  readonly namespaces: readonly Pattern[];
}

/**
 * Reports patterns that match nothing. Those of wanted classes have to match in one of the
 * wanted namespaces; one that excludes may be about classes that are not wanted anyway.
 */
export function unmatched(
  { include, exclude, namespaces }: Patterns,
  classes: readonly CimClass[],
): readonly Diagnostic[] {
  const unknown = without(namespaces, classes).map((pattern) => {
    const meant = nearestNamespace(pattern, classes);
    return diagnose("no-such-namespace", { pattern: pattern.text, meant });
  });
  const there = namespaces.length === 0 ? classes : classes.filter(matchedBy(namespaces));
  // Where a namespace is misspelt, it is not known which classes are missing.
  const missing = unknown.length > 0 ? [] : without(include, there);
  return [
    ...unknown,
    ...missing.map((pattern) => {
      const where = namespaces.map(({ text }) => text);
      const meant = nearestClass(pattern, there);
      return diagnose("no-class-matches", { pattern: pattern.text, namespaces: where, meant });
    }),
    ...without(exclude, classes).map((pattern) => {
      const meant = nearestClass(pattern, classes);
      return diagnose("nothing-to-exclude", { pattern: pattern.text, meant });
    }),
  ];
}

/** Whether one of some patterns matches. */
export function matchedBy(patterns: readonly Pattern[]): (cls: CimClass) => boolean {
  return (cls) => patterns.some(({ matches }) => matches(cls));
}

function without<P extends Pattern>(patterns: readonly P[], classes: readonly CimClass[]): P[] {
  return patterns.filter(({ matches }) => !classes.some(matches));
}

function nearestNamespace({ text }: Pattern, classes: readonly CimClass[]): string | undefined {
  const wanted = readNamespace(text, { namespace: "" }).namespace.toLowerCase();
  const name = wanted.replace(/\/\*\*$/, "");
  const known = spellings(classes.map(({ namespace }) => namespace));
  const names = [...known.keys()];
  const meant = suggest(name, names) ?? names.find((each) => each.endsWith(`/${name}`));
  return meant === undefined ? undefined : known.get(meant);
}

function nearestClass(pattern: ClassPattern, classes: readonly CimClass[]): string | undefined {
  const { namespace, name } = pattern;
  if (!namespace) return nearestName(name, classes);
  const there = classes.filter(namespace.matches);
  if (there.length > 0) {
    const meant = nearestName(name, there);
    return meant === undefined ? undefined : `${namespace.text}:${meant}`;
  }
  const meant = nearestNamespace(namespace, classes);
  return meant === undefined ? undefined : `${meant}:${name}`;
}

/** A name that is near, or the pattern with the stars that somebody left out. */
function nearestName(pattern: string, classes: readonly CimClass[]): string | undefined {
  const known = spellings(classes.map(({ name }) => name));
  const names = [...known.keys()];
  const count = (text: string): number => names.filter((name) => isLike(name, text)).length;
  const beginning = pattern.replace(/\**$/, "*");
  if (count(beginning) > 1) return beginning;
  const meant = suggest(pattern.replaceAll(/[*?]/g, "").toLowerCase(), names);
  if (meant !== undefined) return known.get(meant);
  const within = beginning.replace(/^\**/, "*");
  return count(within) > 0 ? within : undefined;
}

/** By their form in lower case, each as it was written first. */
function spellings(texts: readonly string[]): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const text of texts) {
    const key = text.toLowerCase();
    if (!known.has(key)) known.set(key, text);
  }
  return known;
}
