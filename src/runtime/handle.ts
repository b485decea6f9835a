/** Handles and instances: objects whose methods are built once for each class. */
import { CimError } from "./error.ts";
import { type Presented, toJson } from "./present.ts";
import {
  type CallOptions,
  type CimValue,
  type ClassData,
  type ClassDescriptor,
  type Instance,
  type InstancePath,
  path,
  type Reference,
} from "./types.ts";

/** What a handle is bound to: a class, and the client that reaches it. */
export interface Binding {
  readonly cls: ClassData;
  /** Calls a method of the instance at `at`, or of the class itself. */
  call(
    at: InstancePath | undefined,
    method: string,
    input: unknown,
    options: CallOptions | undefined,
  ): Promise<unknown>;
}

const binding: unique symbol = Symbol.for("mof-codegen.binding") as never; // `as never`: only a bare Symbol() call has a unique type, and two copies of the runtime must agree

interface Bound {
  readonly [binding]: Binding;
  readonly [path]?: InstancePath;
}

/**
 * What a handle, an instance or a class handle is bound to; `undefined` for anything else.
 *
 * @param value - Anything.
 */
export function bindingOf(value: unknown): Binding | undefined {
  return isBound(value) ? value[binding] : undefined;
}

/**
 * Whether a value is a handle or an instance, made by a client.
 *
 * @param value - Anything.
 */
export function isHandle(value: unknown): boolean {
  return isBound(value) && path in value;
}

function isBound(value: unknown): value is Bound {
  return typeof value === "object" && value !== null && binding in value;
}

/**
 * A handle: an object with an instance's methods and the given properties, frozen.
 *
 * @param bound - Class and client.
 * @param at - Where the instance is.
 * @param properties - Its keys.
 */
export function createHandle(
  bound: Binding,
  at: InstancePath,
  properties: readonly (readonly [name: string, value: Presented])[],
): object {
  return Object.freeze(makeHandle(bound, at, properties));
}

/**
 * An instance: a handle with all properties, which knows that it is one.
 *
 * @param bound - Class and client.
 * @param at - Where the instance is.
 * @param properties - What its class declares.
 * @param others - What it has beside that.
 */
export function createInstance(
  bound: Binding,
  at: InstancePath,
  properties: readonly (readonly [name: string, value: Presented])[],
  others: Undeclared,
): object {
  const instance = makeHandle(bound, at, properties);
  Object.defineProperty(instance, undeclared, { value: others });
  return Object.freeze(instance);
}

function makeHandle(
  bound: Binding,
  at: InstancePath,
  properties: readonly (readonly [name: string, value: Presented])[],
): Record<string, Presented> {
  const prototype = prototypeOf(bound.cls, instancePrototypes, false);
  // As: Object.create gives any.
  const handle = Object.create(prototype) as Record<string, Presented>;
  for (const [name, value] of properties) {
    // An assignment would not do for a property called __proto__ or like a method.
    if (name in prototype) Object.defineProperty(handle, name, { value, enumerable: true });
    else handle[name] = value;
  }
  Object.defineProperty(handle, binding, { value: bound });
  Object.defineProperty(handle, path, { value: at });
  return handle;
}

/** Properties that no class known to the caller declares, by name. */
export type Undeclared = Readonly<Record<string, CimValue>>;

const undeclared: unique symbol = Symbol.for("mof-codegen.undeclared") as never; // `as never`: see binding

/**
 * What an instance has beside the properties that its class declares: those of a subclass that
 * the caller does not know, for example.
 *
 * @param instance - From a client.
 * @returns Empty for a handle.
 */
export function undeclaredOf(instance: Reference<unknown>): Undeclared {
  return isInstance(instance) ? instance[undeclared] : {};
}

/**
 * Whether a value is an instance that a client read, and no bare handle.
 *
 * @param value - Anything.
 */
export function isInstance(value: unknown): value is Bound & { readonly [undeclared]: Undeclared } {
  return isBound(value) && undeclared in value;
}

/**
 * Whether an instance was read as one of a class or of a subclass of it: tells the members of
 * `enumerate(X, { as: [A, B] })` apart.
 *
 * @param instance - From a client.
 * @param cls - The class.
 */
export function isInstanceOf<T, K extends string>(
  instance: Reference<unknown>,
  cls: ClassDescriptor<T, K>,
): instance is Instance<T, K> {
  const known = isInstance(instance) ? instance[binding].cls : undefined;
  const line = known === undefined ? [] : [known.name, ...(known.superclasses ?? [])];
  return line.some((name) => name.toLowerCase() === cls.name.toLowerCase());
}

/**
 * An object with the methods of a class, frozen.
 *
 * @param bound - Class and client.
 */
export function createClassHandle(bound: Binding): object {
  // As: Object.create gives any.
  const handle = Object.create(prototypeOf(bound.cls, classPrototypes, true)) as object;
  Object.defineProperty(handle, binding, { value: bound });
  return Object.freeze(handle);
}

const instancePrototypes = new WeakMap<ClassData, object>();
const classPrototypes = new WeakMap<ClassData, object>();

/**
 * The prototype of all handles of a class. Methods that the language would call by itself
 * are left out; `client.invoke` reaches them.
 *
 * A class handle offers every method: where the source did not say which are
 * static, the contract's static half has them, too.
 */
function prototypeOf(cls: ClassData, known: WeakMap<ClassData, object>, isClass: boolean): object {
  const existing = known.get(cls);
  if (existing !== undefined) return existing;
  const prototype = {};
  hide(prototype, Symbol.toStringTag, cls.name);
  if (!isClass) hide(prototype, "toJSON", handleToJson);
  for (const [name, method] of Object.entries(cls.methods ?? {})) {
    if (leftOff.has(name) || (method.static === true && !isClass)) continue;
    hide(prototype, name, remoteMethod(cls.name, name, Object.keys(method.in ?? {}).length > 0));
  }
  known.set(cls, Object.freeze(prototype));
  return prototype;
}

/** `await` calls `then`, `JSON.stringify` calls `toJSON`. */
const leftOff: ReadonlySet<string> = new Set(["then", "toJSON"]);

function hide(object: object, name: string | symbol, value: unknown): void {
  Object.defineProperty(object, name, { value, configurable: true });
}

function handleToJson(this: object): unknown {
  // As: the own enumerable members are those that createHandle was given.
  return toJson(Object.fromEntries(Object.entries(this)));
}

function remoteMethod(className: string, name: string, hasInput: boolean): unknown {
  const method = hasInput
    ? function (this: unknown, input?: unknown, options?: CallOptions): Promise<unknown> {
        return start(this, className, name, input, options);
      }
    : function (this: unknown, options?: CallOptions): Promise<unknown> {
        return start(this, className, name, undefined, options);
      };
  Object.defineProperty(method, "name", { value: name });
  return method;
}

function start(
  target: unknown,
  className: string,
  method: string,
  input: unknown,
  options: CallOptions | undefined,
): Promise<unknown> {
  if (isBound(target)) return target[binding].call(target[path], method, input, options);
  const sentence = `call it on its handle, as handle.${method}(…): it was taken off`;
  return Promise.reject(new CimError("configuration", sentence, { className, method }));
}
