import { identityOf } from "./namespace.ts";
import type { CimClass, Schema } from "./schema.ts";

interface Index {
  readonly identities: ReadonlyMap<string, CimClass>;
  readonly names: ReadonlyMap<string, CimClass>;
}

const indexes = new WeakMap<Schema, Index>();

/**
 * The class that a name means inside a namespace, without regard to case: the one of
 * that namespace, otherwise the first of that name in any other.
 */
export function findClass(schema: Schema, namespace: string, name: string): CimClass | undefined {
  let index = indexes.get(schema);
  if (!index) {
    index = indexOf(schema);
    indexes.set(schema, index);
  }
  return index.identities.get(identityOf(namespace, name)) ?? index.names.get(name.toLowerCase());
}

function indexOf(schema: Schema): Index {
  const identities = new Map<string, CimClass>();
  const names = new Map<string, CimClass>();
  for (const cls of schema.classes) {
    identities.set(identityOf(cls.namespace, cls.name), cls);
    const name = cls.name.toLowerCase();
    if (!names.has(name)) names.set(name, cls);
  }
  return { identities, names };
}
