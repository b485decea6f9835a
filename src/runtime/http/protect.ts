/** What goes for every transport over HTTP: its end, its time, and nobody's password in its errors. */
import { whenAborted } from "../aborted.ts";
import { CimError } from "../error.ts";
import { intercept, type Interceptor, mapErrors, mapItems } from "../intercept.ts";
import type { Exchange } from "../operations.ts";
import type { Transport } from "../transport.ts";
import { maxTimeout } from "../timeout.ts";
import type { Connection, ConnectionOptions } from "./connection.ts";
import { Farewells } from "./farewells.ts";
import { fullTimeouts } from "./timeouts.ts";

/** Milliseconds that closing gives to farewells which are under way. */
const farewellGrace = 500;

/**
 * Makes a transport of an exchange over a connection.
 *
 * @param connection - The connection, which the transport closes.
 * @param options - With the time for whole operations.
 * @param make - Makes the exchange.
 */
export function protectTransport(
  connection: Connection,
  options: ConnectionOptions,
  make: (farewells: Farewells) => Exchange,
): Transport {
  const farewells = new Farewells();
  const exchange = make(farewells);
  const { operation } = fullTimeouts(options.timeouts);
  return intercept(
    {
      exchange,
      server: options.url.hostname,
      async close() {
        connection.stop();
        await farewells.settle(farewellGrace);
        connection.close();
      },
    },
    [
      redacting(connection),
      ...(operation === Infinity ? [] : [within(operation, connection.stopping)]),
    ],
  );
}

/** The one place where errors leave a protocol: a server can say anything, our header included. */
function redacting(connection: Connection): Interceptor {
  return mapErrors((_, error) => connection.redact(error));
}

/** Ends an operation after its time, whatever it does, and with its client. */
function within(milliseconds: number, stopping: AbortSignal): Interceptor {
  return (next) => async (request) => {
    const over = new AbortController();
    const timer = setTimeout(
      () => {
        const sentence = `the whole operation did not end within ${milliseconds} ms`;
        over.abort(new CimError("timeout", sentence));
      },
      Math.min(milliseconds, maxTimeout),
    );
    const { signal } = request;
    const ends = [signal, stopping].map((each) =>
      whenAborted(each, () => {
        // Items that nobody asks for any more never come to an end by themselves.
        clearTimeout(timer);
        over.abort(each?.reason);
      }),
    );
    const stop = (): void => {
      clearTimeout(timer);
      for (const end of ends) end();
    };
    try {
      const response = await next({ ...request, signal: over.signal });
      if (!("items" in response)) {
        stop();
        return response;
      }
      return mapItems(response, async function* (items) {
        try {
          yield* items;
        } finally {
          stop();
        }
      });
    } catch (error) {
      stop();
      throw error;
    }
  };
}
