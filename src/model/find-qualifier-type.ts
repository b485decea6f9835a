import { identityOf } from "./namespace.ts";
import { standardQualifier } from "./qualifier-types.ts";
import type { QualifierType, Schema } from "./schema.ts";

interface Index {
  readonly identities: ReadonlyMap<string, QualifierType>;
  readonly names: ReadonlyMap<string, QualifierType>;
}

const indexes = new WeakMap<Schema, Index>();

/**
 * The type of a qualifier in a namespace, without regard to case: the one that is declared
 * there, otherwise the standard one, otherwise one of that name in any other namespace.
 */
export function findQualifierType(
  schema: Schema,
  namespace: string,
  name: string,
): QualifierType | undefined {
  let index = indexes.get(schema);
  if (!index) {
    index = indexOf(schema);
    indexes.set(schema, index);
  }
  return (
    index.identities.get(identityOf(namespace, name)) ??
    standardQualifier(name) ??
    index.names.get(name.toLowerCase())
  );
}

function indexOf(schema: Schema): Index {
  const identities = new Map<string, QualifierType>();
  const names = new Map<string, QualifierType>();
  for (const type of schema.qualifierTypes) {
    identities.set(identityOf(type.namespace, type.name), type);
    const name = type.name.toLowerCase();
    if (!names.has(name)) names.set(name, type);
  }
  return { identities, names };
}
