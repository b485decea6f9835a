/**
 * The types that generated code and the client agree on. Nothing here exists at
 * run time except the symbol under which an object keeps its instance path.
 */
import type { CimDateTime } from "./datetime.ts";
import type { CimInterval } from "./interval.ts";

declare const flavor: unique symbol;
declare const contract: unique symbol;
declare const keys: unique symbol;
declare const statics: unique symbol;
declare const changes: unique symbol;

/** Unsigned 8-bit integer (DSP0004 5.2.2). A plain number is accepted. */
export type uint8 = number & { readonly [flavor]?: "uint8" };
/** Signed 8-bit integer. */
export type sint8 = number & { readonly [flavor]?: "sint8" };
/** Unsigned 16-bit integer; a `uint8` fits. */
export type uint16 = number & { readonly [flavor]?: "uint8" | "uint16" };
/** Signed 16-bit integer; every 8-bit one fits. */
export type sint16 = number & { readonly [flavor]?: "uint8" | "sint8" | "sint16" };
/** Unsigned 32-bit integer; narrower unsigned ones fit. */
export type uint32 = number & { readonly [flavor]?: "uint8" | "uint16" | "uint32" };
/** Signed 32-bit integer; every narrower one fits. */
export type sint32 = number & {
  readonly [flavor]?: "uint8" | "uint16" | "sint8" | "sint16" | "sint32";
};
/** Unsigned 64-bit integer, a `bigint` because a number loses digits above 2^53. */
export type uint64 = bigint & { readonly [flavor]?: "uint64" };
/** Signed 64-bit integer, a `bigint`. */
export type sint64 = bigint & { readonly [flavor]?: "sint64" };
/** IEEE 754 single precision. */
export type real32 = number & { readonly [flavor]?: "real32" };
/** IEEE 754 double precision; a `real32` fits. */
export type real64 = number & { readonly [flavor]?: "real32" | "real64" };
/** One UTF-16 code unit, as a string of length 1. */
export type char16 = string & { readonly [flavor]?: "char16" };

/** Names of the intrinsic types as descriptors spell them. `interval` is a `datetime` known to be one. */
export type ScalarCode =
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
  | "interval"
  | "octetstring"
  | "object"
  | `ref ${string}`
  | `instance ${string}`;

/**
 * A CIM type in a descriptor: a scalar, or an array of it with `[]` behind.
 *
 * `ref CIM_X` is a reference, `instance CIM_X` an embedded instance, `object` an
 * embedded instance of any class, `octetstring` a `uint8[]` with the OctetString
 * qualifier.
 */
export type TypeCode = ScalarCode | `${ScalarCode}[]`;

/** A property: its type alone, or with what else the wire needs. */
export type PropertyData = TypeCode | { readonly type: TypeCode; readonly write?: true };

/** A method: input and output parameters by name in the MOF's order, and the return type. */
export interface MethodData {
  /** Whether it is called on the class; `unknown` where its documentation leaves that out. */
  readonly static?: true | "unknown";
  readonly in?: Readonly<Record<string, TypeCode>>;
  /** Names of inputs that a caller may leave out. */
  readonly optional?: readonly string[];
  readonly out?: Readonly<Record<string, TypeCode>>;
  /** Absent for a `void` method. */
  readonly returns?: TypeCode;
}

/**
 * What the wire needs to know about a class, as plain data. Members are flat:
 * inherited ones are included, so a descriptor needs no other one.
 */
export interface ClassData {
  /** Version of this data format. */
  readonly format: 1;
  readonly name: string;
  /** With slashes and without a host, for example `root/cimv2`. */
  readonly namespace: string;
  /** Superclasses, the nearest first. */
  readonly superclasses?: readonly string[];
  readonly keys?: readonly string[];
  /** Properties that are never null (DSP0004 5.6.3.43), without the keys. */
  readonly required?: readonly string[];
  readonly abstract?: true;
  readonly association?: true;
  readonly indication?: true;
  readonly singleton?: true;
  readonly properties?: Readonly<Record<string, PropertyData>>;
  readonly methods?: Readonly<Record<string, MethodData>>;
  /** What holds secrets, beside what its name gives away: properties, and parameters as `Method.Parameter`. */
  readonly sensitive?: readonly string[];
  /**
   * Types of the properties of classes that are embedded in this one, and in these, by class,
   * so that such values have their types without the class being listed anywhere.
   */
  readonly embedded?: Readonly<Record<string, Readonly<Record<string, TypeCode>>>>;
  /**
   * Value maps: by the name of a property, of a method for what it returns, and as
   * `Method.Parameter`. Each is one text, which `valueMapOf` reads and `labelOf` asks.
   */
  readonly values?: Readonly<Record<string, string>>;
}

/**
 * {@link ClassData} that also carries, for the type checker alone, the class's
 * contract `T`, the names of its key properties `K`, its static half `S`, and as `W`
 * what may be written of its instances.
 */
export interface ClassDescriptor<
  out T,
  out K extends string = never,
  out S = unknown,
  out W = unknown,
> extends ClassData {
  readonly [contract]?: T;
  readonly [keys]?: K;
  readonly [statics]?: S;
  readonly [changes]?: W;
}

/** The value of one key property in an instance path. */
export type KeyValue =
  string | number | bigint | boolean | CimDateTime | CimInterval | InstancePath;

/** Where an instance is: DSP0004 8.2.5. */
export interface InstancePath {
  readonly namespace: string;
  readonly className: string;
  /** In the order of the class; empty for a singleton. */
  readonly keys: Readonly<Record<string, KeyValue>>;
}

/** The symbol under which handles, instances and references keep their {@link InstancePath}. */
export const path: unique symbol = Symbol.for("mof-codegen.path") as never; // `as never`: only a bare Symbol() call has a unique type, and two copies of the runtime must agree

/** A reference to an instance of `T` or of a subclass. Handles and instances are references too. */
export interface Reference<out T> {
  readonly [path]: InstancePath;
  readonly [contract]?: T;
}

/** An instance whose class is known only at run time (EmbeddedObject, WMI's `object`). */
export interface CimInstance {
  readonly className: string;
  readonly properties: Readonly<Record<string, CimValue>>;
}

/** Every value that a property, a parameter or a return value can have. */
export type CimValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | CimDateTime
  | CimInterval
  | Uint8Array
  | Reference<unknown>
  | CimInstance
  | readonly CimValue[];

/**
 * The properties of `T` without its methods: the value of an embedded instance.
 *
 * Asked of `T` and not of `T[P]`, because the compiler does not find an end where a class
 * embeds itself.
 */
export type Embedded<T> = {
  readonly [P in keyof T as T extends { readonly [Q in P]: AnyMethod } ? never : P]: T[P];
};

/**
 * What may be passed where an embedded instance of `T` is wanted: some of its properties,
 * or, for a subclass, an instance that names its class.
 */
export type EmbeddedInput<T> = Partial<Embedded<T>> | CimInstance;

/**
 * What a new instance of `T` is made of: its keys and what is `Required` have to be given,
 * anything else may be left to the server.
 */
export type NewInstance<T> = {
  readonly [P in keyof T as T[P] extends AnyMethod ? never : null extends T[P] ? never : P]: T[P];
} & {
  readonly [P in keyof T as T[P] extends AnyMethod ? never : null extends T[P] ? P : never]?: T[P];
};

/** What may be written of an instance of `T`: some of its properties named by `W`. */
export type Changes<T, W extends keyof T> = { readonly [P in W]?: T[P] };

/** The names of an association's references: its ends (DSP0004 5.6.3.3). */
export type EndName<A> = {
  [P in keyof A]-?: NonNullable<A[P]> extends Reference<unknown> ? P : never;
}[keyof A] &
  string;

/** The contract of the class at an end of an association. */
export type End<A, N extends EndName<A>> = NonNullable<A[N]> extends Reference<infer T> ? T : never;

// Parameters are contravariant, so `never` is the one list that every method accepts.
type AnyMethod = (...input: never) => unknown;

/** What may be said about one call, beside its arguments. */
export interface CallOptions {
  /** Ends the call; the promise rejects with a `CimError` of code `"aborted"`. */
  readonly signal?: AbortSignal;
  /** Milliseconds until the call is given up with code `"timeout"`; `Infinity` waits for ever; the client's setting otherwise. */
  readonly timeout?: number;
}

/** A contract's method as a client offers it: the same arguments, then {@link CallOptions}, and a promise. */
type Called<M> = M extends (...input: infer A) => infer R
  ? (...input: [...A, options?: CallOptions]) => Promise<R>
  : never;

/**
 * The methods of `T`, each returning a promise. One called `then` is left out, because
 * `await` would call it, and so is `toJSON`, which `JSON.stringify` would call; a client's
 * `invoke` reaches them.
 */
export type Remote<T> = {
  readonly [
    P in keyof T as P extends "then" | "toJSON" ? never : T[P] extends AnyMethod ? P : never
  ]: Called<T[P]>;
};

/** The keys of `T` named by `K`. */
type Keys<T, K> = { readonly [P in keyof T as P extends K ? P : never]: T[P] };

/**
 * One instance by its path: its keys and its methods, without any request sent.
 * A plain contract is not a handle, and a handle is not a contract.
 */
export type Handle<T, K extends string = never> = Reference<T> & Keys<T, K> & Remote<T>;

/** An instance as the server returned it: a {@link Handle} with all properties. */
export type Instance<T, K extends string = never> = Handle<T, K> & Embedded<T>;

/** The static methods of a class, `S` being its `X_Static` contract. */
export type ClassHandle<S> = Remote<S>;
