import { type Declaration, type MofDocument, printDeclarations } from "../ast/index.ts";
import type { CimClass, Schema } from "../model/index.ts";
import type { Snapshot } from "./format.ts";
import { readSnapshot } from "./read-snapshot.ts";
import { SnapshotParts } from "./snapshot-of.ts";
import { superclassesFirst } from "./superclasses-first.ts";
import { writeSnapshot } from "./write-snapshot.ts";

/**
 * Prints MOF 2.x. That of a schema means the same schema: every namespace is named, the
 * text of amendments stands at what it is about, and superclasses come before their
 * subclasses. That of a document is its declarations as they were written.
 */
export function printMof(input: Schema | MofDocument): string {
  return [...mofPieces(input)].join("");
}

/** The same piece by piece, one for each declaration. */
export function mofPieces(input: Schema | MofDocument): Generator<string> {
  return printDeclarations("declarations" in input ? input.declarations : declarationsOf(input));
}

/** What a snapshot holds, one declaration at a time. */
type Part = Partial<Pick<Snapshot, "classes" | "instances" | "qualifierTypes">>;

/**
 * The declarations of a schema, by way of the snapshot: what that would lose is lost here
 * too, and nothing else. A namespace is set where it is another than before.
 */
function* declarationsOf(schema: Schema): Generator<Declaration> {
  const parts = new SnapshotParts(schema);
  let current: string | undefined;
  for (const [namespace, part] of partsOf(schema, parts)) {
    const all = { classes: [], instances: [], qualifierTypes: [], ...part };
    const text = writeSnapshot({ ...parts.head, ...all });
    const { declarations } = readSnapshot({ name: "schema", text }).value;
    for (const declaration of declarations) {
      if (declaration.kind !== "pragma" || namespace !== current) yield declaration;
    }
    current = namespace;
  }
}

/** Namespace by namespace types of qualifiers and classes; then instances, whose order means something. */
function* partsOf(schema: Schema, parts: SnapshotParts): Generator<[string, Part]> {
  const types = groupOf(schema.qualifierTypes);
  const classes = groupOf(parts.classes);
  for (const key of [...new Set([...types.keys(), ...classes.keys()])].sort()) {
    for (const type of types.get(key) ?? []) {
      yield [type.namespace, { qualifierTypes: [parts.qualifierTypeOf(type)] }];
    }
    const ordered: Iterable<CimClass> = superclassesFirst(classes.get(key) ?? []);
    for (const cls of ordered) yield [cls.namespace, { classes: [parts.classOf(cls)] }];
  }
  for (const instance of schema.instances) {
    yield [instance.namespace, { instances: [parts.instanceOf(instance)] }];
  }
}

function groupOf<T extends { readonly namespace: string }>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = item.namespace.toLowerCase();
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
