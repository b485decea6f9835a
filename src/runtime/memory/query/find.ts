/** What a query finds in a store. */
import type { InstanceData } from "../../operations.ts";
import type { Store } from "../store.ts";
import { matches } from "./matches.ts";
import type { ParsedQuery } from "./parse.ts";

/**
 * The instances that a query finds.
 *
 * @param store - Where they are.
 * @param query - The query.
 * @param namespace - Where its class is.
 * @throws CimError `"invalid-class"`, `"invalid-namespace"` or `"invalid-query"`.
 */
export function* find(
  store: Store,
  query: ParsedQuery,
  namespace: string,
): Generator<InstanceData> {
  const wanted = query.properties?.map((name) => name.toLowerCase());
  for (const instance of store.instances(query.className, namespace)) {
    if (!matches(instance, query.condition)) continue;
    const kept = Object.entries(instance.properties).filter(
      ([name]) => wanted === undefined || wanted.includes(name.toLowerCase()),
    );
    yield { path: instance.path, properties: Object.fromEntries(kept) };
  }
}
