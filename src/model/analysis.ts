import type { Dialect, InstanceDeclaration, MofSet } from "../ast/index.ts";
import type { Source } from "../source/index.ts";
import type { DeclaredClass, DeclaredQualifier } from "./declared.ts";
import type { CimClass, QualifierType, Schema, SchemaInstance } from "./schema.ts";

/** A schema together with what it was made of: what the checks look at. */
export interface Analysis {
  /** Whether what a dialect forgives is reported too. */
  readonly strict: boolean;
  readonly schema: Schema;
  readonly set: MofSet;
  /** In the order of `schema.classes`, without what is built in. */
  readonly classes: readonly AnalysedClass[];
  /** In the order of `schema.instances`. */
  readonly instances: readonly AnalysedInstance[];
  /** Declarations of qualifiers, in the order of the sources. */
  readonly qualifiers: readonly DeclaredQualifier[];
  /** The type that a qualifier has in a namespace, declared or built in. */
  qualifierType(namespace: string, name: string): QualifierType | undefined;
  /** The class that a name means in a namespace, built-in ones too. */
  classNamed(namespace: string, name: string): CimClass | undefined;
  dialectOf(source: Source): Dialect;
}

/** A class and its declarations. */
export interface AnalysedClass {
  readonly cls: CimClass;
  /** The one that counts; further ones in the same namespace are duplicates. */
  readonly declared: DeclaredClass;
  /** Declarations of further members, each with its own source. */
  readonly partials: readonly DeclaredClass[];
  readonly duplicates: readonly DeclaredClass[];
  readonly amendments: readonly DeclaredClass[];
}

/** An instance, its declaration and its class as far as that is known. */
export interface AnalysedInstance {
  readonly instance: SchemaInstance;
  readonly node: InstanceDeclaration;
  readonly source: Source;
  readonly cls?: CimClass;
}
