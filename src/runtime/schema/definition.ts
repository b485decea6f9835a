/** Class definitions as a server has them (DSP0004 4.5; DSP0201 5): data only. */
import type { CimValue } from "../types.ts";

/** An intrinsic type as a definition states it; `reference` names its class beside it. */
export type DefinitionType =
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
  | "datetime"
  | "reference";

/** A qualifier with its value and flavors. */
export interface QualifierValue {
  readonly name: string;
  readonly type: DefinitionType;
  readonly value: CimValue;
  /** Whether it came from a superclass. */
  readonly isPropagated: boolean;
  readonly flavors: QualifierFlavors;
}

/** How a qualifier goes on (DSP0004 5.6.1.2). */
export interface QualifierFlavors {
  readonly overridable: boolean;
  readonly toSubclass: boolean;
  readonly translatable: boolean;
}

/** A property, reference or parameter. */
interface Typed {
  readonly name: string;
  readonly type: DefinitionType;
  /** Class of a reference, when it is stated. */
  readonly className?: string;
  readonly isArray: boolean;
  /** Number of elements of an array of fixed length. */
  readonly arraySize?: number;
  readonly qualifiers: readonly QualifierValue[];
}

/** Where a member was declared, when the server says so. */
interface Member {
  readonly classOrigin?: string;
  /** Whether it came unchanged from a superclass. */
  readonly isPropagated: boolean;
}

/** A property. */
export interface PropertyDefinition extends Typed, Member {
  /** Default; `null` for none. */
  readonly value: CimValue;
}

/** A parameter of a method. */
export type ParameterDefinition = Typed;

/** A method. */
export interface MethodDefinition extends Member {
  readonly name: string;
  /** Absent for a `void` method. */
  readonly returnType?: DefinitionType;
  readonly parameters: readonly ParameterDefinition[];
  readonly qualifiers: readonly QualifierValue[];
}

/** A class, its inherited members included. */
export interface ClassDefinition {
  readonly name: string;
  readonly namespace: string;
  readonly superclass?: string;
  readonly qualifiers: readonly QualifierValue[];
  readonly properties: readonly PropertyDefinition[];
  readonly methods: readonly MethodDefinition[];
}

/** What a qualifier may be put on (DSP0004 5.6.1.3). */
export type QualifierScope =
  "class" | "association" | "indication" | "property" | "reference" | "method" | "parameter";

/** A declaration of a qualifier. */
export interface QualifierDefinition {
  readonly name: string;
  readonly type: DefinitionType;
  readonly isArray: boolean;
  readonly arraySize?: number;
  readonly value: CimValue;
  readonly scopes: readonly QualifierScope[];
  readonly flavors: QualifierFlavors;
}
