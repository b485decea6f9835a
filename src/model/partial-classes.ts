/** Partial classes, such as pages of single methods: which class each of them is a part of. */
import { addTo } from "./add-to.ts";
import type { DeclaredClass } from "./declared.ts";
import { homesOf } from "./homes.ts";
import { identityOf } from "./namespace.ts";

/** Partial declarations, in the order of the documents. */
export type FoundPartials = Map<DeclaredClass, FoundPartial>;

/** What is known of a partial declaration. */
export interface FoundPartial {
  /** By its own name and the namespace in force. */
  readonly identity: string;
  /** Whether a pragma states that namespace. */
  readonly stated: boolean;
}

const NONE: ReadonlyMap<string, readonly DeclaredClass[]> = new Map();

/**
 * Finds the class of each partial declaration: that of its identity; otherwise, where it states
 * no namespace, the only class of its name. Where there is no class, one without qualifiers
 * and without a superclass is added to `classes`.
 *
 * @returns the partial declarations by the identity of their class
 */
export function joinPartials(
  classes: Map<string, DeclaredClass[]>,
  found: FoundPartials,
): ReadonlyMap<string, readonly DeclaredClass[]> {
  if (found.size === 0) return NONE;
  for (const [partial, { identity, stated }] of found) {
    if (stated && !classes.has(identity)) classes.set(identity, [classOf(partial)]);
  }
  const homes = homesOf(classes);
  const joined = new Map<string, DeclaredClass[]>();
  for (const [partial, { identity }] of found) {
    const [home, ...others] = homes.get(partial.node.name.text.toLowerCase()) ?? [];
    if (classes.has(identity) || !home || others.length > 0) {
      if (!classes.has(identity)) classes.set(identity, [classOf(partial)]);
      addTo(joined, identity, partial);
    } else {
      const { namespace } = home;
      addTo(joined, identityOf(namespace, partial.node.name.text), { ...partial, namespace });
    }
  }
  return joined;
}

/** A class that nobody declares whole: all its features are those of its parts. */
function classOf({ node: { name, start, end }, ...declared }: DeclaredClass): DeclaredClass {
  const node = { kind: "class", qualifiers: [], name, features: [], start, end } as const;
  return { ...declared, node };
}
