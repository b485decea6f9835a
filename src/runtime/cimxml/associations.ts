/** Where associations lead, and the associations themselves (DSP0200 5.3.2.14 to 5.3.2.17). */
import type { AssociatorsRequest, InstanceData, ReferencesRequest } from "../operations.ts";
import type { Argument } from "./call.ts";
import type { Session } from "./exchange.ts";
import { itemDecoder } from "./items.ts";
import { pullItems } from "./pull.ts";

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
  const { association, result, role, resultRole } = request;
  return follow(session, request, "Associator", {
    AssocClass: named(association),
    ResultClass: named(result),
    Role: role,
    ResultRole: resultRole,
  });
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
  return follow(session, request, "Reference", { ResultClass: named(result), Role: role });
}

function named(className: string | undefined): Argument {
  return className === undefined ? undefined : { className };
}

function follow(
  session: Session,
  request: AssociatorsRequest | ReferencesRequest,
  kind: "Associator" | "Reference",
  wanted: Readonly<Record<string, Argument>>,
): AsyncGenerator<InstanceData> {
  const { path, namespace, operation, keysOnly = false } = request;
  const whole = keysOnly ? {} : { PropertyList: request.properties };
  return pullItems({
    session,
    bounds: request,
    namespace,
    context: { operation, className: path.className },
    open: {
      name: `Open${kind}Instance${keysOnly ? "Paths" : "s"}`,
      parameters: { InstanceName: { path }, ...wanted, ...whole },
      pull: keysOnly ? "PullInstancePaths" : "PullInstancesWithPath",
    },
    classic: {
      name: `${kind}${keysOnly ? "Names" : "s"}`,
      // The name of the parameter is the one thing in which the two ways differ.
      parameters: { ObjectName: { path }, ...wanted, ...whole },
    },
    decode: itemDecoder(request),
  });
}
