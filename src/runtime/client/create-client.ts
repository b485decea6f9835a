/** From a transport to a client. */
import { createClassHandle, createHandle } from "../handle.ts";
import { intercept, type Interceptor } from "../intercept.ts";
import { logging } from "../log.ts";
import { presentKey } from "../present-result.ts";
import { hidingSecrets } from "../hiding.ts";
import { tracing } from "../tracing.ts";
import type { Transport } from "../transport.ts";
import type { ClassData } from "../types.ts";
import { associators, references } from "./associations.ts";
import type { Client } from "./client.ts";
import { Core } from "./core.ts";
import { enumerateClasses, enumerateQualifiers, getClass, namespaces } from "./definitions.ts";
import { enumerate } from "./enumerate.ts";
import { get } from "./get.ts";
import { identify } from "./identify.ts";
import { call, invoke } from "./invoke.ts";
import type { ClientOptions } from "./options.ts";
import { query } from "./query.ts";
import { subscribe } from "./subscribe.ts";
import { create, modify, remove } from "./write.ts";

/**
 * Makes a client of a transport, for example of `memoryTransport` in a test.
 *
 * @param transport - The way to the server. The client closes it.
 * @param options - See {@link ClientOptions}.
 * @throws CimError `"configuration"` for a timeout that is none.
 */
export function createClient(transport: Transport, options: ClientOptions = {}): Client {
  const { exchange } = intercept(transport, layersOf(transport, options));
  const core = new Core(exchange, options, call);
  const close = (): Promise<void> => transport.close();
  const client = {
    identify: identify.bind(undefined, core),
    at(cls: ClassData, address?: object): object {
      const at = core.pathOf(cls, address);
      return createHandle(core.bind(cls), at, Object.entries(at.keys).map(presentKey));
    },
    class: (cls: ClassData): object => createClassHandle(core.bind(cls)),
    get: get.bind(undefined, core),
    enumerate: enumerate.bind(undefined, core),
    query: query.bind(undefined, core),
    associators: associators.bind(undefined, core),
    references: references.bind(undefined, core),
    create: create.bind(undefined, core),
    modify: modify.bind(undefined, core),
    delete: remove.bind(undefined, core),
    invoke: invoke.bind(undefined, core),
    subscribe: subscribe.bind(undefined, core),
    getClass: getClass.bind(undefined, core),
    enumerateClasses: enumerateClasses.bind(undefined, core),
    enumerateQualifiers: enumerateQualifiers.bind(undefined, core),
    namespaces: namespaces.bind(undefined, core),
    close,
    [Symbol.asyncDispose]: close,
  };
  // As: functions that know no contracts cannot state the types that overloads and phantoms state.
  return client as unknown as Client;
}

/** Secrets are hidden before anybody sees an error; the user's own layers are inside the span. */
function layersOf(transport: Transport, options: ClientOptions): readonly Interceptor[] {
  const { interceptors = [], log, tracing: isTraced = true } = options;
  return [
    ...(isTraced ? [tracing(transport.server)] : []),
    ...(log === undefined ? [] : [logging(log)]),
    ...interceptors,
    hidingSecrets,
  ];
}
