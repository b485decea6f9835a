export { DeclarationPrinter } from "./declaration-printer.ts";
export type {
  Snapshot,
  SnapshotAlias,
  SnapshotClass,
  SnapshotFlavor,
  SnapshotInstance,
  SnapshotMethod,
  SnapshotNestedInstance,
  SnapshotParameter,
  SnapshotProperty,
  SnapshotPropertyValue,
  SnapshotQualifier,
  SnapshotQualifierType,
  SnapshotType,
  SnapshotTypeName,
  SnapshotValue,
} from "./format.ts";
export { isSnapshot } from "./is-snapshot.ts";
export { mofPieces, printMof } from "./print-mof.ts";
export { readSnapshot } from "./read-snapshot.ts";
export { snapshotOf } from "./snapshot-of.ts";
export { snapshotPieces, writeSnapshot } from "./write-snapshot.ts";
