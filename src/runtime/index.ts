/**
 * `mof-codegen/runtime`: what generated code and its users import.
 *
 * @packageDocumentation
 */
export type { Advice, FailureName } from "./advice.ts";
export type { AuthenticationRequest, Authenticator, Challenge } from "./auth/authenticator.ts";
export { basic, type BasicCredentials } from "./auth/basic.ts";
export type {
  Address,
  AssociatorsOptions,
  ChangesOf,
  DefinitionOptions,
  DynamicInstance,
  EnumerateClassesOptions,
  EnumerateOptions,
  Indication,
  InstanceOf,
  InvokeArguments,
  Invoked,
  KeysOf,
  KeysOnly,
  MethodName,
  ModifyOptions,
  PropertyName,
  ReferencesOptions,
  Selected,
  Selection,
} from "./client/arguments.ts";
export type { Client } from "./client/client.ts";
export { createClient } from "./client/create-client.ts";
export type { ClientOptions } from "./client/options.ts";
export { cimXmlTransport, type CimXmlOptions } from "./cimxml/transport.ts";
export { connect, type ConnectOptions } from "./connect.ts";
export { type Bits, combineBits, hasBits, namesOfBits } from "./bits.ts";
export { CimDateTime, type DateTimeFields, parseDateTime } from "./datetime.ts";
export { CimInterval, type IntervalParts } from "./interval.ts";
export { defineClass } from "./define-class.ts";
export {
  CimError,
  type CimErrorContext,
  type CimErrorDetails,
  type CimErrorInstance,
} from "./error.ts";
export type { CimErrorCode } from "./error-code.ts";
export { fromJson, type FromJsonOptions } from "./from-json.ts";
export { isHandle, isInstanceOf, type Undeclared, undeclaredOf } from "./handle.ts";
export type { ProxyOptions, TlsOptions } from "./http/settings.ts";
export type { CircuitOptions, RetryOptions } from "./http/retry.ts";
export type { Timeouts } from "./http/timeouts.ts";
export type { Interceptor } from "./intercept.ts";
export type { Log, LogEntry } from "./log.ts";
export type { Handlers, MethodCall, MethodHandler } from "./memory/handlers.ts";
export { job, type JobOptions, type JobOutcome } from "./job.ts";
export { CimJobError, type JobPoller, type JobProgress } from "./job-state.ts";
export {
  forEachHost,
  type ForEachHostOptions,
  type HostProgress,
  type HostsOutcome,
} from "./hosts.ts";
export { labelOf } from "./label.ts";
export type { Mismatch, MismatchPolicy } from "./mismatch.ts";
export { type MemoryOptions, memoryTransport, type MemoryTransport } from "./memory/memory.ts";
export {
  type Answer,
  type Call,
  provide,
  type Provided,
  type Provider,
  type StaticCall,
} from "./memory/provider.ts";
export { toJson } from "./present.ts";
export { formatPath, parsePath, pathOf, referenceTo } from "./reference.ts";
export { describeReturnCode, type ReturnCode } from "./return-code.ts";
export { createStore, instancesOf, type Seed, type Seeded, type Store } from "./memory/store.ts";
export type {
  AnyRequest,
  AnyResponse,
  AssociatorsRequest,
  CreateRequest,
  DeleteRequest,
  EnumerateClassesRequest,
  EnumerateQualifiersRequest,
  EnumerateRequest,
  EventData,
  Exchange,
  GetClassRequest,
  GetRequest,
  IdentifyRequest,
  InstanceData,
  InvokeRequest,
  InvokeResult,
  ModifyRequest,
  NamespacesRequest,
  QueryLanguage,
  QueryRequest,
  ReferencesRequest,
  ServerIdentity,
  SubscribeRequest,
} from "./operations.ts";
export { cql, type QueryTag, wql } from "./query/wql.ts";
export type { Query } from "./query/query.ts";
export {
  type ComparableName,
  type Compared,
  type Comparison,
  type Condition,
  type Conditions,
  type Select,
  select,
} from "./query/select.ts";
export { CimReturnError, ok, type OkOptions, type ReturnedBy } from "./return-value.ts";
export type {
  ClassDefinition,
  DefinitionType,
  MethodDefinition,
  ParameterDefinition,
  PropertyDefinition,
  QualifierDefinition,
  QualifierFlavors,
  QualifierScope,
  QualifierValue,
} from "./schema/definition.ts";
export { exchangeOf, type Operations, type Transport } from "./transport.ts";
export {
  type CallOptions,
  type Changes,
  type char16,
  type CimInstance,
  type CimValue,
  type ClassData,
  type ClassDescriptor,
  type ClassHandle,
  type Embedded,
  type EmbeddedInput,
  type End,
  type EndName,
  type Handle,
  type Instance,
  type InstancePath,
  type KeyValue,
  type MethodData,
  type NewInstance,
  path,
  type PropertyData,
  type real32,
  type real64,
  type Reference,
  type Remote,
  type ScalarCode,
  type sint16,
  type sint32,
  type sint64,
  type sint8,
  type TypeCode,
  type uint16,
  type uint32,
  type uint64,
  type uint8,
} from "./types.ts";
export { type ValuedName, type ValueMap, type ValueMapEntry, valueMapOf } from "./value-map.ts";
export { wsmanTransport, type WsmanOptions } from "./wsman/transport.ts";
export { amt, type Dialect, generic, omi, openwsman, pegasus, windows } from "./wsman/dialect.ts";
