/** The transport for WS-Management: WinRM, OMI, OpenPegasus, openwsman, Intel AMT. */
import { randomUUID } from "node:crypto";
import { CimError } from "../error.ts";
import { type ConnectionOptions, openConnection } from "../http/connection.ts";
import { realClock } from "../clock.ts";
import { protectTransport } from "../http/protect.ts";
import { checkTimeout } from "../timeout.ts";
import { exchangeOf, type Operations, type Transport } from "../transport.ts";
import { associators, references } from "./associations.ts";
import { enumerateClasses, enumerateQualifiers, getClass, namespaces } from "./definitions.ts";
import { amt, type Dialect, generic, omi, openwsman, pegasus, windows } from "./dialect.ts";
import { enumerate } from "./enumerate.ts";
import type { Session } from "./exchange.ts";
import { get } from "./get.ts";
import { dialectFinder, identify } from "./identify.ts";
import { invoke } from "./invoke.ts";
import { query } from "./query.ts";
import { subscribe } from "./subscribe.ts";
import { create, modify, remove } from "./write.ts";

/** How a WS-Management server is reached and spoken to. */
export interface WsmanOptions extends ConnectionOptions {
  /** What the server is; it is asked before the first operation unless told. */
  readonly dialect?: Dialect;
  /** Bytes that an answer may have, as told to the server; 512,000 unless told, at least 8192. */
  readonly maxEnvelopeSize?: number;
  /** Milliseconds for each exchange, 60,000 unless told; `Infinity` waits for ever. */
  readonly timeout?: number;
  /** Makes message ids; random ones unless told. */
  readonly createMessageId?: () => string;
}

const byName: ReadonlyMap<string, Dialect> = new Map(
  [windows, omi, pegasus, openwsman, amt, generic].map((dialect) => [dialect.name, dialect]),
);

/**
 * Makes a transport. Nothing is sent yet.
 *
 * @param options - See {@link WsmanOptions}.
 * @throws CimError `"configuration"` for settings that cannot work.
 */
export function wsmanTransport(options: WsmanOptions): Transport {
  const { url, dialect, maxEnvelopeSize = 512_000, timeout = 60_000 } = options;
  if (!(maxEnvelopeSize >= 8192)) {
    // MS-WSMV 3.1.4.1.7: servers answer with a fault to less.
    throw new CimError("configuration", "maxEnvelopeSize must be at least 8192 bytes");
  }
  checkTimeout(timeout, "configuration");
  const connection = openConnection(options);
  return protectTransport(connection, options, (farewells) => {
    const session: Session = {
      connection,
      url,
      dialect: dialect === undefined ? dialectFinder(() => session, byName) : async () => dialect,
      maxEnvelopeSize: Math.trunc(maxEnvelopeSize),
      timeout,
      createMessageId: options.createMessageId ?? (() => `uuid:${randomUUID().toUpperCase()}`),
      clock: options.clock ?? realClock,
      farewells,
    };
    return exchangeOf(operationsOf(session));
  });
}

function operationsOf(session: Session): Operations {
  return {
    identify: (request) => identify(session, request),
    get: (request) => get(session, request),
    enumerate: (request) => enumerate(session, request),
    query: (request) => query(session, request),
    associators: (request) => associators(session, request),
    references: (request) => references(session, request),
    create: (request) => create(session, request),
    modify: (request) => modify(session, request),
    delete: (request) => remove(session, request),
    invoke: (request) => invoke(session, request),
    subscribe: (request) => subscribe(session, request),
    "get-class": (request) => getClass(session, request),
    "enumerate-classes": (request) => enumerateClasses(session, request),
    "enumerate-qualifiers": (request) => enumerateQualifiers(session, request),
    namespaces: (request) => namespaces(session, request),
  };
}
