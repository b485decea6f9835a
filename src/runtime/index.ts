/**
 * `mof-codegen/runtime`: what generated code and its users import.
 *
 * @packageDocumentation
 */
export type { AuthenticationRequest, Authenticator, Challenge } from "./auth/authenticator.ts";
export { basic, type BasicCredentials } from "./auth/basic.ts";
export {
  type Address,
  type Client,
  type ClientOptions,
  createClient,
  type InvokeArguments,
  type Invoked,
  type KeysOf,
  type MethodName,
} from "./client.ts";
export { connect, type ConnectOptions } from "./connect.ts";
export { type Bits, combineBits, hasBits, namesOfBits } from "./bits.ts";
export { CimDateTime, type DateTimeFields, parseDateTime } from "./datetime.ts";
export { CimInterval, type IntervalParts } from "./interval.ts";
export { defineClass } from "./define-class.ts";
export {
  CimError,
  type CimErrorCode,
  type CimErrorContext,
  type CimErrorDetails,
} from "./error.ts";
export { fromJson, type FromJsonOptions } from "./from-json.ts";
export { isHandle } from "./handle.ts";
export type { TlsOptions } from "./http/connection.ts";
export type { AnyRequest, AnyResponse, Exchange, Interceptor } from "./intercept.ts";
export type { Handlers, MethodCall, MethodHandler } from "./handlers.ts";
export { labelOf } from "./label.ts";
export type { Mismatch, MismatchPolicy } from "./mismatch.ts";
export { type MemoryOptions, memoryTransport, type MemoryTransport } from "./memory.ts";
export {
  type Answer,
  type Call,
  provide,
  type Provided,
  type Provider,
  type StaticCall,
} from "./provider.ts";
export { toJson } from "./present.ts";
export { formatPath, parsePath, pathOf, referenceTo } from "./reference.ts";
export { describeReturnCode, type ReturnCode } from "./return-code.ts";
export { createStore, instancesOf, type Seed, type Seeded, type Store } from "./store.ts";
export type {
  EnumerateRequest,
  GetRequest,
  InstanceData,
  InvokeRequest,
  InvokeResult,
  Transport,
} from "./transport.ts";
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
export { amt, type Dialect, omi, openwsman, pegasus, windows } from "./wsman/dialect.ts";
