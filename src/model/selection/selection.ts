/** Which classes of a schema are wanted, and why each of them is there. */
import type { CimClass, Schema } from "../schema.ts";

/**
 * Which classes are wanted; all unless something is stated. Patterns are for whole names
 * without regard to case: `*` stands for any letters, `?` for one. A namespace may stand in
 * front (`root/cimv2:CIM_*`).
 */
export interface Selection {
  /** Patterns of classes, of which one has to match. */
  readonly include?: readonly string[];
  /** Patterns of classes that are not wanted unless another one needs them. */
  readonly exclude?: readonly string[];
  /**
   * Namespaces, of which one has to be that of the class, in any spelling that WMI accepts.
   * `root/cimv2/**` is one with all below it.
   */
  readonly namespaces?: readonly string[];
}

/** A part of a schema whose types are complete. */
export interface SelectedSchema {
  /** Its classes are those of the whole schema, the same objects in the same order. */
  readonly schema: Schema;
  /** One for each class, in the order of the classes. */
  readonly reasons: readonly SelectionReason[];
}

/** Why a class is in a selection. */
export type SelectionReason = SelectedClass | NeededClass;

/** A class that was asked for. */
export interface SelectedClass {
  readonly kind: "selected";
  readonly cls: CimClass;
  /** The patterns that it matches, as they were written; none when all classes are wanted. */
  readonly patterns: readonly string[];
}

/** A class without which another one would not be complete. */
export interface NeededClass {
  readonly kind: "needed";
  readonly cls: CimClass;
  /** The class that needs it: the nearest to one that was asked for. */
  readonly by: CimClass;
  readonly through: Through;
  /** The pattern that excludes it all the same. */
  readonly excludedBy?: string;
}

/** Where a class names another one. `member` is the property or the method. */
export type Through =
  | { readonly kind: "superclass" }
  | { readonly kind: "property"; readonly member: string; readonly as: Naming }
  | {
      readonly kind: "parameter";
      readonly member: string;
      readonly parameter: string;
      readonly as: Naming;
    }
  | { readonly kind: "return-value"; readonly member: string; readonly as: Naming };

/** The kind of a type that names a class. */
export type Naming = "reference" | "embedded-instance";
