/**
 * `mof-codegen`: MOF to AST to schema to TypeScript, stage by stage or as one call.
 * Generated code and its users import `mof-codegen/runtime` instead.
 *
 * @packageDocumentation
 */
export type * from "./ast/index.ts";
export { writeAst } from "./ast/index.ts";
export {
  type Configuration,
  defineConfig,
  generateFolder,
  type GenerateFolderOptions,
  type GenerateFolderReport,
  nodeHost,
  readDocuments,
  readSchema,
  type ReadSchema,
  type SchemaOptions,
} from "./build/index.ts";
export { generate, type GeneratedFile, type GenerateOptions } from "./codegen/index.ts";
export {
  type Code,
  type Diagnostic,
  type GithubOptions,
  hasErrors,
  type JsonDiagnostic,
  type JsonOptions,
  type JsonRelated,
  type JsonReport,
  type Level,
  type Outcome,
  type Related,
  renderGithub,
  renderJson,
  renderText,
  type RenderOptions,
  type Severities,
  type Severity,
  type SeverityOptions,
} from "./diagnostics/index.ts";
export { renderSarif, type SarifOptions } from "./diagnostics/render-sarif.ts";
export {
  type AliasConstant,
  type AnalysedClass,
  type AnalysedInstance,
  type Analysis,
  analyse,
  type CimClass,
  type CimConstant,
  type CimMethod,
  type CimParameter,
  type CimProperty,
  type CimType,
  type DeclaredType,
  findClass,
  findMethod,
  findProperty,
  type Flavors,
  type IntrinsicName,
  type Qualifiers,
  type QualifierType,
  type QualifierTypeName,
  type QualifierValue,
  resolve,
  type ResolveOptions,
  type ReturnValue,
  type Schema,
  type SchemaInstance,
  type Scope,
  type TypedElement,
  type ValueMap,
  type ValueMapEntry,
} from "./model/index.ts";
export { type FolderEntry, type Host, load, type LoadOptions, parse, type ParseOptions } from "./parse/index.ts";
export {
  printMof,
  readSnapshot,
  type Snapshot,
  type SnapshotAlias,
  type SnapshotClass,
  type SnapshotFlavor,
  type SnapshotInstance,
  type SnapshotMethod,
  type SnapshotNestedInstance,
  snapshotOf,
  type SnapshotParameter,
  type SnapshotProperty,
  type SnapshotPropertyValue,
  type SnapshotQualifier,
  type SnapshotQualifierType,
  type SnapshotType,
  type SnapshotTypeName,
  type SnapshotValue,
  writeSnapshot,
} from "./snapshot/index.ts";
export {
  decode,
  type Decoded,
  type DecodeNote,
  type Encoding,
  localeNumber,
  type Location,
  type Position,
  positionAt,
  type Source,
  type Span,
} from "./source/index.ts";
