/** The transport for CIM-XML: OpenPegasus, SFCB, ESXi, storage arrays. */
import { CimError } from "../error.ts";
import { type ConnectionOptions, openConnection } from "../http/connection.ts";
import { protectTransport } from "../http/protect.ts";
import type { EventData, SubscribeRequest } from "../operations.ts";
import { checkTimeout } from "../timeout.ts";
import { exchangeOf, type Operations, type Transport } from "../transport.ts";
import { associators, references } from "./associations.ts";
import { enumerateClasses, enumerateQualifiers, getClass, namespaces } from "./definitions.ts";
import { enumerate } from "./enumerate.ts";
import type { Session } from "./exchange.ts";
import { get } from "./get.ts";
import { identify } from "./identify.ts";
import { invoke } from "./invoke.ts";
import { query } from "./query.ts";
import { create, modify, remove } from "./write.ts";

/** How a CIM-XML server is reached and spoken to. */
export interface CimXmlOptions extends ConnectionOptions {
  /** Milliseconds for each exchange, 60,000 unless told; `Infinity` waits for ever. */
  readonly timeout?: number;
  /** Instances that are asked for at a time, of servers that can be pulled from; 1,000 unless told. */
  readonly maxObjectCount?: number;
  /** Makes message ids; numbers from 1 on unless told. */
  readonly createMessageId?: () => string;
}

/**
 * Makes a transport. Nothing is sent yet.
 *
 * @param options - See {@link CimXmlOptions}.
 * @throws CimError `"configuration"` for settings that cannot work.
 */
export function cimXmlTransport(options: CimXmlOptions): Transport {
  const { url, timeout = 60_000, maxObjectCount = 1000 } = options;
  checkTimeout(timeout, "configuration");
  if (!Number.isInteger(maxObjectCount) || maxObjectCount < 1 || maxObjectCount >= 2 ** 32) {
    throw new CimError("configuration", "maxObjectCount must be a positive integer of 32 bits");
  }
  const connection = openConnection(options);
  let last = 0;
  return protectTransport(connection, options, (farewells) => {
    const session: Session = {
      connection,
      url,
      timeout,
      maxObjectCount,
      unsupported: new Set(),
      createMessageId: options.createMessageId ?? (() => String(++last)),
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
    subscribe,
    "get-class": (request) => getClass(session, request),
    "enumerate-classes": (request) => enumerateClasses(session, request),
    "enumerate-qualifiers": (request) => enumerateQualifiers(session, request),
    namespaces: (request) => namespaces(session, request),
  };
}

/** DSP0200 5.5: indications go to a listener, and a client is none. */
// eslint-disable-next-line require-yield -- it never gets that far
async function* subscribe({ cls }: SubscribeRequest): AsyncGenerator<EventData> {
  const sentence =
    "CIM-XML delivers indications to a listener, which a client is not: subscribe over WS-Management";
  throw new CimError("not-supported", sentence, { operation: "subscribe", className: cls.name });
}
