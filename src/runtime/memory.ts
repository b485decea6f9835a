/** A server in memory, for tests of programs that use a client. */
import { methodOf } from "./class-data.ts";
import { conform } from "./conform.ts";
import { CimError } from "./error.ts";
import { type HandlerFinder, handlerFinder, type Handlers } from "./handlers.ts";
import type { Provided } from "./provider.ts";
import { createStore, notFound, type Seed, type Seeded, type Store } from "./store.ts";
import type {
  EnumerateRequest,
  GetRequest,
  InstanceData,
  InvokeRequest,
  InvokeResult,
  Transport,
} from "./transport.ts";
import type { CimValue, ClassData, InstancePath, MethodData } from "./types.ts";

/** What a memory transport is made of. */
export interface MemoryOptions {
  readonly classes?: readonly ClassData[];
  /** Instances, as `instancesOf` makes them or by class name. */
  readonly instances?: Seed | readonly Seeded[];
  /** What methods do; one without a handler answers that it is not available. */
  readonly handlers?: Handlers | readonly Provided[];
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
  const handlers = handlerFinder(options.handlers ?? {});
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
  handlers: HandlerFinder,
  request: Pick<InvokeRequest, "cls" | "method" | "namespace" | "path" | "input" | "signal">,
): Promise<InvokeResult> {
  const { path, input, signal } = request;
  const instance = path === undefined ? undefined : requireInstance(store, path);
  const className = instance?.path.className ?? request.cls.name;
  const cls = store.classOf(className, instance?.path.namespace ?? request.namespace);
  const [name, method] = requireMethod(cls, request.method);
  if (path === undefined && method.static === undefined && (cls.keys?.length ?? 0) > 0) {
    throw new CimError("invalid-parameter", "the method needs an instance", {
      className,
      method: name,
    });
  }
  const handler = handlers(cls, name);
  if (handler === undefined) {
    const context = { className: cls.name, method: name, cimStatus: 16 };
    throw new CimError("method-not-available", "the method has no handler", context);
  }
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
