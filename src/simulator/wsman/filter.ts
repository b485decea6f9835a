/** Filters of an enumeration: queries, associations, selectors (DSP0226 8.3; DSP0227 8.2). */
import { CimError } from "../../runtime/error.ts";
import { parseQuery } from "../../runtime/memory/query/parse.ts";
import type { InstanceData, QueryLanguage } from "../../runtime/operations.ts";
import type { ClassData } from "../../runtime/types.ts";
import { decodeEndpoint } from "../../runtime/wsman/endpoint.ts";
import { dialects } from "../../runtime/wsman/names.ts";
import { attribute, child, childText, type XmlElement } from "../../runtime/xml/parse.ts";
import type { Parts } from "../parts.ts";
import { faults, SoapFault } from "./fault.ts";
import type { Item } from "./held.ts";
import { dialectOf, type Message, requireResource } from "./request.ts";
import { classesIn, nameTarget, type Target } from "./target.ts";

/** What a filter lets through, and how it is written. */
export interface Filtered {
  readonly items: readonly Item[];
  readonly target: Target;
}

/**
 * Applies the filter of an Enumerate.
 *
 * @param message - The message.
 * @param filter - Its `w:Filter`.
 * @param parts - The server's insides.
 * @throws SoapFault for a dialect that is not known, CimError for a query that cannot be read.
 */
export async function filtered(
  message: Message,
  filter: XmlElement,
  parts: Parts,
): Promise<Filtered> {
  const dialect = attribute(filter, "Dialect") ?? "";
  switch (dialect) {
    case dialects.wql:
      return query(message, filter.text, "WQL", parts);
    case dialects.cql:
      return query(message, filter.text, "CQL", parts);
    case dialects.association:
      return association(message, filter, parts);
    default: {
      const sentence = "the dialect of the filter is not supported";
      throw new CimError("query-language-not-supported", sentence);
    }
  }
}

async function query(
  message: Message,
  text: string,
  language: QueryLanguage,
  parts: Parts,
): Promise<Filtered> {
  const { store, operations } = parts;
  const { namespace } = nameTarget(message);
  const { className, properties } = parseQuery(text, language);
  const cls = store.classOf(className, namespace);
  const found = operations.query({
    operation: "query",
    cls,
    namespace,
    classOf: () => undefined,
    language,
    query: text,
  });
  const items = await collect(found, (instance) => ({
    instance,
    cls: store.classOf(instance.path.className, instance.path.namespace),
    ...(properties !== undefined && { isFragment: true }),
  }));
  return { items, target: targetFor(message, cls) };
}

async function association(message: Message, filter: XmlElement, parts: Parts): Promise<Filtered> {
  const { store, operations } = parts;
  const { namespace } = nameTarget(message);
  const instances = child(filter, "AssociatedInstances");
  const links = child(filter, "AssociationInstances");
  const chosen = instances ?? links;
  const object = child(chosen, "Object");
  if (chosen === undefined || object === undefined) {
    throw new SoapFault(faults.invalidMessage, "the filter names no object");
  }
  const path = decodeEndpoint(object, { namespace, classOf: classesIn(store, namespace) });
  const cls = store.classOf(path.className, path.namespace);
  const role = childText(chosen, "Role");
  const result = childText(chosen, "ResultClassName");
  const resultRole = childText(chosen, "ResultRole");
  const through = childText(chosen, "AssociationClassName");
  const common = {
    cls,
    namespace,
    path,
    classOf: () => undefined,
    ...(role !== undefined && { role }),
    ...(result !== undefined && { result }),
  };
  const found =
    instances === undefined
      ? operations.references({ operation: "references", ...common })
      : operations.associators({
          operation: "associators",
          ...common,
          ...(through !== undefined && { association: through }),
          ...(resultRole !== undefined && { resultRole }),
        });
  const items = await collect(found, (instance) => ({
    instance,
    cls: store.classOf(instance.path.className, instance.path.namespace),
  }));
  return { items, target: targetFor(message, cls) };
}

/** The class of the answer decides about its form alone. */
function targetFor(message: Message, cls: ClassData): Target {
  const path = { namespace: cls.namespace, className: cls.name, keys: {} };
  return { cls, path, dialect: dialectOf(requireResource(message), cls.name) };
}

async function collect(
  items: AsyncIterable<InstanceData>,
  wrap: (instance: InstanceData) => Item,
): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(wrap(item));
  return all;
}
