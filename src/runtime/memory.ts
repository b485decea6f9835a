/** A server in memory, for tests of programs that use a client. */
import { methodOf } from "./class-data.ts";
import { conform } from "./conform.ts";
import { CimError } from "./error.ts";
import { createStore, notFound, type Seed, type Store } from "./store.ts";
import type {
  EnumerateRequest,
  GetRequest,
  InstanceData,
  InvokeRequest,
  InvokeResult,
  Transport,
} from "./transport.ts";
import type { CimValue, ClassData, InstancePath, MethodData } from "./types.ts";

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

/** What a memory transport is made of. */
export interface MemoryOptions {
  readonly classes?: readonly ClassData[];
  /** Instances by class name. */
  readonly instances?: Seed;
  readonly handlers?: Handlers;
  /** A store of one's own, instead of classes and instances. */
  readonly store?: Store;
}

/** A transport that shows its store. */
export interface MemoryTransport extends Transport {
  readonly store: Store;
}

/**
 * Makes a server in memory. It checks and converts values as the real way does.
 *
 * @param options - Classes, instances and method handlers.
 * @throws CimError when an instance does not fit its class.
 */
export function memoryTransport(options: MemoryOptions): MemoryTransport {
  const store = options.store ?? createStore(options.classes ?? [], options.instances);
  const handlers = options.handlers ?? {};
  let isClosed = false;
  const open = (signal: AbortSignal | undefined): void => {
    if (isClosed) throw new CimError("closed", "the client is closed");
    if (signal?.aborted === true) throw aborted(signal);
  };
  return {
    store,
    async get(request: GetRequest) {
      open(request.signal);
      return requireInstance(store, request.path);
    },
    async *enumerate(request: EnumerateRequest): AsyncGenerator<InstanceData> {
      open(request.signal);
      for (const instance of store.instances(request.cls.name, request.namespace)) {
        yield instance;
        open(request.signal);
      }
    },
    async invoke(request: InvokeRequest) {
      open(request.signal);
      return untilAborted(dispatch(store, handlers, request), request.signal);
    },
    close() {
      isClosed = true;
      return Promise.resolve();
    },
  };
}

/**
 * Performs a method call on a store: finds the instance, the method and its
 * handler, and brings the handler's answer into the declared types.
 *
 * @param store - Where the instances are.
 * @param handlers - What the methods do.
 * @param request - The call; its `cls` is only a hint, the store's class counts.
 * @throws CimError as a server would answer, or whatever the handler throws.
 */
export async function dispatch(
  store: Store,
  handlers: Handlers,
  request: Pick<InvokeRequest, "cls" | "method" | "namespace" | "path" | "input" | "signal">,
): Promise<InvokeResult> {
  const { path, input, signal } = request;
  const instance = path === undefined ? undefined : requireInstance(store, path);
  const className = instance?.path.className ?? request.cls.name;
  const cls = store.classOf(className, instance?.path.namespace ?? request.namespace);
  const [name, method] = requireMethod(cls, request.method);
  if (path === undefined && method.static !== true && (cls.keys?.length ?? 0) > 0) {
    throw new CimError("invalid-parameter", "the method needs an instance", {
      className,
      method: name,
    });
  }
  const handler = findHandler(handlers, cls, name);
  const answer: unknown = await handler({
    cls,
    method: name,
    path: instance?.path ?? { namespace: cls.namespace, className: cls.name, keys: {} },
    instance: instance?.properties ?? {},
    input,
    store,
    signal: signal ?? new AbortController().signal,
  });
  return conformAnswer(cls, name, method, answer);
}

function requireInstance(store: Store, path: InstancePath): InstanceData {
  const found = store.find(path);
  if (found === undefined) throw notFound(path);
  return found;
}

function requireMethod(cls: ClassData, wanted: string): [name: string, method: MethodData] {
  const name = Object.keys(cls.methods ?? {}).find(
    (candidate) => candidate.toLowerCase() === wanted.toLowerCase(),
  );
  const method = name === undefined ? undefined : methodOf(cls, name);
  if (name !== undefined && method !== undefined) return [name, method];
  throw new CimError("method-not-found", "there is no such method", {
    className: cls.name,
    method: wanted,
    cimStatus: 17,
  });
}

function findHandler(handlers: Handlers, cls: ClassData, method: string): MethodHandler {
  for (const className of [cls.name, ...(cls.superclasses ?? [])]) {
    const ofClass = Object.hasOwn(handlers, className) ? handlers[className] : undefined;
    if (ofClass !== undefined && Object.hasOwn(ofClass, method)) {
      const handler = ofClass[method];
      if (handler !== undefined) return handler;
    }
  }
  throw new CimError("method-not-available", "the method has no handler", {
    className: cls.name,
    method,
    cimStatus: 16,
  });
}

function conformAnswer(
  cls: ClassData,
  name: string,
  method: MethodData,
  answer: unknown,
): InvokeResult {
  const declared = method.out ?? {};
  const isResult =
    isPlain(answer) && (Object.keys(declared).length > 0 || Object.hasOwn(answer, "ReturnValue"));
  const members = new Map<string, unknown>(
    isResult ? Object.entries(answer) : [["ReturnValue", answer]],
  );
  const context = { className: cls.name, method: name };
  const stranger = [...members.keys()].find(
    (key) => key !== "ReturnValue" && !Object.hasOwn(declared, key),
  );
  if (stranger !== undefined) {
    throw new CimError(
      "failed",
      `the handler answered with ${stranger}, which is no output parameter`,
      context,
    );
  }
  const out = Object.entries(declared).map(([parameter, type]): [string, CimValue] => [
    parameter,
    conform(members.get(parameter), type, { ...context, place: `output parameter ${parameter}` }),
  ]);
  const { returns } = method;
  return {
    returnValue:
      returns === undefined
        ? null
        : conform(members.get("ReturnValue"), returns, { ...context, place: "the return value" }),
    out: Object.fromEntries(out),
  };
}

/** An object with outputs, as opposed to a value that happens to be an object. */
function isPlain(value: unknown): value is object {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

function aborted(signal: AbortSignal): CimError {
  return new CimError("aborted", "the call was aborted", { cause: signal.reason });
}

/** Rejects as soon as the signal says so, whatever the handler still does. */
function untilAborted<R>(work: Promise<R>, signal: AbortSignal | undefined): Promise<R> {
  if (signal === undefined) return work;
  return new Promise<R>((resolve, reject) => {
    if (signal.aborted) reject(aborted(signal));
    // Not the caller's own: many calls may share it, and Node takes many listeners for a leak.
    const derived = AbortSignal.any([signal]);
    const onAbort = (): void => {
      reject(aborted(signal));
    };
    derived.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => {
      derived.removeEventListener("abort", onAbort);
    });
  });
}
