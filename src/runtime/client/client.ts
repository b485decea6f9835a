/** The client: everything that can be asked of a server, typed by descriptors. */
import type { ServerIdentity } from "../operations.ts";
import type { Query } from "../query/query.ts";
import type { ClassDefinition, QualifierDefinition } from "../schema/definition.ts";
import type {
  CallOptions,
  ClassData,
  ClassDescriptor,
  ClassHandle,
  End,
  EndName,
  Handle,
  Instance,
  NewInstance,
  Reference,
} from "../types.ts";
import type {
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
  KeysOnly,
  MethodName,
  ModifyOptions,
  PropertyName,
  ReferencesOptions,
  Selected,
  Selection,
} from "./arguments.ts";

/**
 * Reaches the instances of a server. All failures are `CimError`s.
 *
 * A method called `then` is not on handles, because `await` would call it:
 * `client.invoke(handle, "then")` reaches it.
 */
export interface Client extends AsyncDisposable {
  /** Asks the server who it is. */
  identify(options?: CallOptions): Promise<ServerIdentity>;

  /**
   * The instance with these keys, or the one that a reference names. Nothing is sent.
   *
   * @throws CimError `"invalid-parameter"` when a key is missing, unknown or of the wrong type.
   */
  at<T, K extends string>(cls: ClassDescriptor<T, K>, ...address: Address<T, K>): Handle<T, K>;
  /** The static methods of a class. Nothing is sent. */
  class<S>(cls: ClassDescriptor<unknown, string, S>): ClassHandle<S>;

  /** Fetches some properties of the instance that a handle, or a reference to a known class, names. */
  get<T, P extends PropertyName<T>>(
    reference: Reference<T>,
    options: CallOptions & Selection<P>,
  ): Promise<Selected<T, never, P>>;
  /** Fetches the instance that a handle, or a reference to a known class, names. */
  get<T>(reference: Reference<T>, options?: CallOptions): Promise<Instance<T>>;
  /** Fetches some properties of the instance with these keys, or of the one that a reference names. */
  get<T, K extends string, P extends PropertyName<T>>(
    cls: ClassDescriptor<T, K>,
    ...address: [...Required<Address<T, K>>, options: CallOptions & Selection<P>]
  ): Promise<Selected<T, K, P>>;
  /** Fetches the instance with these keys, or the one that a reference names. */
  get<T, K extends string>(
    cls: ClassDescriptor<T, K>,
    ...address: [...Address<T, K>, options?: CallOptions]
  ): Promise<Instance<T, K>>;

  /** Where the instances of a class and its subclasses are, without their properties. */
  enumerate<T, K extends string>(
    cls: ClassDescriptor<T, K>,
    options: EnumerateOptions & KeysOnly,
  ): AsyncIterable<Handle<T, K>>;
  /** Some properties of the instances of a class and its subclasses. */
  enumerate<T, K extends string, P extends PropertyName<T>>(
    cls: ClassDescriptor<T, K>,
    options: EnumerateOptions & Selection<P>,
  ): AsyncIterable<Selected<T, K, P>>;
  /**
   * The instances of a class and its subclasses, those of the classes in `as` with all that
   * these declare; {@link isInstanceOf} tells them apart.
   */
  enumerate<T, K extends string, D extends ClassDescriptor<unknown, string>>(
    cls: ClassDescriptor<T, K>,
    options: EnumerateOptions & { readonly as: readonly D[] },
  ): AsyncIterable<Instance<T, K> | InstanceOf<D>>;
  /**
   * All instances of a class and its subclasses. Each loop over it asks anew,
   * pulls as it goes, and releases what the server holds when it is left.
   */
  enumerate<T, K extends string>(
    cls: ClassDescriptor<T, K>,
    options?: EnumerateOptions,
  ): AsyncIterable<Instance<T, K>>;

  /** What a query finds: `select(X).where(…)`, or `` wql(X)`…` ``. */
  query<I>(query: Query<I>, options?: CallOptions): AsyncIterable<I>;

  /** Where the instances are that associations lead to, without their properties. */
  associators<A = unknown>(
    instance: Reference<unknown>,
    options: AssociatorsOptions<A> & KeysOnly,
  ): AsyncIterable<Reference<unknown>>;
  /** The instances of a class that associations lead to. */
  associators<T, K extends string, A = unknown>(
    instance: Reference<unknown>,
    options: AssociatorsOptions<A> & { readonly result: ClassDescriptor<T, K> },
  ): AsyncIterable<Instance<T, K>>;
  /**
   * The instances at one end of an association. Their class has to be known: the association
   * names it, and the client's `classes` have to have it.
   */
  associators<A, N extends EndName<A>>(
    instance: Reference<unknown>,
    options: AssociatorsOptions<A> & {
      readonly association: ClassDescriptor<A, string>;
      readonly resultRole: N;
    },
  ): AsyncIterable<Instance<End<A, N>>>;
  /** All instances that associations lead to, of whatever class. */
  associators<A = unknown>(
    instance: Reference<unknown>,
    options?: AssociatorsOptions<A>,
  ): AsyncIterable<DynamicInstance>;

  /** Where the associations of an instance are, without their properties. */
  references<A = unknown>(
    instance: Reference<unknown>,
    options: ReferencesOptions<A> & KeysOnly,
  ): AsyncIterable<Reference<unknown>>;
  /** The associations of one class that refer to an instance. */
  references<A, K extends string>(
    instance: Reference<unknown>,
    options: ReferencesOptions<A> & { readonly association: ClassDescriptor<A, K> },
  ): AsyncIterable<Instance<A, K>>;
  /** All associations that refer to an instance, of whatever class. */
  references(
    instance: Reference<unknown>,
    options?: ReferencesOptions & { readonly association?: undefined },
  ): AsyncIterable<DynamicInstance>;

  /**
   * Makes an instance.
   *
   * @returns Its handle, with the keys that the server gave it.
   */
  create<T, K extends string>(
    cls: ClassDescriptor<T, K>,
    instance: NewInstance<T>,
    options?: CallOptions,
  ): Promise<Handle<T, K>>;

  /**
   * Changes properties of an instance; `null` is a value, what is left out stays. Of an instance
   * that was read only what differs from it is sent, and nothing if nothing does.
   *
   * @throws CimError `"conflict"` when `ifUnchanged` was asked for and somebody else has changed
   *   the instance since it was read.
   */
  modify<T, W>(
    cls: ClassDescriptor<T, string, unknown, W>,
    instance: Reference<T>,
    changes: ChangesOf<T, W>,
    options?: ModifyOptions,
  ): Promise<void>;

  /** Removes the instance that a handle, or a reference to a known class, names. */
  delete(reference: Reference<unknown>, options?: CallOptions): Promise<void>;
  /** Removes the instance with these keys. */
  delete<T, K extends string>(
    cls: ClassDescriptor<T, K>,
    ...address: [...Address<T, K>, options?: CallOptions]
  ): Promise<void>;

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

  /**
   * Indications as they occur, until the loop is left. Where some may have been missed, because
   * the subscription was lost and had to be made anew, an item of kind `"gap"` says so.
   *
   * Over WS-Management alone: CIM-XML delivers to a listener, which a client is not.
   */
  subscribe<I>(query: Query<I>, options?: CallOptions): AsyncIterable<Indication<I>>;
  /** All indications of a class. */
  subscribe<T, K extends string>(
    cls: ClassDescriptor<T, K>,
    options?: CallOptions,
  ): AsyncIterable<Indication<Instance<T, K>>>;

  /** The definition of a class, as the server has it. */
  getClass(cls: string | ClassData, options?: DefinitionOptions): Promise<ClassDefinition>;
  /** Definitions of all classes, or of the subclasses of one. */
  enumerateClasses(options?: EnumerateClassesOptions): AsyncIterable<ClassDefinition>;
  /** Declarations of the qualifiers that a server knows. */
  enumerateQualifiers(options?: DefinitionOptions): AsyncIterable<QualifierDefinition>;
  /** Names of the server's namespaces, with slashes, sorted. */
  namespaces(options?: CallOptions): Promise<readonly string[]>;

  /** Ends the client; what is under way rejects with code `"closed"`. */
  close(): Promise<void>;
}
