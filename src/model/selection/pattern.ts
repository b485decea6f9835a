/** What a pattern of classes, or of namespaces, matches. */
import { readNamespace } from "../namespace.ts";
import type { CimClass } from "../schema.ts";

/** A pattern as it was written, and what it means. */
export interface Pattern {
  readonly text: string;
  readonly matches: (cls: CimClass) => boolean;
}

/** A pattern of classes taken apart. */
export interface ClassPattern extends Pattern {
  /** What stands in front of the colon. */
  readonly namespace?: Pattern;
  /** What stands behind it. */
  readonly name: string;
}

/** `CIM_*`, or `root/cimv2:CIM_*` for one namespace. */
export function classPattern(text: string): ClassPattern {
  const colon = text.lastIndexOf(":");
  const name = text.slice(colon + 1).trim();
  const isNamed = (cls: CimClass): boolean => isLike(cls.name, name);
  if (colon < 0) return { text, name, matches: isNamed };
  const namespace = namespacePattern(text.slice(0, colon));
  return { text, name, namespace, matches: (cls) => namespace.matches(cls) && isNamed(cls) };
}

/** A namespace in any spelling, or with a `**` behind it that one and all below it. */
export function namespacePattern(text: string): Pattern {
  const namespace = readNamespace(text, { namespace: "" }).namespace.toLowerCase();
  if (namespace === "**") return { text, matches: () => true };
  const below = namespace.endsWith("/**") ? namespace.slice(0, -"**".length) : undefined;
  return {
    text,
    matches: (cls) => {
      const own = cls.namespace.toLowerCase();
      return below === undefined ? own === namespace : `${own}/`.startsWith(below);
    },
  };
}

/**
 * Whether a name fits a pattern with `*` and `?`, without regard to case. For a regular
 * expression the time could grow with a power of the name's length; a star need not be tried
 * again when a later one has been reached.
 */
export function isLike(name: string, pattern: string): boolean {
  const [read, wanted] = [name.toLowerCase(), pattern.toLowerCase()];
  let [at, next] = [0, 0];
  let [star, again] = [-1, 0];
  while (at < read.length) {
    if (wanted[next] === "*") {
      [star, again] = [next, at];
      next++;
    } else if (wanted[next] === "?" || wanted[next] === read[at]) {
      next++;
      at++;
    } else if (star >= 0) {
      next = star + 1;
      again++;
      at = again;
    } else return false;
  }
  return /^\**$/.test(wanted.slice(next));
}
