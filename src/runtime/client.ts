/** The client: typed calls on one side, a transport on the other. */
import { classesAround, type ClassFinder, classFinder, typeOfProperty } from "./class-data.ts";
import { CimError, type CimErrorContext } from "./error.ts";
import { type Binding, bindingOf, createClassHandle, createHandle } from "./handle.ts";
import { conformInput, requireMethod } from "./input.ts";
import { intercept, type Interceptor } from "./intercept.ts";
import { pathFromKeys, retypeKeys } from "./keys.ts";
import { type Mismatch, type MismatchPolicy, mismatchReporter, reportNulls } from "./mismatch.ts";
import { present, type Presented } from "./present.ts";
import { presentKey, presentResult } from "./present-result.ts";
import { isReference, pathOf } from "./reference.ts";
import { checkTimeout } from "./timeout.ts";
import type { GetRequest, InstanceData, Transport } from "./transport.ts";
import type {
  CallOptions,
  ClassData,
  ClassDescriptor,
  ClassHandle,
  Handle,
  Instance,
  InstancePath,
  Reference,
} from "./types.ts";

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

/** The arguments of a method by {@link Client.invoke}: always an object first, then options. */
export type InvokeArguments<M> = M extends (...input: infer A) => unknown
  ? A extends readonly []
    ? [input?: Record<string, never> | undefined, options?: CallOptions]
    : [...A, options?: CallOptions]
  : never;

/** What a method of a contract returns, as a promise. */
export type Invoked<M> = M extends (...input: never) => infer R ? Promise<R> : never;

/** What may be said about a client that is given its transport. */
export interface ClientOptions {
  /** CIM namespace with slashes, instead of the one that each class states. */
  readonly namespace?: string;
  /**
   * Classes that may be referenced or come embedded where the schema does not say which one:
   * subclasses, and what stands in an `object`. Of those that are not listed, what no class
   * declares stays text.
   */
  readonly classes?: readonly ClassData[];
  /** Milliseconds for each exchange with the server; `Infinity` waits for ever. */
  readonly timeout?: number;
  /** What happens when the server answers with null where the schema rules it out; `"warn"` unless stated. */
  readonly mismatch?: MismatchPolicy;
  /** Outermost first. */
  readonly interceptors?: readonly Interceptor[];
}

/**
 * Reaches the instances of a server. All failures are `CimError`s.
 *
 * A method called `then` is not on handles, because `await` would call it:
 * `client.invoke(handle, "then")` reaches it.
 */
export interface Client extends AsyncDisposable {
  /**
   * The instance with these keys, or the one that a reference names. Nothing is sent.
   *
   * @throws CimError `"invalid-parameter"` when a key is missing, unknown or of the wrong type.
   */
  at<T, K extends string>(cls: ClassDescriptor<T, K>, ...address: Address<T, K>): Handle<T, K>;
  /** The static methods of a class. Nothing is sent. */
  class<S>(cls: ClassDescriptor<unknown, string, S>): ClassHandle<S>;
  /** Fetches the instance that a handle, or a reference to a known class, names. */
  get<T>(reference: Reference<T>, options?: CallOptions): Promise<Instance<T>>;
  /** Fetches the instance with these keys, or the one that a reference names. */
  get<T, K extends string>(
    cls: ClassDescriptor<T, K>,
    ...address: [...Address<T, K>, options?: CallOptions]
  ): Promise<Instance<T, K>>;
  /**
   * All instances of a class and its subclasses. Each loop over it asks anew,
   * pulls as it goes, and releases what the server holds when it is left.
   */
  enumerate<T, K extends string>(
    cls: ClassDescriptor<T, K>,
    options?: CallOptions,
  ): AsyncIterable<Instance<T, K>>;
  /** Calls a method of an instance by name; static ones go to the class. */
  invoke<T, N extends MethodName<T>>(
    target: Reference<T>,
    method: N,
    ...input: InvokeArguments<T[N]>
  ): Invoked<T[N]>;
  /** Calls a static method of a class by name. */
  invoke<S, N extends MethodName<S>>(
    target: ClassDescriptor<unknown, string, S>,
    method: N,
    ...input: InvokeArguments<S[N]>
  ): Invoked<S[N]>;
  /** Ends the client; what is under way rejects with code `"closed"`. */
  close(): Promise<void>;
}

/**
 * Makes a client of a transport, for example of `memoryTransport` in a test.
 *
 * @param transport - The way to the server. The client closes it.
 * @param options - See {@link ClientOptions}.
 * @throws CimError `"configuration"` for a timeout that is none.
 */
export function createClient(transport: Transport, options: ClientOptions = {}): Client {
  // As: one class cannot state the types that overloads and phantoms state.
  return new ClassClient(
    intercept(transport, options.interceptors ?? []),
    options,
  ) as unknown as Client;
}

/** The client as it is at run time, where contracts do not exist. */
class ClassClient implements AsyncDisposable {
  readonly #transport: Transport;
  readonly #options: ClientOptions;
  readonly #classOf: ClassFinder;
  readonly #mismatch: (mismatch: Mismatch) => void;
  readonly #bindings = new WeakMap<ClassData, Binding>();

  constructor(transport: Transport, options: ClientOptions) {
    checkTimeout(options.timeout, "configuration");
    this.#transport = transport;
    this.#options = options;
    this.#classOf = classFinder(options.classes ?? []);
    this.#mismatch = mismatchReporter(options.mismatch ?? "warn");
  }

  at(cls: ClassData, address?: object): object {
    const at = this.#pathOf(cls, address);
    return createHandle(this.#bind(cls), at, Object.entries(at.keys).map(presentKey));
  }

  class(cls: ClassData): object {
    return createClassHandle(this.#bind(cls));
  }

  async get(target: object, ...rest: unknown[]): Promise<object> {
    const known = isReference(target);
    const cls = known ? this.#classOfReference(target) : asClassData(target);
    // As: what the overloads of the interface admit.
    const [address, options] = (known ? [target, rest[0]] : rest) as [object?, CallOptions?];
    const path = this.#pathOf(cls, address);
    const context = { operation: "get", className: cls.name };
    return guard(context, async () => {
      const request = { ...this.#request(cls, options, path.namespace), path };
      return this.#instance(cls, await this.#transport.get({ ...request, operation: "get" }));
    });
  }

  enumerate(cls: ClassData, options?: CallOptions): AsyncIterable<object> {
    return { [Symbol.asyncIterator]: () => this.#pull(cls, options) };
  }

  async *#pull(cls: ClassData, options: CallOptions | undefined): AsyncGenerator<object> {
    try {
      const request = this.#request(cls, options, this.#namespaceOf(cls));
      for await (const data of this.#transport.enumerate({ ...request, operation: "enumerate" })) {
        yield this.#instance(cls, data);
      }
    } catch (error) {
      throw CimError.from(error, { operation: "enumerate", className: cls.name });
    }
  }

  async invoke(
    target: object,
    name: string,
    input?: unknown,
    options?: CallOptions,
  ): Promise<unknown> {
    const bound = bindingOf(target);
    if (isReference(target)) {
      return this.#call(
        bound?.cls ?? this.#classOfReference(target),
        pathOf(target),
        name,
        input,
        options,
      );
    }
    return this.#call(bound?.cls ?? asClassData(target), undefined, name, input, options);
  }

  close(): Promise<void> {
    return this.#transport.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #call(
    cls: ClassData,
    at: InstancePath | undefined,
    name: string,
    input: unknown,
    options: CallOptions | undefined,
  ): Promise<unknown> {
    const method = requireMethod(cls, name);
    const values = conformInput(cls, name, input, this.#around(cls));
    const path = method.static === true ? undefined : at;
    return guard({ operation: "invoke", className: cls.name, method: name }, async () => {
      const result = await this.#transport.invoke({
        ...this.#request(cls, options, at?.namespace ?? this.#namespaceOf(cls)),
        operation: "invoke",
        method: name,
        input: values,
        ...(path === undefined ? {} : { path }),
      });
      if (method.returns !== undefined && result.returnValue === null) {
        this.#mismatch({ cls, member: name, ...(path !== undefined && { path }) });
      }
      return presentResult(method, result, this.#around(cls));
    });
  }

  #bind(cls: ClassData): Binding {
    const existing = this.#bindings.get(cls);
    if (existing !== undefined) return existing;
    const made: Binding = {
      cls,
      call: (at, method, input, options) => this.#call(cls, at, method, input, options),
    };
    this.#bindings.set(cls, made);
    return made;
  }

  #instance(cls: ClassData, data: InstanceData): object {
    const { path, properties } = data;
    const classOf = this.#around(cls);
    const members = Object.entries(cls.properties ?? {}).map(
      ([name, property]): [string, Presented] => {
        const value = Object.hasOwn(properties, name) ? properties[name] : undefined;
        // A key that the server left out of the instance stands in its path.
        const key = Object.hasOwn(path.keys, name) ? path.keys[name] : undefined;
        if ((value ?? null) === null && key !== undefined) return presentKey([name, key]);
        return [name, present(value ?? null, typeOfProperty(property), classOf)];
      },
    );
    reportNulls(cls, members, path, this.#mismatch);
    return createHandle(this.#bind(cls), path, members);
  }

  #request(
    cls: ClassData,
    options: CallOptions | undefined,
    namespace: string,
  ): Omit<GetRequest, "operation" | "path"> {
    checkTimeout(options?.timeout, "invalid-parameter");
    const timeout = options?.timeout ?? this.#options.timeout;
    return {
      cls,
      namespace,
      classOf: this.#around(cls),
      ...(options?.signal === undefined ? {} : { signal: options.signal }),
      ...(timeout === undefined ? {} : { timeout }),
    };
  }

  #around(cls: ClassData): ClassFinder {
    return classesAround(cls, this.#classOf);
  }

  #namespaceOf(cls: ClassData): string {
    return this.#options.namespace ?? cls.namespace;
  }

  #pathOf(cls: ClassData, address: object | undefined): InstancePath {
    if (isReference(address)) return retypeKeys(cls, pathOf(address));
    return pathFromKeys(cls, address, this.#namespaceOf(cls));
  }

  #classOfReference(reference: Reference<unknown>): ClassData {
    const { className } = pathOf(reference);
    const cls = bindingOf(reference)?.cls ?? this.#classOf(className);
    if (cls !== undefined) return cls;
    const sentence = `this reference does not know its class: pass the class as well, or list it in the client's classes`;
    throw new CimError("configuration", sentence, { className });
  }
}

function asClassData(target: object): ClassData {
  // As: the three members that tell a class from anything else that the types admit.
  if ("format" in target && "name" in target && "namespace" in target) return target as ClassData;
  throw new CimError("configuration", "neither a class nor a handle");
}

async function guard<R>(context: CimErrorContext, action: () => Promise<R>): Promise<R> {
  try {
    return await action();
  } catch (error) {
    throw CimError.from(error, context);
  }
}
