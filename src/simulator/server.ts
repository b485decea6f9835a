/** A CIM server inside this process. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Schema } from "../model/index.ts";
import { CimError } from "../runtime/error.ts";
import { addSeed, createStore, type Seed, type Seeded, type Store } from "../runtime/store.ts";
import type { ClassData } from "../runtime/types.ts";
import { describeSchema } from "./describe.ts";
import type { Handlers } from "../runtime/handlers.ts";
import type { Provided } from "../runtime/provider.ts";
import { bindHandlers } from "./handlers.ts";
import { instancesOf } from "./instances.ts";
import { createListener, type Credentials, isLoopback } from "./listener.ts";
import { createService, type LoggedRequest, type Product } from "./service.ts";

/** What a server is made of. */
export interface ServerOptions {
  /** Its classes, and its `instance of` declarations as instances. */
  readonly schema?: Schema;
  /** Further classes: generated ones, for example. */
  readonly classes?: readonly ClassData[];
  /** Further instances, as `instancesOf` makes them or by class name. */
  readonly instances?: Seed | readonly Seeded[];
  /**
   * What methods do, as `provide` says it or by name; one without a handler answers that it is
   * not available. An array that the caller left out is empty, since an empty one looks like
   * that on the wire.
   */
  readonly handlers?: Handlers | readonly Provided[];
  /** 0, or nothing, for any free one. */
  readonly port?: number;
  /** An address of this machine's loopback; `127.0.0.1` unless told. */
  readonly host?: string;
  /** `/wsman` unless told. */
  readonly path?: string;
  /** Whom to let in, by Basic authentication; anybody unless told. */
  readonly credentials?: Credentials;
  /** Bytes that a message may have in either direction; 512,000 unless told, as WinRM. */
  readonly maxEnvelopeSize?: number;
  /** What Identify answers. */
  readonly product?: Partial<Product>;
}

/** A server that is listening. */
export interface CimServer extends AsyncDisposable {
  /** For `connect`, for example `http://127.0.0.1:49152/wsman`. */
  readonly url: string;
  /** Its instances. */
  readonly store: Store;
  /** What was asked of it: the latest ten thousand requests, the oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** Stops listening and drops all connections at once. */
  close(): Promise<void>;
}

/**
 * Starts a WS-Management server on this machine's loopback that answers as
 * WinRM does. It serves Identify, Get, Enumerate, Pull, Release and method calls.
 *
 * @param options - See {@link ServerOptions}.
 * @throws CimError `"configuration"` for a host that others can reach, a port
 *   that is taken, or handlers for what there is not; like `Store.add` for
 *   instances that do not fit their classes.
 */
export async function startServer(options: ServerOptions = {}): Promise<CimServer> {
  const { host = "127.0.0.1", port = 0, path = "/wsman", maxEnvelopeSize = 512_000 } = options;
  if (!isLoopback(host)) {
    const sentence = `${host} is not a loopback address: the server has no protection that others should meet`;
    throw new CimError("configuration", sentence);
  }
  if (!path.startsWith("/")) throw new CimError("configuration", "the path begins with a slash");
  if (!(maxEnvelopeSize >= 8192)) {
    throw new CimError("configuration", "maxEnvelopeSize must be at least 8192 bytes");
  }
  const { credentials } = options;
  const store = storeOf(options);
  const handlers = bindHandlers(options.handlers ?? {}, store.classes);
  const product = { vendor: "mof-codegen", version: "simulator", ...options.product };
  const service = createService({ store, handlers, product, maxEnvelopeSize, machine: host });
  const server = createServer(
    { keepAliveTimeout: 60_000 },
    createListener({
      path,
      maxBodySize: maxEnvelopeSize,
      ...(credentials !== undefined && { credentials }),
      answer: (root, signal) => service.answer(root, signal),
    }),
  );
  const address = await listen(server, host, port);
  const closing = (): Promise<void> => close(server);
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${address.port}${path}`,
    store,
    requests: service.requests,
    close: closing,
    [Symbol.asyncDispose]: closing,
  };
}

function storeOf({ schema, classes = [], instances }: ServerOptions): Store {
  const described = schema === undefined ? [] : describeSchema(schema);
  const store = createStore([...described, ...classes]);
  for (const { className, properties, namespace } of schema ? instancesOf(schema) : []) {
    store.add(className, properties, namespace);
  }
  addSeed(store, instances ?? {});
  return store;
}

function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error): void => {
      const sentence = `cannot listen on port ${port} of ${host}: ${cause.message}`;
      reject(new CimError("configuration", sentence, { cause }));
    };
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      // As: only a server on a pipe has another kind of address.
      resolve(server.address() as AddressInfo);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // Its one error says that it is closed already.
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
