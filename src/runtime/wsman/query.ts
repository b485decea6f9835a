/** What a query finds (DSP0226 8.3; DSP0227 8.1). */
import type { InstanceData, QueryLanguage, QueryRequest } from "../operations.ts";
import type { InstancePath } from "../types.ts";
import { requireText, xml } from "../xml/write.ts";
import { type Session, targetOf } from "./exchange.ts";
import { itemDecoder } from "./items.ts";
import { actions, dialects } from "./names.ts";
import { enumerateBody, pullItems } from "./pull.ts";

/**
 * What a query finds, pulled as it is asked for.
 *
 * @param session - The server.
 * @param request - The query.
 * @throws CimError like {@link pullItems}.
 */
export async function* query(
  session: Session,
  request: QueryRequest,
): AsyncGenerator<InstanceData> {
  const { cls, namespace, language, query: text } = request;
  const dialect = await session.dialect(request);
  const path: InstancePath = { namespace, className: "*", keys: {} };
  // A projection has no endpoint references that go with it (MS-WSMV 3.1.4.1.30 note 58).
  const mode = request.properties === undefined ? ["EnumerateObjectAndEPR"] : [];
  yield* pullItems({
    session,
    dialect,
    bounds: request,
    target: targetOf(session, dialect, path),
    begin: {
      action: actions.enumerate,
      body: enumerateBody([
        ...mode.map((name) => xml("w:EnumerationMode", {}, [name])),
        xml("w:Filter", { Dialect: filterDialect(language) }, [requireText(text, "the query")]),
      ]),
    },
    context: { operation: "query", className: cls.name },
    decode: itemDecoder(dialect, request),
  });
}

/**
 * URI of a query language.
 *
 * @param language - The language.
 */
function filterDialect(language: QueryLanguage): string {
  return language === "WQL" ? dialects.wql : dialects.cql;
}
