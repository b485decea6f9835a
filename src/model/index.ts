export { analyse, type ResolveOptions } from "./analyse.ts";
export type { AnalysedClass, AnalysedInstance, Analysis } from "./analysis.ts";
export { describeClass, inputsOf, outsOf } from "./describe-class.ts";
export { findClass } from "./find-class.ts";
export { declarerOf, findMethod, findProperty } from "./find-member.ts";
export { intrinsicNames } from "./intrinsic.ts";
export { findQualifierType } from "./find-qualifier-type.ts";
export { USUAL as usualFlavors } from "./flavors.ts";
export { identityOf } from "./namespace.ts";
export { isList } from "./qualifiers.ts";
export { resolve } from "./resolve.ts";
export { selectClasses } from "./selection/select-classes.ts";
export type {
  NeededClass,
  SelectedClass,
  SelectedSchema,
  Selection,
  SelectionReason,
  Through,
} from "./selection/selection.ts";
export type {
  AliasConstant,
  CimClass,
  CimConstant,
  CimMethod,
  CimParameter,
  CimProperty,
  CimType,
  DeclaredType,
  Flavors,
  IntrinsicName,
  Qualifiers,
  QualifierType,
  QualifierTypeName,
  QualifierValue,
  ReturnValue,
  Schema,
  SchemaInstance,
  Scope,
  TypedElement,
  ValueMap,
  ValueMapEntry,
} from "./schema.ts";
