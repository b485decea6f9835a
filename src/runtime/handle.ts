/** Handles and instances: objects whose methods are built once for each class. */
import { CimError } from "./error.ts";
import { type Presented, toJson } from "./present.ts";
import { type CallOptions, type ClassData, type InstancePath, path } from "./types.ts";

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
 * An object with an instance's methods and the given properties, frozen.
 *
 * @param bound - Class and client.
 * @param at - Where the instance is.
 * @param properties - Keys, for an instance all properties.
 */
export function createHandle(
  bound: Binding,
  at: InstancePath,
  properties: Iterable<readonly [name: string, value: Presented]>,
): object {
  // As: Object.create gives any.
  const handle = Object.create(prototypeOf(bound.cls, instancePrototypes, false)) as object;
  Object.defineProperty(handle, binding, { value: bound });
  Object.defineProperty(handle, path, { value: at });
  for (const [name, value] of properties) {
    // Not an assignment: a property may be called __proto__ or like a method.
    Object.defineProperty(handle, name, { value, enumerable: true });
  }
  return Object.freeze(handle);
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
