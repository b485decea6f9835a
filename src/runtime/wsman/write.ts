/** Create, Put and Delete (WS-Transfer; DSP0226 7; DSP0227 9). */
import { propertyType } from "../class-data.ts";
import { CimError } from "../error.ts";
import { completeKeys } from "../keys.ts";
import type { CreateRequest, DeleteRequest, ModifyRequest } from "../operations.ts";
import { referenceTo } from "../reference.ts";
import type { CimValue, InstancePath } from "../types.ts";
import { child } from "../xml/parse.ts";
import { xml, type XmlNode } from "../xml/write.ts";
import type { Dialect } from "./dialect.ts";
import { decodeEndpoint } from "./endpoint.ts";
import {
  type ClassRequest,
  decodeContext,
  encodeContext,
  exchange,
  type Session,
  targetOf,
  uriOf,
} from "./exchange.ts";
import { actions } from "./names.ts";
import { encodeValue } from "./values.ts";

/**
 * Makes an instance.
 *
 * @param session - The server.
 * @param request - The instance.
 * @returns Where it is.
 * @throws CimError of an exchange, and `"protocol"` when the answer does not say where it is.
 */
export async function create(session: Session, request: CreateRequest): Promise<InstancePath> {
  const { cls, namespace, properties } = request;
  const dialect = await session.dialect(request);
  const context = { operation: "create", className: cls.name };
  const path: InstancePath = { namespace, className: cls.name, keys: {} };
  const body = await exchange(session, dialect, request, {
    target: targetOf(session, dialect, path),
    action: actions.create,
    body: instanceNode(session, dialect, request, { path, properties }),
    context,
  });
  // OMI and Windows answer with the endpoint itself, DSP0226 7.5 allows it to be wrapped.
  const endpoint = body?.name === "ResourceCreated" ? body : child(body, "ResourceCreated");
  if (endpoint === undefined) {
    throw new CimError("protocol", "the answer does not say where the new instance is", context);
  }
  const created = decodeEndpoint(endpoint, decodeContext(dialect, request));
  return completeKeys(cls, created, properties);
}

/**
 * Changes an instance: what is not in the message stays as it is.
 *
 * @param session - The server.
 * @param request - Instance and changes.
 * @throws CimError of an exchange.
 */
export async function modify(session: Session, request: ModifyRequest): Promise<undefined> {
  const { cls, path, properties } = request;
  const dialect = await session.dialect(request);
  // The keys stand in the instance as well: OMI and Windows take it for the whole instance.
  const keys = Object.entries(path.keys).map(([name, value]): [string, CimValue] => [
    name,
    typeof value === "object" && "className" in value ? referenceTo(value) : value,
  ]);
  const all = { ...Object.fromEntries(keys), ...properties };
  await exchange(session, dialect, request, {
    target: targetOf(session, dialect, path),
    action: actions.put,
    body: instanceNode(session, dialect, request, { path, properties: all }),
    context: { operation: "modify", className: cls.name },
  });
  return undefined;
}

/**
 * Removes an instance.
 *
 * @param session - The server.
 * @param request - Which one.
 * @throws CimError of an exchange.
 */
export async function remove(session: Session, request: DeleteRequest): Promise<undefined> {
  const { cls, path } = request;
  const dialect = await session.dialect(request);
  await exchange(session, dialect, request, {
    target: targetOf(session, dialect, path),
    action: actions.delete,
    context: { operation: "delete", className: cls.name },
  });
  return undefined;
}

interface Written {
  readonly path: InstancePath;
  readonly properties: Readonly<Record<string, CimValue>>;
}

/** DSP0227 7: properties in the order of the class, because its schema is a sequence. */
function instanceNode(
  session: Session,
  dialect: Dialect,
  { cls, classOf }: ClassRequest,
  { path, properties }: Written,
): XmlNode {
  const uri = uriOf(dialect, path);
  const values = encodeContext(session, dialect, { namespace: path.namespace, classOf }, "c");
  const ordered = Object.keys(cls.properties ?? {}).filter((name) =>
    Object.hasOwn(properties, name),
  );
  const elements = ordered.flatMap((name) => {
    const type = propertyType(cls, name) ?? "string";
    const nodes = encodeValue(name, type, properties[name] ?? null, values);
    if (nodes.length > 0) return nodes;
    // What is not there stays as it is, or as the server makes it.
    const sentence = `${name} is an empty array, which WS-Management cannot tell from one that is left out`;
    throw new CimError("invalid-parameter", sentence);
  });
  return xml(`c:${path.className}`, { "xmlns:c": uri }, elements);
}
