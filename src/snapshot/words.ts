/** The words that snapshots know, for reading. */
import { intrinsicNames, type QualifierTypeName, type Scope } from "../model/index.ts";
import type { SnapshotFlavor, SnapshotTypeName } from "./format.ts";

/** Of a qualifier, or any other single value. */
export const QUALIFIER_TYPE_WORDS: ReadonlySet<QualifierTypeName> = new Set(intrinsicNames);

export const TYPE_WORDS: ReadonlySet<SnapshotTypeName> = new Set<SnapshotTypeName>([
  ...intrinsicNames,
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
