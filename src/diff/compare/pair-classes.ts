import { identityOf, type CimClass, type Schema } from "../../model/index.ts";

/** A class that both schemas declare. */
export interface ClassPair {
  readonly before: CimClass;
  readonly after: CimClass;
}

/** Which classes stand on both sides and which on one. Those of WMI that no source declares count nowhere. */
export interface ClassPairs {
  /** Superclasses before their subclasses. */
  readonly both: readonly ClassPair[];
  /** By the class of before. */
  readonly pairOf: ReadonlyMap<CimClass, ClassPair>;
  readonly removed: readonly CimClass[];
  readonly added: readonly CimClass[];
}

/** Pairs classes by namespace and name, without regard to case. */
export function pairClasses(old: Schema, now: Schema): ClassPairs {
  const rest = new Map(declared(now).map((cls) => [identityOf(cls.namespace, cls.name), cls]));
  const pairOf = new Map<CimClass, ClassPair>();
  const removed: CimClass[] = [];
  for (const before of declared(old)) {
    const identity = identityOf(before.namespace, before.name);
    const after = rest.get(identity);
    rest.delete(identity);
    if (after) pairOf.set(before, { before, after });
    else removed.push(before);
  }
  const added = [...rest.values()];
  return { both: superclassesFirst([...pairOf.values()]), pairOf, removed, added };
}

function declared({ classes }: Schema): readonly CimClass[] {
  return classes.filter(({ builtin }) => !builtin);
}

function superclassesFirst(pairs: readonly ClassPair[]): readonly ClassPair[] {
  const depths = new Map(pairs.map((pair) => [pair, depthOf(pair.before)]));
  return [...pairs].sort((a, b) => (depths.get(a) ?? 0) - (depths.get(b) ?? 0));
}

function depthOf(cls: CimClass): number {
  let depth = 0;
  for (let next = cls.superclass; next; next = next.superclass) depth += 1;
  return depth;
}
