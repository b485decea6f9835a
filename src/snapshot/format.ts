/**
 * A schema as JSON, version 1. Keys come in the order of these declarations; one that is
 * optional is left out when there is nothing to say. `schemas/snapshot-1.schema.json` says
 * the same to other programs.
 */
import type { IntrinsicName, QualifierTypeName, Scope } from "../model/index.ts";

/** What sources mean together, without where it was written. */
export interface Snapshot {
  readonly $schema: string;
  readonly version: 1;
  /** Sorted by namespace, then by name, both without regard to case. WMI's system classes are left out. */
  readonly classes: readonly SnapshotClass[];
  /** In the order of the sources. */
  readonly instances: readonly SnapshotInstance[];
  /** Those that the sources declare, sorted as the classes are. */
  readonly qualifierTypes: readonly SnapshotQualifierType[];
}

/** A class with the members that it declares itself, amendments merged (DSP0004 5.1.2). */
export interface SnapshotClass {
  readonly name: string;
  /** With slashes and without a host. */
  readonly namespace: string;
  /** With its dollar sign. */
  readonly alias?: string;
  readonly superclass: string | null;
  readonly qualifiers: readonly SnapshotQualifier[];
  readonly properties: readonly SnapshotProperty[];
  readonly methods: readonly SnapshotMethod[];
}

/** The types of DSP0004 5.2.2, and those of references, embedded instances and objects, and no value. */
export type SnapshotTypeName = IntrinsicName | "reference" | "instance" | "object" | "void";

/** A type as it is declared. */
export interface SnapshotType {
  readonly type: SnapshotTypeName;
  /** Of a `reference` (absent where it may refer to anything) or an `instance`. */
  readonly class?: string;
}

/** A property or a reference. */
export interface SnapshotProperty extends SnapshotType {
  readonly name: string;
  /** The number of elements where that is fixed. */
  readonly array: boolean | number;
  /** Derived from the qualifiers, inherited ones included; not read. */
  readonly key?: true;
  readonly default?: SnapshotValue;
  readonly qualifiers: readonly SnapshotQualifier[];
}

/** A method; `type` and `array` tell what it returns. */
export interface SnapshotMethod extends SnapshotType {
  readonly name: string;
  readonly array: boolean | number;
  /** Derived from the qualifiers, inherited ones included; not read. */
  readonly static?: true;
  readonly qualifiers: readonly SnapshotQualifier[];
  readonly parameters: readonly SnapshotParameter[];
}

/** A parameter of a method. */
export interface SnapshotParameter extends SnapshotType {
  readonly name: string;
  readonly array: boolean | number;
  /** Derived from the qualifiers; not read. */
  readonly direction: "in" | "out" | "inout";
  readonly default?: SnapshotValue;
  readonly qualifiers: readonly SnapshotQualifier[];
}

/** A qualifier that is stated at the element itself, not inherited. */
export interface SnapshotQualifier {
  readonly name: string;
  readonly type: QualifierTypeName;
  readonly array?: true;
  readonly value: SnapshotValue;
  /** Only those that differ from the flavors of the qualifier's type. */
  readonly flavors?: readonly SnapshotFlavor[];
}

/** The words for flavors (DSP0004 5.6.1.3, and WMI's). */
export type SnapshotFlavor =
  | "EnableOverride"
  | "DisableOverride"
  | "ToSubclass"
  | "Restricted"
  | "ToInstance"
  | "NotToInstance"
  | "Translatable"
  | "Amended";

/** A declaration of a qualifier (DSP0004 5.6.1). */
export interface SnapshotQualifierType {
  readonly name: string;
  readonly namespace: string;
  readonly type: QualifierTypeName;
  readonly array: boolean | number;
  readonly default: SnapshotValue;
  readonly scopes: readonly Scope[];
  readonly flavors: readonly SnapshotFlavor[];
}

/** `instance of` as a declaration. */
export interface SnapshotInstance extends SnapshotNestedInstance {
  readonly namespace: string;
}

/** `instance of` as a value; it stands in the namespace of what contains it. */
export interface SnapshotNestedInstance {
  readonly class: string;
  /** With its dollar sign. */
  readonly alias?: string;
  /** In the order of the source. */
  readonly properties: readonly SnapshotPropertyValue[];
}

/** The value of one property of an instance. */
export interface SnapshotPropertyValue {
  readonly name: string;
  /** Of the property where its class is known; otherwise only where the value alone would not tell. */
  readonly type?: SnapshotTypeName;
  readonly value: SnapshotValue;
}

/** `$Alias` as a value. */
export interface SnapshotAlias {
  readonly alias: string;
}

/**
 * A value as data. A `datetime` and a `char16` are strings; so is an integer beyond
 * ±(2⁵³−1), in decimal digits, and a real number that is not finite. The type that stands
 * beside a value tells them apart.
 */
export type SnapshotValue =
  | null
  | boolean
  | number
  | string
  | SnapshotAlias
  | SnapshotNestedInstance
  | readonly SnapshotValue[];
