/** Where associations lead, and the associations themselves (DSP0227 8.2). */
import type { AssociatorsRequest, InstanceData, ReferencesRequest } from "../operations.ts";
import type { InstancePath } from "../types.ts";
import { xml, type XmlNode } from "../xml/write.ts";
import { encodeEndpoint } from "./endpoint.ts";
import { type Session, targetOf } from "./exchange.ts";
import { itemDecoder } from "./items.ts";
import { actions, dialects } from "./names.ts";
import { enumerateBody, pullItems } from "./pull.ts";

/**
 * The instances at the other ends of an instance's associations.
 *
 * @param session - The server.
 * @param request - Which ones.
 * @throws CimError like {@link pullItems}.
 */
export function associators(
  session: Session,
  request: AssociatorsRequest,
): AsyncGenerator<InstanceData> {
  const { association, role, result, resultRole } = request;
  // DSP0227 8.2.1 has them in this order.
  return follow(session, request, "b:AssociatedInstances", [
    ...named("b:AssociationClassName", association),
    ...named("b:Role", role),
    ...named("b:ResultClassName", result),
    ...named("b:ResultRole", resultRole),
  ]);
}

/**
 * The associations that refer to an instance.
 *
 * @param session - The server.
 * @param request - Which ones.
 * @throws CimError like {@link pullItems}.
 */
export function references(
  session: Session,
  request: ReferencesRequest,
): AsyncGenerator<InstanceData> {
  const { result, role } = request;
  return follow(session, request, "b:AssociationInstances", [
    ...named("b:ResultClassName", result),
    ...named("b:Role", role),
  ]);
}

async function* follow(
  session: Session,
  request: AssociatorsRequest | ReferencesRequest,
  filter: string,
  wanted: readonly XmlNode[],
): AsyncGenerator<InstanceData> {
  const { path, namespace, operation, keysOnly = false } = request;
  const dialect = await session.dialect(request);
  const everything: InstancePath = { namespace, className: "*", keys: {} };
  const endpoint = encodeEndpoint(path, { dialect, address: session.url.href });
  yield* pullItems({
    session,
    dialect,
    bounds: request,
    target: targetOf(session, dialect, everything),
    begin: {
      action: actions.enumerate,
      body: enumerateBody([
        xml("w:EnumerationMode", {}, [keysOnly ? "EnumerateEPR" : "EnumerateObjectAndEPR"]),
        xml("w:Filter", { Dialect: dialects.association }, [
          xml(filter, {}, [xml("b:Object", {}, endpoint), ...wanted]),
        ]),
      ]),
    },
    context: { operation, className: path.className },
    decode: itemDecoder(dialect, request),
  });
}

function named(name: string, value: string | undefined): readonly XmlNode[] {
  return value === undefined ? [] : [xml(name, {}, [value])];
}
