/** What a query finds (DSP0200 5.3.2.13 and 5.4.2.32). */
import type { InstanceData, QueryRequest } from "../operations.ts";
import type { Session } from "./exchange.ts";
import { itemDecoder } from "./items.ts";
import { queryLanguages } from "./names.ts";
import { pullItems } from "./pull.ts";

/**
 * What a query finds, as it is asked for.
 *
 * @param session - The server.
 * @param request - The query.
 * @throws CimError like {@link pullItems}.
 */
export function query(session: Session, request: QueryRequest): AsyncGenerator<InstanceData> {
  const { cls, namespace, language, query: text } = request;
  const name = queryLanguages[language];
  return pullItems({
    session,
    bounds: request,
    namespace,
    context: { operation: "query", className: cls.name },
    open: {
      name: "OpenQueryInstances",
      parameters: { FilterQueryLanguage: name, FilterQuery: text },
      pull: "PullInstances",
    },
    classic: { name: "ExecQuery", parameters: { QueryLanguage: name, Query: text } },
    decode: itemDecoder(request),
  });
}
