/** What a rule looks at: a declaration as it was written, together with what it means. */
import type {
  Assignment,
  ClassDeclaration,
  InstanceDeclaration,
  MethodDeclaration,
  ParameterDeclaration,
  PropertyDeclaration,
  Qualifier,
  QualifierDeclaration,
  PragmaDirective,
  Value,
} from "../../../ast/index.ts";
import type { Code, Related, Sentences } from "../../../diagnostics/index.ts";
import type { Source, Span } from "../../../source/index.ts";
import type { Analysis } from "../../analysis.ts";
import type {
  CimClass,
  CimMethod,
  CimParameter,
  CimProperty,
  DeclaredType,
  Qualifiers,
  QualifierType,
  Scope,
} from "../../schema.ts";
import type { Misfit } from "./misfit.ts";

/** Says something about a stretch of the file that the subject stands in. */
export type Report = <C extends Code>(
  code: C,
  parameters: Sentences[C],
  span: Span,
  related?: readonly Related[],
) => void;

/** Where a subject stands. */
export interface Place {
  readonly analysis: Analysis;
  readonly source: Source;
  /** Whether what WMI forgives is not worth a word: its dialect, without `--strict`. */
  readonly lenient: boolean;
  readonly report: Report;
}

/** A class by the declaration that counts. */
export interface ClassSubject {
  readonly kind: "class";
  readonly place: Place;
  readonly node: ClassDeclaration;
  readonly cls: CimClass;
}

export interface PropertySubject {
  readonly kind: "property";
  readonly owner: ClassSubject;
  readonly node: PropertyDeclaration;
  readonly property: CimProperty;
  /** The superclass's property of that name. */
  readonly inherited: CimProperty | undefined;
}

export interface MethodSubject {
  readonly kind: "method";
  readonly owner: ClassSubject;
  readonly node: MethodDeclaration;
  readonly method: CimMethod;
  /** The superclass's method of that name. */
  readonly inherited: CimMethod | undefined;
}

export interface ParameterSubject {
  readonly kind: "parameter";
  readonly owner: MethodSubject;
  readonly node: ParameterDeclaration;
  readonly parameter: CimParameter;
}

/** What a qualifier can stand at. */
export type Element = ClassSubject | PropertySubject | MethodSubject | ParameterSubject;

/** A qualifier where it is used. */
export interface QualifierUse {
  /** An amendment may stand in another file than what it amends. */
  readonly place: Place;
  readonly node: Qualifier;
  /** In lower case. */
  readonly name: string;
  /** Absent when nobody declares the qualifier and no standard knows it. */
  readonly type: QualifierType | undefined;
  readonly on: Element;
  /** What the element is to `Scope(…)`. */
  readonly scope: Scope;
  /** The same qualifier before it in the same list. */
  readonly first: Qualifier | undefined;
}

/** A value where a value of some type is wanted: a default, or in an instance. */
export interface TypedValue {
  readonly place: Place;
  readonly value: Value;
  readonly type: DeclaredType;
  /** The class that a reference or an embedded instance is for. */
  readonly target: string | undefined;
  readonly qualifiers: Qualifiers;
  /** Why the value is none of that type; usually empty. */
  readonly misfits: readonly Misfit[];
  /** What the value is for, as people call it: `CIM_Fan.Speed`. */
  readonly title: () => string;
}

/** An instance, one that stands as a value in another included. */
export interface InstanceSubject {
  readonly place: Place;
  readonly node: InstanceDeclaration;
  readonly namespace: string;
  /** Whether it stands as a value and so has no identity of its own. */
  readonly nested: boolean;
  readonly cls: CimClass | undefined;
}

/** A property of an instance, and what the class says about it. */
export interface AssignmentSubject {
  readonly instance: InstanceSubject;
  readonly node: Assignment;
  readonly property: CimProperty | undefined;
}

export interface PragmaSubject {
  readonly place: Place;
  readonly node: PragmaDirective;
}

export interface QualifierTypeSubject {
  readonly place: Place;
  readonly node: QualifierDeclaration;
  readonly namespace: string;
}
