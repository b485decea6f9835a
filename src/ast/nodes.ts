/**
 * What was written, as data. Every node is a {@link Span} of its document's source;
 * names keep their case. Productions are those of DSP0004 2.8 annex A unless a
 * comment names Microsoft's dialect or MOF 3 (DSP0221 3.0.1).
 */
import type { Source, Span } from "../source/index.ts";

/** One file: `mofSpecification = *mofProduction`. */
export interface MofDocument {
  readonly kind: "document";
  readonly source: Source;
  /** What its constructs show; absent when it uses none that only one dialect has. */
  readonly dialect?: Dialect;
  /**
   * Read from a documentation page. Pages leave out what MOF states by a word: a method
   * that they do not call static may be it.
   */
  readonly page?: true;
  readonly declarations: readonly Declaration[];
}

/** DMTF's DSP0004, Microsoft's compiler, DMTF's DSP0221 3.0. */
export type Dialect = "dmtf" | "wmi" | "mof3";

export type Declaration =
  | PragmaDirective
  | ClassDeclaration
  | StructureDeclaration
  | EnumerationDeclaration
  | QualifierDeclaration
  | InstanceDeclaration;

/** A word that names something, in the case that was written. */
export interface Name extends Span {
  readonly kind: "name";
  readonly text: string;
}

/** `#pragma name(parameter, …)`, and Microsoft's `#include("file")` as a pragma named `include`. */
export interface PragmaDirective extends Span {
  readonly kind: "pragma";
  readonly name: Name;
  readonly parameters: readonly Value[];
}

/** `[qualifiers] class Name as $Alias : Superclass { features };` */
export interface ClassDeclaration extends Span {
  readonly kind: "class";
  /** The page of one method: the other members stand on other pages, if anywhere. */
  readonly partial?: true;
  /** MOF 3 declares it with the word `association` (DSP0221 7.5.3); 2.x has a qualifier of that name. */
  readonly association?: true;
  readonly qualifiers: readonly Qualifier[];
  readonly name: Name;
  readonly alias?: Name;
  readonly superclass?: Name;
  /** MOF 3: declared between the braces, for the class and its subclasses; absent when there are none. */
  readonly types?: readonly TypeDeclaration[];
  readonly features: readonly Feature[];
}

/** What MOF 3 lets stand in a file, in a class and in a structure. */
export type TypeDeclaration = StructureDeclaration | EnumerationDeclaration;

/** MOF 3 (DSP0221 7.5.1): `[qualifiers] structure Name : Superstructure { properties };` */
export interface StructureDeclaration extends Span {
  readonly kind: "structure";
  readonly qualifiers: readonly Qualifier[];
  readonly name: Name;
  readonly superstructure?: Name;
  /** Declared between the braces; absent when there are none. */
  readonly types?: readonly TypeDeclaration[];
  readonly properties: readonly PropertyDeclaration[];
}

/** MOF 3 (DSP0221 7.5.4): `[qualifiers] enumeration Name : base { members };` */
export interface EnumerationDeclaration extends Span {
  readonly kind: "enumeration";
  readonly qualifiers: readonly Qualifier[];
  readonly name: Name;
  /** An integer type, `string`, or the enumeration whose members it takes over. Absent when it was forgotten. */
  readonly base?: Name;
  readonly members: readonly EnumerationMember[];
}

/** `[qualifiers] Name = value`. A member of strings without a value stands for its own name. */
export interface EnumerationMember extends Span {
  readonly kind: "enumeration-member";
  readonly qualifiers: readonly Qualifier[];
  readonly name: Name;
  readonly value?: Value;
}

export type Feature = PropertyDeclaration | MethodDeclaration;

/** `[qualifiers] type Name[n] = value;` References are properties whose type has `reference`. */
export interface PropertyDeclaration extends Span {
  readonly kind: "property";
  readonly qualifiers: readonly Qualifier[];
  readonly type: TypeName;
  readonly name: Name;
  readonly array?: ArraySuffix;
  readonly initializer?: Value;
}

/** `[qualifiers] type Name(parameters);` */
export interface MethodDeclaration extends Span {
  readonly kind: "method";
  readonly qualifiers: readonly Qualifier[];
  readonly type: TypeName;
  /** MOF 3: `string[] Name()` answers with an array. */
  readonly array?: ArraySuffix;
  readonly name: Name;
  readonly parameters: readonly ParameterDeclaration[];
}

/** A parameter; its default value is Microsoft's and MOF 3's. */
export interface ParameterDeclaration extends Span {
  readonly kind: "parameter";
  readonly qualifiers: readonly Qualifier[];
  readonly type: TypeName;
  readonly name: Name;
  readonly array?: ArraySuffix;
  readonly initializer?: Value;
}

/** `uint32`, `CIM_X ref`, `void`, or in Microsoft's dialect and MOF 3 a bare class name (an embedded instance). */
export interface TypeName extends Span {
  readonly kind: "type";
  readonly name: Name;
  readonly reference: boolean;
}

/** `[]` or `[4]`. */
export interface ArraySuffix extends Span {
  readonly kind: "array-suffix";
  readonly size?: number;
}

/** `Name(value) : Flavor Flavor` in a qualifier list. */
export interface Qualifier extends Span {
  readonly kind: "qualifier";
  readonly name: Name;
  readonly value?: Value;
  readonly flavors: readonly Name[];
}

/**
 * `Qualifier Name : type = default, Scope(…), Flavor(…);` In Microsoft's short form only
 * flavors follow the colon; MOF 3 has `Policy(…)` instead of flavors and needs no commas.
 */
export interface QualifierDeclaration extends Span {
  readonly kind: "qualifier-declaration";
  /** MOF 3; absent when there are none. */
  readonly qualifiers?: readonly Qualifier[];
  readonly name: Name;
  readonly type?: TypeName;
  readonly array?: ArraySuffix;
  readonly initializer?: Value;
  readonly scopes: readonly Name[];
  readonly flavors: readonly Name[];
  /** MOF 3: `DisableOverride`, `EnableOverride` or `Restricted`. */
  readonly policy?: Name;
}

/** `[qualifiers] instance of Class as $Alias { Name = value; };`, and MOF 3's `value of Structure as $Alias { … };` */
export interface InstanceDeclaration extends Span {
  readonly kind: "instance";
  /** MOF 3: written `value of`, so that it is a value without an identity. */
  readonly value?: true;
  readonly qualifiers: readonly Qualifier[];
  readonly className: Name;
  readonly alias?: Name;
  readonly assignments: readonly Assignment[];
}

/** `Name = value;` inside an instance. */
export interface Assignment extends Span {
  readonly kind: "assignment";
  readonly qualifiers: readonly Qualifier[];
  readonly name: Name;
  readonly value: Value;
}

export type Value =
  | IntegerLiteral
  | RealLiteral
  | StringLiteral
  | CharLiteral
  | BooleanLiteral
  | NullLiteral
  | ArrayValue
  | AliasReference
  | InstanceDeclaration
  | WordValue;

export interface IntegerLiteral extends Span {
  readonly kind: "integer";
  readonly value: bigint;
}

export interface RealLiteral extends Span {
  readonly kind: "real";
  readonly value: number;
}

/** One or more adjacent strings, escapes resolved. */
export interface StringLiteral extends Span {
  readonly kind: "string";
  readonly value: string;
}

/** `'x'`: one UTF-16 code unit. */
export interface CharLiteral extends Span {
  readonly kind: "char";
  readonly value: string;
}

export interface BooleanLiteral extends Span {
  readonly kind: "boolean";
  readonly value: boolean;
}

export interface NullLiteral extends Span {
  readonly kind: "null";
}

/** `{ a, b }` */
export interface ArrayValue extends Span {
  readonly kind: "array";
  readonly items: readonly Value[];
}

/** `$Alias`, with the dollar sign in `text`. */
export interface AliasReference extends Span {
  readonly kind: "alias";
  readonly text: string;
}

/**
 * A bare word where a value stands, as in `#pragma deleteclass("X", NOFAIL)`, and MOF 3's
 * `January` or `Months.January`.
 */
export interface WordValue extends Span {
  readonly kind: "word";
  /** What stands before the dot. */
  readonly enumeration?: Name;
  readonly text: string;
}
