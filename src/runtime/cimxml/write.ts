/** CreateInstance, ModifyInstance and DeleteInstance (DSP0200 5.3.2.4 to 5.3.2.8). */
import { CimError } from "../error.ts";
import { propertyType } from "../class-data.ts";
import { completeKeys } from "../keys.ts";
import type { CreateRequest, DeleteRequest, ModifyRequest } from "../operations.ts";
import type { CimValue, InstancePath } from "../types.ts";
import { xml, type XmlNode } from "../xml/write.ts";
import { intrinsic } from "./call.ts";
import { encodeValue, propertyNode } from "./encode.ts";
import { type ClassRequest, decodeContext, exchange, type Session } from "./exchange.ts";
import { instanceNameNode, readPath } from "./path.ts";

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
  const context = { operation: "create", className: cls.name };
  const parameters = { NewInstance: { node: instanceOf(request, cls.name, properties) } };
  const message = intrinsic("CreateInstance", namespace, parameters, context);
  const { returned } = await exchange(session, request, message);
  const [name] = returned;
  if (name === undefined) {
    throw new CimError("protocol", "the answer does not say where the new instance is", context);
  }
  return completeKeys(cls, readPath(name, decodeContext(request)), properties);
}

/**
 * Changes an instance: what is not in the list of properties stays as it is.
 *
 * @param session - The server.
 * @param request - Instance and changes.
 * @throws CimError of an exchange.
 */
export async function modify(session: Session, request: ModifyRequest): Promise<undefined> {
  const { cls, path, properties } = request;
  const named = xml("VALUE.NAMEDINSTANCE", {}, [
    instanceNameNode(path),
    instanceOf(request, path.className, properties),
  ]);
  const parameters = {
    ModifiedInstance: { node: named },
    // Left out it is true, which Pegasus takes for a wish to change qualifiers.
    IncludeQualifiers: false,
    PropertyList: Object.keys(properties),
  };
  const context = { operation: "modify", className: cls.name };
  await exchange(
    session,
    request,
    intrinsic("ModifyInstance", path.namespace, parameters, context),
  );
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
  const context = { operation: "delete", className: cls.name };
  const parameters = { InstanceName: { path } };
  await exchange(
    session,
    request,
    intrinsic("DeleteInstance", path.namespace, parameters, context),
  );
  return undefined;
}

function instanceOf(
  { cls, classOf }: ClassRequest,
  className: string,
  properties: Readonly<Record<string, CimValue>>,
): XmlNode {
  const nodes = Object.entries(properties).map(([name, value]) => {
    const type = propertyType(cls, name) ?? "string";
    return propertyNode(name, encodeValue(name, type, value, { classOf }));
  });
  return xml("INSTANCE", { CLASSNAME: className }, nodes);
}
