/** What a client does, for whoever wants to watch: no secrets in it. */
import { CimError } from "./error.ts";
import { type Interceptor, mapItems } from "./intercept.ts";
import type { AnyRequest, AnyResponse } from "./operations.ts";
import { withoutSecrets } from "./secrets.ts";
import { toJson } from "./present.ts";
import { formatPath } from "./reference.ts";

/** An operation that has ended. */
export interface LogEntry {
  readonly operation: AnyRequest["operation"];
  readonly namespace?: string;
  readonly className?: string;
  readonly method?: string;
  /** Object path of the instance. */
  readonly path?: string;
  /** Arguments or properties as JSON has them, secrets hidden. */
  readonly input?: unknown;
  readonly query?: string;
  /** Milliseconds. */
  readonly duration: number;
  /** Items that came, for an operation that has items. */
  readonly items?: number;
  readonly error?: CimError;
}

/** Takes entries; what it throws is the caller's. */
export type Log = (entry: LogEntry) => void;

/**
 * Tells of each operation when it has ended.
 *
 * @param log - Takes entries.
 * @param now - A clock in milliseconds.
 */
export function logging(log: Log, now: () => number = () => performance.now()): Interceptor {
  return (next) => async (request) => {
    const begin = now();
    const tell = (rest: Pick<LogEntry, "items" | "error">): void => {
      log({ ...describe(request), duration: now() - begin, ...rest });
    };
    try {
      const response = await next(request);
      if ("items" in response) return counted(response, tell);
      tell({});
      return response;
    } catch (error) {
      tell({ error: CimError.from(error) });
      throw error;
    }
  };
}

function counted(
  response: Extract<AnyResponse, { readonly items: unknown }>,
  tell: (rest: Pick<LogEntry, "items" | "error">) => void,
): AnyResponse {
  return mapItems(response, async function* (all) {
    let items = 0;
    let error: CimError | undefined;
    try {
      for await (const item of all) {
        items++;
        yield item;
      }
    } catch (caught) {
      error = CimError.from(caught);
      throw caught;
    } finally {
      tell({ items, ...(error !== undefined && { error }) });
    }
  });
}

function describe(request: AnyRequest): Omit<LogEntry, "duration"> {
  const shown = withoutSecrets(request);
  const { operation } = shown;
  const className =
    "cls" in shown ? shown.cls.name : "className" in shown ? shown.className : undefined;
  return {
    operation,
    ...("namespace" in shown && { namespace: shown.namespace }),
    ...(className !== undefined && { className }),
    ...("method" in shown && { method: shown.method }),
    ...("path" in shown && { path: formatPath(shown.path) }),
    ...("query" in shown && { query: shown.query }),
    ...inputOf(shown),
  };
}

function inputOf(request: AnyRequest): Pick<LogEntry, "input"> {
  switch (request.operation) {
    case "invoke":
      return { input: toJson(request.input) };
    case "create":
    case "modify":
      return { input: toJson(request.properties) };
    default:
      return {};
  }
}
