/** Interceptors: functions around every operation, as layers of an onion. */
import { CimError } from "./error.ts";
import type {
  EnumerateRequest,
  GetRequest,
  InstanceData,
  InvokeRequest,
  InvokeResult,
  Transport,
} from "./transport.ts";

/** Any operation on its way to the server. */
export type AnyRequest = GetRequest | EnumerateRequest | InvokeRequest;

/** Its answer, named by the operation. */
export type AnyResponse =
  | { readonly operation: "get"; readonly instance: InstanceData }
  | { readonly operation: "enumerate"; readonly instances: AsyncIterable<InstanceData> }
  | { readonly operation: "invoke"; readonly result: InvokeResult };

/** Takes a request to its answer: an interceptor's next layer. */
export type Exchange = (request: AnyRequest) => Promise<AnyResponse>;

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
    (request) => perform(transport, request),
  );
  return {
    get: async (request) => expect("get", await exchange(request)).instance,
    enumerate: async function* (request) {
      yield* expect("enumerate", await exchange(request)).instances;
    },
    invoke: async (request) => expect("invoke", await exchange(request)).result,
    close: () => transport.close(),
  };
}

async function perform(transport: Transport, request: AnyRequest): Promise<AnyResponse> {
  switch (request.operation) {
    case "get":
      return { operation: "get", instance: await transport.get(request) };
    case "enumerate":
      return { operation: "enumerate", instances: transport.enumerate(request) };
    case "invoke":
      return { operation: "invoke", result: await transport.invoke(request) };
  }
}

function expect<O extends AnyResponse["operation"]>(
  operation: O,
  response: AnyResponse,
): Extract<AnyResponse, { operation: O }> {
  if (response.operation !== operation) {
    const sentence = `an interceptor answered ${operation} with ${response.operation}`;
    throw new CimError("configuration", sentence);
  }
  // As: narrowing by a type parameter is beyond the checker.
  return response as Extract<AnyResponse, { operation: O }>;
}
