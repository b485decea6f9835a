/** The transport for WS-Management: WinRM, OMI, OpenPegasus, openwsman, Intel AMT. */
import { randomUUID } from "node:crypto";
import { CimError } from "../error.ts";
import { type Connection, type ConnectionOptions, openConnection } from "../http/connection.ts";
import { checkTimeout } from "../timeout.ts";
import type { InstanceData, Transport } from "../transport.ts";
import { type Dialect, windows } from "./dialect.ts";
import { enumerate } from "./enumerate.ts";
import type { Session } from "./exchange.ts";
import { get } from "./get.ts";
import { invoke } from "./invoke.ts";

/** How a WS-Management server is reached and spoken to. */
export interface WsmanOptions extends ConnectionOptions {
  /** What the server is; Windows unless told. */
  readonly dialect?: Dialect;
  /** Bytes that an answer may have, as told to the server; 512,000 unless told, at least 8192. */
  readonly maxEnvelopeSize?: number;
  /** Milliseconds for each exchange, 60,000 unless told; `Infinity` waits for ever. */
  readonly timeout?: number;
  /** Makes message ids; random ones unless told. */
  readonly createMessageId?: () => string;
}

/** Milliseconds that closing gives releases which are under way. */
const releaseGrace = 500;

/**
 * Makes a transport. Nothing is sent yet.
 *
 * @param options - See {@link WsmanOptions}.
 * @throws CimError `"configuration"` for settings that cannot work.
 */
export function wsmanTransport(options: WsmanOptions): Transport {
  const { url, dialect = windows, maxEnvelopeSize = 512_000, timeout = 60_000 } = options;
  if (!(maxEnvelopeSize >= 8192)) {
    // MS-WSMV 3.1.4.1.7: servers answer with a fault to less.
    throw new CimError("configuration", "maxEnvelopeSize must be at least 8192 bytes");
  }
  checkTimeout(timeout, "configuration");
  const connection = openConnection({
    ...options,
    headers: { "User-Agent": dialect.userAgent, ...options.headers },
  });
  const session: Session = {
    connection,
    url,
    dialect,
    maxEnvelopeSize: Math.trunc(maxEnvelopeSize),
    timeout,
    createMessageId: options.createMessageId ?? (() => `uuid:${randomUUID().toUpperCase()}`),
  };
  return hideCredentials(connect(session), connection);
}

function connect(session: Session): Transport {
  const { connection } = session;
  const pending = new Set<Promise<void>>();
  const background = (work: Promise<void>): void => {
    pending.add(work);
    void work.finally(() => pending.delete(work));
  };
  return {
    get: (request) => get(session, request),
    enumerate: (request): AsyncIterable<InstanceData> => ({
      [Symbol.asyncIterator]: () => enumerate(session, request, background),
    }),
    invoke: (request) => invoke(session, request),
    async close() {
      connection.stop();
      await settled(pending, releaseGrace);
      connection.close();
    },
  };
}

/** Waits for work, but not longer than stated: a server may leave a release unanswered. */
async function settled(work: ReadonlySet<Promise<void>>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([Promise.all(work), late]);
  clearTimeout(timer);
}

/** The one place where errors leave this protocol: a server can say anything, our header included. */
function hideCredentials(transport: Transport, connection: Connection): Transport {
  const redacting = async <R>(work: Promise<R>): Promise<R> => {
    try {
      return await work;
    } catch (error) {
      throw connection.redact(error);
    }
  };
  return {
    get: (request) => redacting(transport.get(request)),
    enumerate: (request) => ({
      async *[Symbol.asyncIterator]() {
        try {
          yield* transport.enumerate(request);
        } catch (error) {
          throw connection.redact(error);
        }
      },
    }),
    invoke: (request) => redacting(transport.invoke(request)),
    close: () => transport.close(),
  };
}
