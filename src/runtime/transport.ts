/** A way to a server: one function for all operations. */
import { CimError } from "./error.ts";
import type {
  AnyRequest,
  AnyResponse,
  Exchange,
  ItemOf,
  ItemsRequest,
  ValueOf,
  ValueRequest,
} from "./operations.ts";

/** A way to a server. Every failure is a `CimError`. */
export interface Transport {
  /**
   * Answers a request. Of an answer of items nothing is asked for before the first is wanted,
   * and when the consumer stops early, what the server holds for it is released.
   */
  readonly exchange: Exchange;
  /** Host of the server, for who watches. */
  readonly server?: string;
  /** Gives back connections; what is still under way ends with code `"closed"`. */
  close(): Promise<void>;
}

/** A function for each operation, as a transport is made of. */
export type Operations = {
  readonly [R in ValueRequest as R["operation"]]: (request: R) => Promise<ValueOf<R>>;
} & {
  readonly [R in ItemsRequest as R["operation"]]: (request: R) => AsyncIterable<ItemOf<R>>;
};

/**
 * Makes an exchange of functions for the single operations.
 *
 * @param operations - One function for each.
 */
export function exchangeOf(operations: Operations): Exchange {
  return async (request) => {
    // As: a request finds the function of its own operation, which TypeScript cannot follow.
    const perform = operations[request.operation] as (request: AnyRequest) => unknown;
    const { operation } = request;
    const answer = perform(request);
    const response = isItems(answer)
      ? { operation, items: answer }
      : { operation, value: await answer };
    return response as AnyResponse;
  };
}

function isItems(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === "object" && answer !== null && Symbol.asyncIterator in answer;
}

/**
 * Asks for one answer.
 *
 * @param exchange - The way to the server.
 * @param request - The request.
 * @throws CimError of the operation, and `"configuration"` when an interceptor answered another.
 */
export async function ask<R extends ValueRequest>(
  exchange: Exchange,
  request: R,
): Promise<ValueOf<R>> {
  const response = await exchange(request);
  if (response.operation !== request.operation || !("value" in response)) {
    throw anotherAnswer(request, response);
  }
  // As: operations have just been compared.
  return response.value as ValueOf<R>;
}

/**
 * Asks for items. Nothing happens before the first one is wanted.
 *
 * @param exchange - The way to the server.
 * @param request - The request.
 * @throws CimError like {@link ask}.
 */
export async function* askForItems<R extends ItemsRequest>(
  exchange: Exchange,
  request: R,
): AsyncGenerator<ItemOf<R>> {
  const response = await exchange(request);
  if (response.operation !== request.operation || !("items" in response)) {
    throw anotherAnswer(request, response);
  }
  // As: operations have just been compared.
  yield* response.items as AsyncIterable<ItemOf<R>>;
}

function anotherAnswer(request: AnyRequest, response: AnyResponse): CimError {
  const sentence = `an interceptor answered ${request.operation} with ${response.operation}`;
  return new CimError("configuration", sentence);
}
