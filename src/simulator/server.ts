/** A CIM server inside this process. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Schema } from "../model/index.ts";
import { CimError } from "../runtime/error.ts";
import {
  addSeed,
  createStore,
  type Seed,
  type Seeded,
  type Store,
} from "../runtime/memory/store.ts";
import type { ClassData } from "../runtime/types.ts";
import { describeSchema } from "./describe.ts";
import type { Handlers } from "../runtime/memory/handlers.ts";
import type { Provided } from "../runtime/memory/provider.ts";
import { bindHandlers } from "./handlers.ts";
import { instancesOf } from "./instances.ts";
import { addInterop, interopClasses } from "./interop.ts";
import { createListener, type Credentials, isLoopback, type Route } from "./listener.ts";
import { memoryOperations } from "../runtime/memory/answer.ts";
import { type Events, openEvents } from "../runtime/memory/events.ts";
import type { QualifierDefinition } from "../runtime/schema/definition.ts";
import { type CimXmlService, createCimXmlService } from "./cimxml/service.ts";
import type { LoggedRequest, Parts, Product } from "./parts.ts";
import { createService, type Service } from "./wsman/service.ts";

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
  /** Where it speaks WS-Management; `/wsman` unless told. */
  readonly path?: string;
  /** Where it speaks CIM-XML; `/cimom` unless told. */
  readonly cimXmlPath?: string;
  /** Whether CIM-XML clients can pull from it; servers of old cannot. `true` unless told. */
  readonly pulledOperations?: boolean;
  /** Declarations of qualifiers, for who asks for them. */
  readonly qualifiers?: readonly QualifierDefinition[];
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
  /** The same for CIM-XML, for example `http://127.0.0.1:49152/cimom`. */
  readonly cimXmlUrl: string;
  /** Its instances. */
  readonly store: Store;
  /** What subscribers are told. */
  readonly events: Events;
  /** Enumerations and subscriptions that clients have not brought to an end. */
  readonly openContexts: number;
  /** What was asked of it: the latest ten thousand requests, the oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** Stops listening and drops all connections at once. */
  close(): Promise<void>;
}

/**
 * Starts a server on this machine's loopback that speaks WS-Management as WinRM does, and
 * CIM-XML. Its clients may read, make, change, remove and associate instances, query them, call
 * methods, subscribe, and ask for definitions.
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
  const { cimXmlPath = "/cimom" } = options;
  if (![path, cimXmlPath].every((each) => each.startsWith("/"))) {
    throw new CimError("configuration", "the path begins with a slash");
  }
  if (!(maxEnvelopeSize >= 8192)) {
    throw new CimError("configuration", "maxEnvelopeSize must be at least 8192 bytes");
  }
  const { credentials } = options;
  const requests: LoggedRequest[] = [];
  const parts = partsOf(options);
  const wsman = createService({ ...parts, maxEnvelopeSize, machine: host, requests });
  const cimXml = createCimXmlService({
    ...parts,
    canBePulledFrom: options.pulledOperations ?? true,
    requests,
  });
  const server = createServer(
    // The keys of an instance stand in a header of CIM-XML (DSP0200 6.3.5), each letter as nine.
    { keepAliveTimeout: 60_000, maxHeaderSize: 1024 * 1024 },
    createListener({
      maxBodySize: maxEnvelopeSize,
      routes: [wsmanRoute(path, wsman), cimXmlRoute(cimXmlPath, cimXml)],
      ...(credentials !== undefined && { credentials }),
    }),
  );
  const address = await listen(server, host, port);
  const { store, events } = parts;
  const closing = async (): Promise<void> => {
    events.close();
    await close(server);
  };
  const origin = `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
  return {
    url: `${origin}${path}`,
    cimXmlUrl: `${origin}${cimXmlPath}`,
    store,
    events,
    requests,
    get openContexts() {
      return wsman.openContexts + cimXml.openContexts;
    },
    close: closing,
    [Symbol.asyncDispose]: closing,
  };
}

function partsOf(options: ServerOptions): Parts {
  const { qualifiers = [] } = options;
  const product = { vendor: "mof-codegen", version: "simulator", ...options.product };
  const store = storeOf(options, product);
  const handlers = bindHandlers(options.handlers ?? {}, store.classes);
  const events = openEvents(store);
  const operations = memoryOperations({ store, handlers, events, qualifiers });
  return { store, handlers, events, operations, product };
}

function wsmanRoute(path: string, service: Service): Route {
  return {
    path,
    contentTypes: ["application/soap+xml"],
    async answer({ root }, signal) {
      const { text, isFault } = await service.answer(root, signal);
      const headers = { "Content-Type": "application/soap+xml;charset=UTF-8" };
      // SOAP 1.2 part 2, 7.5: WinRM and OMI send 500 for faults of either side.
      return { status: isFault ? 500 : 200, text, headers };
    },
  };
}

function cimXmlRoute(path: string, service: CimXmlService): Route {
  return {
    path,
    contentTypes: ["application/xml", "text/xml"],
    async answer({ root, headers }, signal) {
      const names = {
        operation: textOf(headers["cimoperation"]),
        method: textOf(headers["cimmethod"]),
      };
      const { status, text, headers: own } = await service.answer(root, names, signal);
      return {
        status,
        text,
        headers: { "Content-Type": 'application/xml; charset="utf-8"', ...own },
      };
    },
  };
}

/** DSP0200 6.3.7: as a URL encodes it. */
function textOf(header: string | readonly string[] | undefined): string | undefined {
  if (typeof header !== "string") return undefined;
  try {
    return decodeURIComponent(header);
  } catch {
    return header;
  }
}

function storeOf({ schema, classes = [], instances }: ServerOptions, product: Product): Store {
  const described = schema === undefined ? [] : describeSchema(schema);
  const own = [...described, ...classes];
  const further = interopClasses(own);
  const store = createStore([...own, ...further]);
  addInterop(store, further, product);
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
