/** Indications as they occur. */
import { isQuery, type Query, queryData } from "../query/query.ts";
import { askForItems } from "../transport.ts";
import type { CallOptions, ClassData } from "../types.ts";
import type { Indication } from "./arguments.ts";
import { type Core, guardItems } from "./core.ts";
import { presentAs } from "./instance.ts";

/**
 * Subscribes. Each loop makes a subscription of its own.
 *
 * @param core - The client.
 * @param source - A class of indications, or a query for some of them.
 * @param options - Bounds of the call.
 */
export function subscribe(
  core: Core,
  source: ClassData | Query<unknown>,
  options?: CallOptions,
): AsyncIterable<Indication<object>> {
  const { cls, text } = isQuery(source)
    ? queryData(source)
    : { cls: source, text: `SELECT * FROM ${source.name}` };
  return guardItems({ operation: "subscribe", className: cls.name }, async function* () {
    const items = askForItems(core.exchange, {
      ...core.scope(cls, options, core.namespaceOf(cls)),
      operation: "subscribe",
      query: text,
    });
    for await (const item of items) {
      yield item.kind === "gap"
        ? item
        : { kind: "indication", indication: presentAs(core, cls, item.instance) };
    }
  });
}
