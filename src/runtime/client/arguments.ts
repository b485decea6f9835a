/** What is passed to a client's methods, and what they give: types alone. */
import type {
  CallOptions,
  CimInstance,
  ClassDescriptor,
  Embedded,
  EndName,
  Handle,
  Instance,
  Reference,
} from "../types.ts";

/** The key properties of a class, as an object. */
export type KeysOf<T, K extends string> = {
  readonly [P in keyof T as P extends K ? P : never]: T[P];
};

/** How a class is addressed: its keys, which a class without any may leave out, or a reference. */
export type Address<T, K extends string> = [K] extends [never]
  ? [keys?: Record<string, never> | Reference<T> | undefined]
  : [keys: KeysOf<T, K> | Reference<T>];

/** Names of the methods of a contract. */
export type MethodName<T> = {
  [P in keyof T]: T[P] extends (...input: never) => unknown ? P : never;
}[keyof T] &
  string;

/** The arguments of a method by a client's `invoke`: always an object first, then options. */
export type InvokeArguments<M> = M extends (...input: infer A) => unknown
  ? A extends readonly []
    ? [input?: Record<string, never> | undefined, options?: CallOptions]
    : [...A, options?: CallOptions]
  : never;

/** What a method of a contract returns, as a promise. */
export type Invoked<M> = M extends (...input: never) => infer R ? Promise<R> : never;

/** Names of the properties of a contract. */
export type PropertyName<T> = keyof Embedded<T> & string;

/** Which properties are wanted. */
export interface Selection<P extends string> {
  /** Names of properties; keys come anyway. */
  readonly properties: readonly P[];
}

/** An instance with its keys and some of its properties. */
export type Selected<T, K extends string, P extends string> = Handle<T, K> & {
  readonly [N in keyof T as N extends P ? N : never]: T[N];
};

/** The instance of a descriptor's class. */
export type InstanceOf<D> = D extends ClassDescriptor<infer T, infer K> ? Instance<T, K> : never;

/** Asks for handles instead of instances. */
export interface KeysOnly {
  readonly keysOnly: true;
}

/** What may be said about an enumeration. */
export interface EnumerateOptions extends CallOptions {
  /** `false` leaves out instances of subclasses. */
  readonly subclasses?: boolean;
}

/** How associations are followed; all of them unless told. */
export interface AssociatorsOptions<A = unknown> extends CallOptions {
  /** Class of the associations. */
  readonly association?: ClassDescriptor<A, string>;
  /** Class of the instances that they lead to. */
  readonly result?: ClassDescriptor<unknown, string>;
  /** Name of the reference at this instance's end. */
  readonly role?: RoleOf<A>;
  /** Name of the reference at the other end. */
  readonly resultRole?: RoleOf<A>;
}

/** Which associations are wanted; all of them unless told. */
export interface ReferencesOptions<A = unknown> extends CallOptions {
  readonly association?: ClassDescriptor<A, string>;
  /** Name of the reference at this instance's end. */
  readonly role?: RoleOf<A>;
}

/** Names of an association's references; any name where no class says which there are. */
type RoleOf<A> = unknown extends A ? string : EndName<A>;

/** An instance of a class that the caller does not know. */
export interface DynamicInstance extends Reference<unknown>, CimInstance {}

/** What may be written of an instance. */
export type ChangesOf<T, W> = unknown extends W ? Partial<Embedded<T>> : W;

/** What may be said about a modification. */
export interface ModifyOptions extends CallOptions {
  /**
   * Whether the instance has to be as it was read: it is read again first, and the modification
   * refused with code `"conflict"` if it is not. Between the two somebody may still come: CIM has
   * no atomic way.
   */
  readonly ifUnchanged?: boolean;
}

/** An indication, or word that some may have been missed. */
export type Indication<I> =
  | { readonly kind: "indication"; readonly indication: I }
  | {
      readonly kind: "gap";
      /** Why, for a person. */
      readonly reason: string;
    };

/** Which namespace's definitions are wanted. */
export interface DefinitionOptions extends CallOptions {
  /** With slashes; the class's or the client's own unless told, otherwise `root/cimv2`. */
  readonly namespace?: string;
}

/** Which classes are wanted. */
export interface EnumerateClassesOptions extends DefinitionOptions {
  /** Whose subclasses; all classes unless told. */
  readonly superclass?: string;
  /** `false` leaves out subclasses of subclasses. */
  readonly deep?: boolean;
}
