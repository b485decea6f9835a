/** What goes for every transport over HTTP: its end, its time, and nobody's password in its errors. */
import { CimError } from "../error.ts";
import { intercept, type Interceptor } from "../intercept.ts";
import type { AnyResponse, Exchange } from "../operations.ts";
import type { Transport } from "../transport.ts";
import { maxTimeout } from "../timeout.ts";
import type { Connection, ConnectionOptions } from "./connection.ts";
import { fullTimeouts } from "./timeouts.ts";

/** Milliseconds that closing gives to farewells which are under way. */
const farewellGrace = 500;

/** Takes work that goes on after an operation has ended. */
export type Background = (work: Promise<void>) => void;

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
  make: (background: Background) => Exchange,
): Transport {
  const pending = new Set<Promise<void>>();
  const exchange = make((work) => {
    pending.add(work);
    void work.finally(() => pending.delete(work));
  });
  const { operation } = fullTimeouts(options.timeouts);
  return intercept(
    {
      exchange,
      server: options.url.hostname,
      async close() {
        connection.stop();
        await settled(pending, farewellGrace);
        connection.close();
      },
    },
    [redacting(connection), ...(operation === Infinity ? [] : [within(operation)])],
  );
}

/** Waits for work, but not longer than stated: a server may leave a farewell unanswered. */
async function settled(work: ReadonlySet<Promise<void>>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([Promise.all(work), late]);
  clearTimeout(timer);
}

/** The one place where errors leave a protocol: a server can say anything, our header included. */
function redacting(connection: Connection): Interceptor {
  return (next) => async (request) => {
    try {
      const response = await next(request);
      if (!("items" in response)) return response;
      return mapItems(response, async function* (items) {
        try {
          yield* items;
        } catch (error) {
          throw connection.redact(error);
        }
      });
    } catch (error) {
      throw connection.redact(error);
    }
  };
}

/** Ends an operation after its time, whatever it does. */
function within(milliseconds: number): Interceptor {
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
    const both = signal === undefined ? over.signal : AbortSignal.any([signal, over.signal]);
    const stop = (): void => {
      clearTimeout(timer);
    };
    try {
      const response = await next({ ...request, signal: both });
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

type Wrap = (items: AsyncIterable<unknown>) => AsyncIterable<unknown>;

function mapItems(response: AnyResponse & { items: unknown }, wrap: Wrap): AnyResponse {
  // As: the items are those of the response.
  return { ...response, items: wrap(response.items as AsyncIterable<unknown>) } as AnyResponse;
}
