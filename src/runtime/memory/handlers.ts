/** What methods do on a server in memory: handlers by name, and typed providers. */
import { classesAround, classFinder, typeOfProperty } from "../class-data.ts";
import { present, type Presented } from "../present.ts";
import type { Provided } from "./provider.ts";
import type { Store } from "./store.ts";
import type { CimValue, ClassData, InstancePath, MethodData } from "../types.ts";

/** A method call as its handler sees it. */
export interface MethodCall {
  /** The class of the instance, or the class itself for a static method. */
  readonly cls: ClassData;
  readonly method: string;
  /** The instance; for a call on the class itself a path without keys. */
  readonly path: InstancePath;
  /** Properties of the instance; none for a call on the class itself. */
  readonly instance: Readonly<Record<string, CimValue>>;
  /** Those input parameters that the caller gave, in the spelling of the class. */
  readonly input: Readonly<Record<string, CimValue>>;
  /** All instances, to be changed at will. */
  readonly store: Store;
  /** Aborted when the caller has gone, or the server closes. */
  readonly signal: AbortSignal;
}

/**
 * What a method does. It answers with the return value, or with an object of
 * `ReturnValue` and output parameters, or with nothing for a `void` method; it
 * throws a `CimError` to fail as a server would.
 */
export type MethodHandler = (call: MethodCall) => unknown;

/** Handlers by class and method name; a subclass finds those of its superclasses. */
export type Handlers = Readonly<Record<string, Readonly<Record<string, MethodHandler>>>>;

/** Finds what a method of a class does, if anybody said so. */
export type HandlerFinder = (cls: ClassData, method: string) => MethodHandler | undefined;

/**
 * Finds handlers in what a user handed over.
 *
 * @param handlers - By name, or typed providers; a subclass finds those of its superclasses.
 */
export function handlerFinder(handlers: Handlers | readonly Provided[]): HandlerFinder {
  return isProviders(handlers)
    ? (cls, method) => ofProviders(handlers, cls, method)
    : (cls, method) => ofNames(handlers, cls, method);
}

/**
 * Whether they are typed providers.
 *
 * @param handlers - What a user handed over.
 */
export function isProviders(
  handlers: Handlers | readonly Provided[],
): handlers is readonly Provided[] {
  return Array.isArray(handlers);
}

function ofNames(handlers: Handlers, cls: ClassData, method: string): MethodHandler | undefined {
  for (const className of lineOf(cls)) {
    const ofClass = Object.hasOwn(handlers, className) ? handlers[className] : undefined;
    const handler =
      ofClass !== undefined && Object.hasOwn(ofClass, method) ? ofClass[method] : undefined;
    if (handler !== undefined) return handler;
  }
  return undefined;
}

/** The nearest class counts; of two providers for one class the first that has the method. */
function ofProviders(
  providers: readonly Provided[],
  cls: ClassData,
  method: string,
): MethodHandler | undefined {
  for (const className of lineOf(cls)) {
    for (const { cls: provided, provider } of providers) {
      if (!isSame(provided.name, className) || !isSame(provided.namespace, cls.namespace)) continue;
      const found = methodOfProvider(provider, method);
      if (found !== undefined) return (call) => found.apply(thisOf(call), inputOf(call));
    }
  }
  return undefined;
}

function lineOf(cls: ClassData): readonly string[] {
  return [cls.name, ...(cls.superclasses ?? [])];
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

type ProviderMethod = (this: unknown, ...input: unknown[]) => unknown;

/**
 * A method of a provider, which may be an instance of a class; what every object has by
 * itself (`toString`, `constructor`) is none.
 */
function methodOfProvider(provider: object, name: string): ProviderMethod | undefined {
  let holder: object | null = provider;
  while (holder !== null && holder !== Object.prototype) {
    const isMaker = name === "constructor" && holder !== provider;
    const value: unknown = Object.getOwnPropertyDescriptor(holder, name)?.value;
    // As: the provider's type says that its methods take the declared input.
    if (typeof value === "function" && !isMaker) return value as ProviderMethod;
    // As: getPrototypeOf gives any.
    holder = Object.getPrototypeOf(holder) as object | null;
  }
  return undefined;
}

/** The call as a provider's `this`: values in the shape that the class's interface states. */
function thisOf({ cls, method, path, instance, store, signal }: MethodCall): object {
  const classOf = classesAround(cls, classFinder(store.classes));
  const properties = Object.entries(cls.properties ?? {}).map(
    ([name, property]): [string, Presented] => [
      name,
      present(instance[name] ?? null, typeOfProperty(property), classOf),
    ],
  );
  return { cls, method, path, instance: Object.fromEntries(properties), store, signal };
}

/** An input that the caller left out, although it may not be, is null. */
function inputOf({ cls, method, input, store }: MethodCall): unknown[] {
  const data: MethodData = cls.methods?.[method] ?? {};
  const classOf = classesAround(cls, classFinder(store.classes));
  const declared = Object.entries(data.in ?? {});
  if (declared.length === 0) return [];
  const given = declared.filter(
    ([name]) => Object.hasOwn(input, name) || data.optional?.includes(name) !== true,
  );
  const values = given.map(([name, type]): [string, Presented] => [
    name,
    present(input[name] ?? null, type, classOf),
  ]);
  return [Object.fromEntries(values)];
}
