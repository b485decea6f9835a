/** Spans of OpenTelemetry around every operation, where `@opentelemetry/api` is installed. */
import type { Span } from "@opentelemetry/api";
import { CimError } from "./error.ts";
import { type Interceptor, mapItems } from "./intercept.ts";
import type { AnyRequest, AnyResponse, Exchange } from "./operations.ts";

const importApi = () => import("@opentelemetry/api");
type Api = Awaited<ReturnType<typeof importApi>>;

let loading: Promise<Api | undefined> | undefined;

/** Once for all clients; who has not installed it pays for one failed import. */
function load(): Promise<Api | undefined> {
  loading ??= importApi().catch(() => undefined);
  return loading;
}

/**
 * Makes a span of each operation. Its attributes name the operation, class, method and namespace,
 * never a value.
 *
 * @param server - Host of the server, if there is one.
 */
export function tracing(server: string | undefined): Interceptor {
  return (next) => async (request) => {
    const api = await load();
    return api === undefined ? next(request) : traced(api, next, request, server);
  };
}

async function traced(
  api: Api,
  next: Exchange,
  request: AnyRequest,
  server: string | undefined,
): Promise<AnyResponse> {
  const { context, trace, SpanKind } = api;
  const span = trace.getTracer("mof-codegen").startSpan(nameOf(request), {
    kind: SpanKind.CLIENT,
    attributes: attributesOf(request, server),
  });
  const within = trace.setSpan(context.active(), span);
  try {
    const response = await context.with(within, () => next(request));
    if ("items" in response) return tracedItems(api, span, response);
    span.end();
    return response;
  } catch (error) {
    fail(api, span, error);
    span.end();
    throw error;
  }
}

function tracedItems(
  api: Api,
  span: Span,
  response: Extract<AnyResponse, { readonly items: unknown }>,
): AnyResponse {
  return mapItems(response, async function* (all) {
    try {
      yield* all;
    } catch (error) {
      fail(api, span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

function fail({ SpanStatusCode }: Api, span: Span, error: unknown): void {
  const { code, message } = CimError.from(error);
  span.setAttribute("error.type", code);
  span.setStatus({ code: SpanStatusCode.ERROR, message });
}

function placeOf(request: AnyRequest): string | undefined {
  if ("cls" in request && request.cls.name !== "") return request.cls.name;
  return "className" in request ? request.className : undefined;
}

/** Semantic conventions: a span is named by what is called and on what, with few different values. */
function nameOf(request: AnyRequest): string {
  const place = placeOf(request);
  const method = request.operation === "invoke" ? `.${request.method}` : "";
  return place === undefined
    ? `CIM ${request.operation}`
    : `CIM ${request.operation} ${place}${method}`;
}

function attributesOf(
  request: AnyRequest,
  server: string | undefined,
): Readonly<Record<string, string>> {
  const place = placeOf(request);
  return {
    "rpc.system": "cim",
    "rpc.method": request.operation === "invoke" ? request.method : request.operation,
    ...(place !== undefined && { "rpc.service": place, "cim.class": place }),
    "cim.operation": request.operation,
    ...("namespace" in request && { "cim.namespace": request.namespace }),
    ...(server !== undefined && { "server.address": server }),
  };
}
