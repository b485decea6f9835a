/** Members by name, without regard to case. */
import type { CimClass, CimMethod, CimProperty } from "./schema.ts";

interface OwnMembers {
  readonly properties: ReadonlyMap<string, CimProperty>;
  readonly methods: ReadonlyMap<string, CimMethod>;
}

/** One index a class, of its own members only: a class that inherits thousands repeats none of them. */
const indexes = new WeakMap<CimClass, OwnMembers>();

/** Keeps the index that a class was built with; without it one is made when it is needed. */
export function rememberMembers(
  cls: CimClass,
  properties: ReadonlyMap<string, CimProperty>,
  methods: ReadonlyMap<string, CimMethod>,
): void {
  indexes.set(cls, { properties, methods });
}

/** The property in effect: the class's own one, otherwise that of the nearest superclass. */
export function findProperty(cls: CimClass | undefined, name: string): CimProperty | undefined {
  const key = name.toLowerCase();
  for (let next = cls; next; next = next.superclass) {
    const found = ownMembers(next).properties.get(key);
    if (found) return found;
  }
  return undefined;
}

/** The method in effect: the class's own one, otherwise that of the nearest superclass. */
export function findMethod(cls: CimClass | undefined, name: string): CimMethod | undefined {
  const key = name.toLowerCase();
  for (let next = cls; next; next = next.superclass) {
    const found = ownMembers(next).methods.get(key);
    if (found) return found;
  }
  return undefined;
}

/**
 * The class that declares a member of another one: what classes its type names is looked up
 * in the namespace of that.
 */
export function declarerOf(cls: CimClass, member: CimProperty | CimMethod): CimClass {
  const key = member.name.toLowerCase();
  for (let next: CimClass | undefined = cls; next; next = next.superclass) {
    const { properties, methods } = ownMembers(next);
    if (member === (member.kind === "property" ? properties : methods).get(key)) return next;
  }
  return cls;
}

function ownMembers(cls: CimClass): OwnMembers {
  let index = indexes.get(cls);
  if (!index) {
    index = { properties: byName(cls.ownProperties), methods: byName(cls.ownMethods) };
    indexes.set(cls, index);
  }
  return index;
}

function byName<M extends { readonly name: string }>(members: readonly M[]): Map<string, M> {
  return new Map(members.map((member) => [member.name.toLowerCase(), member]));
}
