/** What a query finds. */
import { type Query, queryData } from "../query/query.ts";
import { askForItems } from "../transport.ts";
import type { CallOptions } from "../types.ts";
import { type Core, guardItems } from "./core.ts";
import { presentAs } from "./instance.ts";

/**
 * Asks for what a query finds. Each loop asks anew.
 *
 * @param core - The client.
 * @param query - The query.
 * @param options - Bounds of the call.
 */
export function query(
  core: Core,
  query: Query<unknown>,
  options?: CallOptions,
): AsyncIterable<object> {
  const { cls, language, text, properties } = queryData(query);
  return guardItems({ operation: "query", className: cls.name }, async function* () {
    const items = askForItems(core.exchange, {
      ...core.scope(cls, options, core.namespaceOf(cls)),
      operation: "query",
      language,
      query: text,
      ...(properties !== undefined && { properties }),
    });
    for await (const item of items) yield presentAs(core, cls, item, properties);
  });
}
