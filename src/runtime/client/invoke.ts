/** Method calls. */
import { CimError } from "../error.ts";
import { bindingOf } from "../handle.ts";
import { conformInput, requireMethod } from "../input.ts";
import { requireKeyed } from "../keys.ts";
import { presentResult } from "../present-result.ts";
import { isReference, pathOf } from "../reference.ts";
import { type CallingClient, okValue, rememberCall } from "../return-value.ts";
import { ask } from "../transport.ts";
import type { CallOptions, ClassData, InstancePath } from "../types.ts";
import { asClassData, type Call, type Core, guard } from "./core.ts";
import { get } from "./get.ts";

/**
 * Calls a method by name.
 *
 * @param core - The client.
 * @param target - A reference, or a class.
 * @param name - Name of the method.
 * @param input - Its arguments.
 * @param options - Bounds of the call.
 */
export function invoke(
  core: Core,
  target: object,
  name: string,
  input?: unknown,
  options?: CallOptions,
): Promise<unknown> {
  return settle(() => {
    const bound = bindingOf(target);
    if (!isReference(target)) {
      return call(core, bound?.cls ?? asClassData(target))(undefined, name, input, options);
    }
    const cls = bound?.cls ?? core.classOfReference(target);
    return call(core, cls)(pathOf(target), name, input, options);
  });
}

/** What is wrong before anything is sent rejects, too. */
function settle(action: () => Promise<unknown>): Promise<unknown> {
  try {
    return action();
  } catch (error) {
    return Promise.reject(CimError.from(error));
  }
}

/**
 * What a handle of a class calls.
 *
 * @param core - The client.
 * @param cls - The class.
 */
export function call(core: Core, cls: ClassData): Call {
  return (at, name, input, options) => {
    const promise = perform(core, cls, { at, name, input, options });
    rememberCall(promise, { cls, method: name, client: callingClient(core) });
    return promise;
  };
}

const callingClients = new WeakMap<Core, CallingClient>();

function callingClient(core: Core): CallingClient {
  const before = callingClients.get(core);
  if (before !== undefined) return before;
  const made: CallingClient = {
    get: (cls, reference, options) => get(core, cls, reference, options),
    call: (cls, reference, method, options) =>
      call(core, cls)(pathOf(reference), method, undefined, options),
  };
  callingClients.set(core, made);
  return made;
}

interface Arguments {
  readonly at: InstancePath | undefined;
  readonly name: string;
  readonly input: unknown;
  readonly options: CallOptions | undefined;
}

async function perform(core: Core, cls: ClassData, called: Arguments): Promise<unknown> {
  const { at, name, input, options } = called;
  const method = requireMethod(cls, name);
  const classOf = core.around(cls);
  const values = conformInput(cls, name, input, classOf);
  const path = method.static === true ? undefined : at;
  return guard({ operation: "invoke", className: cls.name, method: name }, async () => {
    if (path !== undefined) requireKeyed(cls, path);
    const result = await ask(core.exchange, {
      ...core.scope(cls, options, at?.namespace ?? core.namespaceOf(cls)),
      operation: "invoke",
      method: name,
      input: values,
      ...(path === undefined ? {} : { path }),
    });
    if (method.returns !== undefined && result.returnValue === null) {
      core.report({ cls, member: name, ...(path !== undefined && { path }) });
    }
    const presented = presentResult(method, result, classOf);
    if (core.options.returnValues === "throw") okValue(presented, { cls, method: name });
    return presented;
  });
}
