/** Definitions of classes and qualifiers (DSP0200 5.3.2), and the names of namespaces. */
import { CimError } from "../error.ts";
import type {
  EnumerateClassesRequest,
  EnumerateQualifiersRequest,
  GetClassRequest,
  NamespacesRequest,
} from "../operations.ts";
import type { ClassDefinition, QualifierDefinition } from "../schema/definition.ts";
import { namespacesOf } from "../schema/namespaces.ts";
import { readClass, readQualifierDeclaration } from "../schema/read-class.ts";
import { intrinsic } from "./call.ts";
import { enumerate } from "./enumerate.ts";
import { exchange, exchangeItems, type Session } from "./exchange.ts";

const whole = { LocalOnly: false, IncludeQualifiers: true, IncludeClassOrigin: true };

/**
 * Fetches the definition of a class.
 *
 * @param session - The server.
 * @param request - Which one.
 * @throws CimError of an exchange, and `"protocol"` for what is no definition.
 */
export async function getClass(
  session: Session,
  request: GetClassRequest,
): Promise<ClassDefinition> {
  const { className, namespace } = request;
  const context = { operation: "get-class", className };
  const parameters = { ClassName: { className }, ...whole };
  const message = intrinsic("GetClass", namespace, parameters, context);
  const { returned } = await exchange(session, request, { ...message, isRepeatable: true });
  const [definition] = returned;
  if (definition === undefined) {
    throw new CimError("protocol", "the answer holds no class", context);
  }
  return readClass(definition, namespace);
}

/**
 * Fetches definitions of classes.
 *
 * @param session - The server.
 * @param request - Which ones.
 * @throws CimError of an exchange.
 */
export async function* enumerateClasses(
  session: Session,
  request: EnumerateClassesRequest,
): AsyncGenerator<ClassDefinition> {
  const { className, namespace, isDeep } = request;
  const context = { operation: "enumerate-classes", ...(className !== undefined && { className }) };
  const parameters = {
    ClassName: className === undefined ? undefined : { className },
    DeepInheritance: isDeep,
    ...whole,
  };
  const message = intrinsic("EnumerateClasses", namespace, parameters, context);
  yield* exchangeItems(session, request, { ...message, isRepeatable: true }, (item) =>
    readClass(item, namespace),
  );
}

/**
 * Fetches the declarations of qualifiers.
 *
 * @param session - The server.
 * @param request - Where they are.
 * @throws CimError of an exchange.
 */
export async function* enumerateQualifiers(
  session: Session,
  request: EnumerateQualifiersRequest,
): AsyncGenerator<QualifierDefinition> {
  const context = { operation: "enumerate-qualifiers" };
  const message = intrinsic("EnumerateQualifiers", request.namespace, {}, context);
  const sent = { ...message, isRepeatable: true };
  yield* exchangeItems(session, request, sent, readQualifierDeclaration);
}

/**
 * Fetches the names of all namespaces.
 *
 * @param session - The server.
 * @param request - Bounds of the call.
 */
export function namespaces(
  session: Session,
  request: NamespacesRequest,
): Promise<readonly string[]> {
  return namespacesOf((each) => enumerate(session, each), request);
}
