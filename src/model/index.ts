export { describeClass, inputsOf, outsOf } from "./describe-class.ts";
export { findClass } from "./find-class.ts";
export { localeNumber } from "./locale.ts";
export { identityOf } from "./namespace.ts";
export { resolve, type ResolveOptions } from "./resolve.ts";
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
