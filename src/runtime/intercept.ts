/** Interceptors: functions around every operation, as layers of an onion. */
import type { AnyRequest, AnyResponse, Exchange } from "./operations.ts";
import type { Transport } from "./transport.ts";

/**
 * Wraps an exchange: sees, changes or answers requests, and sees or changes
 * answers. It must answer with the operation that it was asked.
 */
export type Interceptor = (next: Exchange) => Exchange;

/**
 * Puts interceptors around a transport. The first is the outermost: it sees a
 * request first and its answer last.
 *
 * @param transport - What is wrapped.
 * @param interceptors - Outermost first.
 */
export function intercept(transport: Transport, interceptors: readonly Interceptor[]): Transport {
  if (interceptors.length === 0) return transport;
  const exchange = interceptors.reduceRight<Exchange>(
    (next, interceptor) => interceptor(next),
    transport.exchange,
  );
  return { ...transport, exchange, close: () => transport.close() };
}

/**
 * The same answer with other items.
 *
 * @param response - An answer of items.
 * @param wrap - Makes the items; what ends a loop early ends in it as well.
 */
export function mapItems(
  response: AnyResponse & { readonly items: unknown },
  wrap: (items: AsyncIterable<unknown>) => AsyncIterable<unknown>,
): AnyResponse {
  // As: the items are those of the response.
  return { ...response, items: wrap(response.items as AsyncIterable<unknown>) } as AnyResponse;
}

/**
 * Makes other errors of what fails, while it is asked for and while its items come.
 *
 * @param map - From a request and what was thrown, what is thrown instead.
 */
export function mapErrors(map: (request: AnyRequest, error: unknown) => unknown): Interceptor {
  return (next) => async (request) => {
    try {
      const response = await next(request);
      if (!("items" in response)) return response;
      return mapItems(response, async function* (items) {
        try {
          yield* items;
        } catch (error) {
          throw map(request, error);
        }
      });
    } catch (error) {
      throw map(request, error);
    }
  };
}
