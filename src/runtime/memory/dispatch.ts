/** Method calls on a server in memory. */
import { methodOf } from "../class-data.ts";
import { conform } from "../conform.ts";
import { CimError } from "../error.ts";
import type { InstanceData, InvokeRequest, InvokeResult } from "../operations.ts";
import type { CimValue, ClassData, InstancePath, MethodData } from "../types.ts";
import type { HandlerFinder } from "./handlers.ts";
import { notFound, type Store } from "./store.ts";

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

/**
 * The instance at a path.
 *
 * @param store - Where the instances are.
 * @param path - The path.
 * @throws CimError `"not-found"`.
 */
export function requireInstance(store: Store, path: InstancePath): InstanceData {
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
