/** What all operations of a client have in common: its classes, namespaces and bindings. */
import { classesAround, type ClassFinder, classFinder } from "../class-data.ts";
import { CimError, type CimErrorContext } from "../error.ts";
import { type Binding, bindingOf } from "../handle.ts";
import { pathFromKeys, retypeKeys } from "../keys.ts";
import { type Mismatch, mismatchReporter } from "../mismatch.ts";
import type { Exchange } from "../operations.ts";
import { isReference, pathOf } from "../reference.ts";
import { checkTimeout } from "../timeout.ts";
import type { CallOptions, ClassData, InstancePath, Reference } from "../types.ts";
import type { ClientOptions } from "./options.ts";

/** A call on a bound handle, as a method of a generated class makes it. */
export type Call = Binding["call"];

/** The parts of a request that every operation on a class has. */
export interface Scope {
  readonly cls: ClassData;
  readonly namespace: string;
  readonly classOf: ClassFinder;
  readonly signal?: AbortSignal;
  readonly timeout?: number;
}

/** The client as its operations see it. */
export class Core {
  readonly exchange: Exchange;
  readonly options: ClientOptions;
  readonly report: (mismatch: Mismatch) => void;
  readonly #call: (cls: ClassData) => Call;
  readonly #classOf: ClassFinder;
  readonly #bindings = new WeakMap<ClassData, Binding>();

  /**
   * @param exchange - The way to the server, interceptors included.
   * @param options - The user's.
   * @param call - Makes the calls of handles of a class.
   * @throws CimError `"configuration"` for a timeout that is none.
   */
  constructor(
    exchange: Exchange,
    options: ClientOptions,
    call: (core: Core, cls: ClassData) => Call,
  ) {
    checkTimeout(options.timeout, "configuration");
    this.exchange = exchange;
    this.options = options;
    this.report = mismatchReporter(options.mismatch ?? "warn");
    this.#classOf = classFinder(options.classes ?? []);
    this.#call = (cls) => call(this, cls);
  }

  /** What handles and instances of a class are bound to; the same for the same class. */
  bind(cls: ClassData): Binding {
    const existing = this.#bindings.get(cls);
    if (existing !== undefined) return existing;
    const made: Binding = { cls, call: this.#call(cls) };
    this.#bindings.set(cls, made);
    return made;
  }

  /** Finds the classes that the client knows, and those around `cls`. */
  around(cls: ClassData): ClassFinder {
    return classesAround(cls, this.#classOf);
  }

  /** A class by name, of those that the client knows. */
  classOf(name: string): ClassData | undefined {
    return this.#classOf(name);
  }

  /** The namespace in which a class is looked for. */
  namespaceOf(cls: ClassData): string {
    return this.options.namespace ?? cls.namespace;
  }

  /**
   * What a request on a class states.
   *
   * @throws CimError `"invalid-parameter"` for a timeout that is none.
   */
  scope(cls: ClassData, options: CallOptions | undefined, namespace: string): Scope {
    return { cls, namespace, classOf: this.around(cls), ...this.bounds(options) };
  }

  /** The bounds of a call. */
  bounds(options: CallOptions | undefined): Pick<Scope, "signal" | "timeout"> {
    checkTimeout(options?.timeout, "invalid-parameter");
    const timeout = options?.timeout ?? this.options.timeout;
    return {
      ...(options?.signal === undefined ? {} : { signal: options.signal }),
      ...(timeout === undefined ? {} : { timeout }),
    };
  }

  /**
   * The path that keys or a reference name.
   *
   * @throws CimError `"invalid-parameter"` for keys that are not those of the class.
   */
  pathOf(cls: ClassData, address: object | undefined): InstancePath {
    if (isReference(address)) return retypeKeys(cls, pathOf(address));
    return pathFromKeys(cls, address, this.namespaceOf(cls));
  }

  /**
   * The class of a reference.
   *
   * @throws CimError `"configuration"` when nobody says which one it is.
   */
  classOfReference(reference: Reference<unknown>): ClassData {
    const { className } = pathOf(reference);
    const cls = bindingOf(reference)?.cls ?? this.#classOf(className);
    if (cls !== undefined) return cls;
    const sentence = `this reference does not know its class: pass the class as well, or list it in the client's classes`;
    throw new CimError("configuration", sentence, { className });
  }
}

/**
 * A class among what a method's overloads admit.
 *
 * @param target - A class or something else.
 * @throws CimError `"configuration"` for something else.
 */
export function asClassData(target: object): ClassData {
  // As: the three members that tell a class from anything else that the types admit.
  if ("format" in target && "name" in target && "namespace" in target) return target as ClassData;
  throw new CimError("configuration", "neither a class nor a handle");
}

/**
 * Runs an operation; its errors say which one failed.
 *
 * @param context - The operation.
 * @param action - What to run.
 */
export async function guard<R>(context: CimErrorContext, action: () => Promise<R>): Promise<R> {
  try {
    return await action();
  } catch (error) {
    throw CimError.from(error, context);
  }
}

/**
 * The same for items: each loop runs `action` anew.
 *
 * @param context - The operation.
 * @param action - Makes the items.
 */
export function guardItems<R>(
  context: CimErrorContext,
  action: () => AsyncIterable<R>,
): AsyncIterable<R> {
  return {
    async *[Symbol.asyncIterator](): AsyncGenerator<R> {
      try {
        yield* action();
      } catch (error) {
        throw CimError.from(error, context);
      }
    },
  };
}
