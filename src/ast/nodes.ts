/**
 * What was written, as data. Every node is a {@link Span} of its document's source;
 * names keep their case. Productions are those of DSP0004 2.8 annex A unless a
 * comment names Microsoft's dialect.
 */
import type { Source, Span } from "../source/index.ts";

/** One file: `mofSpecification = *mofProduction`. */
export interface MofDocument {
  readonly kind: "document";
  readonly source: Source;
  /** What its constructs show; absent when it uses none that only one dialect has. */
  readonly dialect?: Dialect;
  readonly declarations: readonly Declaration[];
}

/** DMTF's DSP0004, Microsoft's compiler, DMTF's DSP0221 3.0. */
export type Dialect = "dmtf" | "wmi" | "mof3";

export type Declaration =
  PragmaDirective | ClassDeclaration | QualifierDeclaration | InstanceDeclaration;

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
  readonly qualifiers: readonly Qualifier[];
  readonly name: Name;
  readonly alias?: Name;
  readonly superclass?: Name;
  readonly features: readonly Feature[];
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
  readonly name: Name;
  readonly parameters: readonly ParameterDeclaration[];
}

/** A parameter; its default value is Microsoft's. */
export interface ParameterDeclaration extends Span {
  readonly kind: "parameter";
  readonly qualifiers: readonly Qualifier[];
  readonly type: TypeName;
  readonly name: Name;
  readonly array?: ArraySuffix;
  readonly initializer?: Value;
}

/** `uint32`, `CIM_X ref`, `void`, or in Microsoft's dialect a bare class name (an embedded instance). */
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

/** `Qualifier Name : type = default, Scope(…), Flavor(…);` In Microsoft's short form only flavors follow the colon. */
export interface QualifierDeclaration extends Span {
  readonly kind: "qualifier-declaration";
  readonly name: Name;
  readonly type?: TypeName;
  readonly array?: ArraySuffix;
  readonly initializer?: Value;
  readonly scopes: readonly Name[];
  readonly flavors: readonly Name[];
}

/** `[qualifiers] instance of Class as $Alias { Name = value; };` */
export interface InstanceDeclaration extends Span {
  readonly kind: "instance";
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

/** A bare word where a value stands, as in `#pragma deleteclass("X", NOFAIL)`. */
export interface WordValue extends Span {
  readonly kind: "word";
  readonly text: string;
}
