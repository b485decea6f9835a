/** The other half of a contract: who implements its methods. */
import type { Store } from "./store.ts";
import type { ClassData, ClassDescriptor, Embedded, InstancePath } from "../types.ts";

/** What a static method has as `this`: the call. */
export interface StaticCall {
  readonly cls: ClassData;
  /** Name of the method. */
  readonly method: string;
  /** All instances, to be changed at will. */
  readonly store: Store;
  /** Aborted when the caller has gone, or the server closes. */
  readonly signal: AbortSignal;
}

/** What a method of an instance of `T` has as `this`: the call. */
export interface Call<T> extends StaticCall {
  /** The instance. */
  readonly path: InstancePath;
  /** Its properties as they were when the call came. */
  readonly instance: Embedded<T>;
}

/** What a provider may answer with: at once, or later. */
export type Answer<R> = R | Promise<R>;

type AnyMethod = (...input: never) => unknown;

/** A contract's method as a provider implements it. */
type Implemented<M, C> = M extends (...input: infer A) => infer R
  ? (this: C, ...input: A) => Answer<R>
  : never;

/**
 * The methods of a contract `T` and of its static half `S`, as a provider implements them.
 * What is generated as `X_Provider` says the same, a method a line. A method on both halves is
 * the static one alone: an intersection of the two makes TypeScript 5.4 fail.
 */
export type Provider<T, S = unknown> = {
  readonly [P in Exclude<keyof T, keyof S> as T[P] extends AnyMethod ? P : never]: Implemented<
    T[P],
    Call<T>
  >;
} & {
  readonly [P in keyof S as S[P] extends AnyMethod ? P : never]: Implemented<S[P], StaticCall>;
};

/** A class and who implements its methods, for `startServer` and `memoryTransport`. */
export interface Provided {
  readonly cls: ClassData;
  readonly provider: object;
}

/**
 * Says who implements a class's methods, for a server in memory. Subclasses that say nothing
 * themselves are served by it, too. A method answers with its return value or, when it has
 * output parameters, with `{ ReturnValue, … }`; it throws a `CimError` to fail as a server
 * would.
 *
 * @param cls - The class.
 * @param provider - An object, or an instance of a class, with some or all of the methods;
 *   those that are missing answer that they are not available. `this` is the call.
 */
export function provide<T, S>(
  cls: ClassDescriptor<T, string, S>,
  provider: Partial<Provider<T, S>>,
): Provided {
  return { cls, provider };
}
