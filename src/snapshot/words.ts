/** The words that snapshots know, for reading. */
import type { QualifierTypeName, Scope } from "../model/index.ts";
import type { SnapshotFlavor, SnapshotTypeName } from "./format.ts";

const INTRINSIC: readonly QualifierTypeName[] = [
  "boolean",
  "uint8",
  "uint16",
  "uint32",
  "uint64",
  "sint8",
  "sint16",
  "sint32",
  "sint64",
  "real32",
  "real64",
  "char16",
  "string",
  "datetime",
];

/** Of a qualifier, or any other single value. */
export const QUALIFIER_TYPE_WORDS: ReadonlySet<QualifierTypeName> = new Set(INTRINSIC);

export const TYPE_WORDS: ReadonlySet<SnapshotTypeName> = new Set<SnapshotTypeName>([
  ...INTRINSIC,
  "reference",
  "instance",
  "object",
  "void",
]);

export const FLAVOR_WORDS: ReadonlySet<SnapshotFlavor> = new Set<SnapshotFlavor>([
  "EnableOverride",
  "DisableOverride",
  "ToSubclass",
  "Restricted",
  "ToInstance",
  "NotToInstance",
  "Translatable",
  "Amended",
]);

export const SCOPE_WORDS: ReadonlySet<Scope> = new Set<Scope>([
  "any",
  "association",
  "class",
  "indication",
  "method",
  "parameter",
  "property",
  "qualifier",
  "reference",
  "schema",
  "structure",
  "enumeration",
  "enumerationvalue",
]);

export const DIRECTION_WORDS: ReadonlySet<"in" | "out" | "inout"> = new Set(["in", "out", "inout"]);
