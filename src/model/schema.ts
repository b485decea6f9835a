/**
 * What the sources mean, as data: classes with their members resolved, qualifiers
 * applied, amendments merged. Produced by `resolve`.
 */
import type { Location } from "../source/index.ts";

export interface Schema {
  /** Sorted by namespace, then by name, both without regard to case. */
  readonly classes: readonly CimClass[];
  /** `instance of` declarations, in the order of the sources. */
  readonly instances: readonly SchemaInstance[];
  /** Qualifier types that the sources declare, sorted as the classes are; the standard ones are built in. */
  readonly qualifierTypes: readonly QualifierType[];
}

/** A class (DSP0004 5.1.2). */
export interface CimClass {
  readonly kind: "class";
  readonly name: string;
  /** One of WMI's system classes, which no source declares; here because a declared class needs it. */
  readonly builtin?: true;
  /** With slashes and without a host, in the case that was written first. Identity ignores case. */
  readonly namespace: string;
  /** With its dollar sign; instances may refer to the class by it. */
  readonly alias?: string;
  readonly superclassName?: string;
  /** Absent when there is none, and when no source declares it. */
  readonly superclass?: CimClass;
  readonly qualifiers: Qualifiers;
  /** Declared by this class, in the order of the source. */
  readonly ownProperties: readonly CimProperty[];
  readonly ownMethods: readonly CimMethod[];
  /** Inherited ones first, an overridden one in the place where it was first declared. */
  readonly properties: readonly CimProperty[];
  readonly methods: readonly CimMethod[];
  /** Names of the key properties, inherited ones included. */
  readonly keys: readonly string[];
  readonly abstract: boolean;
  readonly association: boolean;
  readonly indication: boolean;
  readonly singleton: boolean;
  readonly description?: string;
  readonly location: Location;
}

export interface CimProperty extends TypedElement {
  readonly kind: "property";
  /** The class that declares it. */
  readonly origin: string;
  readonly key: boolean;
  readonly required: boolean;
  readonly readable: boolean;
  readonly writable: boolean;
  readonly default?: CimConstant;
}

export interface CimMethod {
  readonly kind: "method";
  readonly name: string;
  readonly origin: string;
  /** Whether it is called on the class; `false` where that is not known. */
  readonly static: boolean;
  /**
   * Whether nobody says if it is called on the class: documentation pages leave it out. It is
   * the qualifier `Static` without a value, so that snapshots and printed MOF keep it.
   */
  readonly staticUnknown?: true;
  /** Absent for `void`. */
  readonly returns?: ReturnValue;
  readonly parameters: readonly CimParameter[];
  readonly qualifiers: Qualifiers;
  readonly description?: string;
  readonly location: Location;
}

/** What a method returns. Its values stand in the qualifiers of the method. */
export interface ReturnValue {
  readonly type: CimType;
  readonly declaredType: DeclaredType;
  readonly values?: ValueMap;
}

export interface CimParameter extends TypedElement {
  readonly kind: "parameter";
  readonly in: boolean;
  readonly out: boolean;
  readonly required: boolean;
  /** An input that may be left out: `Optional`, or it has a default value. */
  readonly optional: boolean;
  readonly default?: CimConstant;
}

/** What properties and parameters share. */
export interface TypedElement {
  readonly name: string;
  readonly type: CimType;
  readonly declaredType: DeclaredType;
  readonly qualifiers: Qualifiers;
  readonly description?: string;
  readonly values?: ValueMap;
  readonly units?: string;
  readonly location: Location;
}

/** A type as it is declared, before its qualifiers are looked at: `uint8 X[]` stays one, whatever OctetString says. */
export interface DeclaredType {
  /** An intrinsic type, `object` or `void` in lower case; a class as its declaration spells it. */
  readonly name: string;
  readonly reference: boolean;
  readonly array: boolean | number;
}

/** The names of the intrinsic types (DSP0004 5.2.2). */
export type IntrinsicName =
  | "boolean"
  | "uint8"
  | "uint16"
  | "uint32"
  | "uint64"
  | "sint8"
  | "sint16"
  | "sint32"
  | "sint64"
  | "real32"
  | "real64"
  | "char16"
  | "string"
  | "datetime";

/** A type. `array` is false, true, or the fixed number of elements. */
export type CimType = { readonly array: boolean | number } & (
  | { readonly kind: "intrinsic"; readonly name: IntrinsicName }
  /** A `datetime` that the schema says is an interval (WMI's `SubType("interval")`). */
  | { readonly kind: "interval" }
  /** `uint8[]` with OctetString: `array` tells of several such strings. */
  | { readonly kind: "octetstring" }
  /** `className` is absent when no source declares the target. */
  | { readonly kind: "reference"; readonly className?: string }
  | { readonly kind: "embedded-instance"; readonly className: string }
  | { readonly kind: "embedded-object" }
);

/** A value that a source states: a default, a qualifier's value, or in an instance. */
export type CimConstant =
  | null
  | boolean
  | bigint
  | number
  | string
  | AliasConstant
  | SchemaInstance
  | readonly CimConstant[];

/** `$Alias` in a value. */
export interface AliasConstant {
  readonly kind: "alias";
  readonly alias: string;
}

/** Qualifier values in effect, by name in lower case. */
export type Qualifiers = ReadonlyMap<string, QualifierValue>;

export interface QualifierValue {
  /** In the case that was written. */
  readonly name: string;
  /** `true` for a boolean qualifier without a value; of the declared type where that is known. */
  readonly value: CimConstant;
  /** Of the qualifier type, or where none is known of the value as written. */
  readonly type: QualifierTypeName;
  readonly array: boolean;
  /** In effect: those of the qualifier type, changed by what stands at the value. */
  readonly flavors: Flavors;
  /** Whether it comes from a superclass and is not repeated. */
  readonly inherited?: true;
  /** Where an overlay states it, which is not where the element is declared. */
  readonly overlaidAt?: Location;
}

/** Types that a qualifier can have (DSP0004 5.6.1.2). */
export type QualifierTypeName = IntrinsicName;

/** How a qualifier goes on (DSP0004 5.6.1.3; `toInstance` and `amended` are WMI's). */
export interface Flavors {
  /** EnableOverride, otherwise DisableOverride. */
  readonly overridable: boolean;
  /** ToSubclass, otherwise Restricted. */
  readonly toSubclass: boolean;
  readonly toInstance: boolean;
  readonly translatable: boolean;
  readonly amended: boolean;
}

/** What a qualifier may be set on (DSP0004 5.6.1.2). */
export type Scope =
  | "any"
  | "association"
  | "class"
  | "indication"
  | "method"
  | "parameter"
  | "property"
  | "qualifier"
  | "reference"
  | "schema"
  | "structure"
  | "enumeration"
  | "enumerationvalue";

/** `Qualifier Name : type = default, Scope(…), Flavor(…);` */
export interface QualifierType {
  readonly kind: "qualifier-type";
  readonly name: string;
  readonly namespace: string;
  readonly type: QualifierTypeName;
  readonly array: boolean | number;
  readonly default: CimConstant;
  readonly scopes: readonly Scope[];
  readonly flavors: Flavors;
  /** Absent for one that is built in. */
  readonly location?: Location;
}

/** `ValueMap` and `Values`, paired (DSP0004 5.6.3.55). */
export interface ValueMap {
  readonly kind: "values" | "bits";
  /** Whether documentation alone names the values, beside a source that does not: then they are no part of the type. */
  readonly documented?: true;
  readonly entries: readonly ValueMapEntry[];
}

/** One entry: `key` as written (`1`, `..`, `0x8000..`), `label` absent where there is none. */
export interface ValueMapEntry {
  readonly key: string;
  readonly label?: string;
  /** What it means, as documentation pages say it. */
  readonly description?: string;
}

/** `instance of Class { … }` */
export interface SchemaInstance {
  readonly kind: "instance";
  readonly className: string;
  readonly namespace: string;
  readonly alias?: string;
  /** In the order of the source, names in the case that was written. */
  readonly values: ReadonlyMap<string, CimConstant>;
  readonly location: Location;
}
