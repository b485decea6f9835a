import type { Schema } from "../model/index.ts";
import type { Snapshot } from "./format.ts";
import { SnapshotParts } from "./snapshot-of.ts";

/** The text of a snapshot: the same schema gives the same text, byte for byte. */
export function writeSnapshot(snapshot: Snapshot): string {
  return `${JSON.stringify(snapshot, null, 2)}\n`;
}

/** The same for a schema, piece by piece: the text may be longer than a string can be. */
export function* snapshotPieces(schema: Schema): Generator<string> {
  const parts = new SnapshotParts(schema);
  yield JSON.stringify(parts.head, null, 2).slice(0, -2);
  yield* list("classes", parts.classes, (cls) => parts.classOf(cls));
  yield* list("instances", schema.instances, (instance) => parts.instanceOf(instance));
  yield* list("qualifierTypes", schema.qualifierTypes, (type) => parts.qualifierTypeOf(type));
  yield "\n}\n";
}

function* list<T>(
  name: string,
  items: readonly T[],
  write: (item: T) => object,
): Generator<string> {
  yield `,\n  "${name}": [`;
  let separator = "\n    ";
  for (const item of items) {
    // No string of JSON holds a line end.
    yield separator + JSON.stringify(write(item), null, 2).replaceAll("\n", "\n    ");
    separator = ",\n    ";
  }
  yield items.length === 0 ? "]" : "\n  ]";
}
