/** Definitions over WS-Management (DSP0227 15; MS-WSMV 3.1.4.1.38), and the names of namespaces. */
import { CimError, type CimErrorContext } from "../error.ts";
import type {
  EnumerateClassesRequest,
  EnumerateQualifiersRequest,
  GetClassRequest,
  NamespacesRequest,
} from "../operations.ts";
import type { ClassDefinition, QualifierDefinition } from "../schema/definition.ts";
import { namespacesOf } from "../schema/namespaces.ts";
import { readClass } from "../schema/read-class.ts";
import type { XmlElement } from "../xml/parse.ts";
import { xml } from "../xml/write.ts";
import { exchange, optionSet, type Session, type Target } from "./exchange.ts";
import { enumerate } from "./enumerate.ts";
import { actions, classSchema, namespaceSelector } from "./names.ts";
import { enumerateBody, pullItems } from "./pull.ts";

const whole = [
  "IncludeInheritanceHierarchy",
  "IncludeInheritedElements",
  "IncludeQualifiers",
  "IncludeClassOrigin",
];

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
  const dialect = await session.dialect(request);
  const context: CimErrorContext = { operation: "get-class", className };
  const body = await exchange(session, dialect, request, {
    target: schemaTarget(namespace, className),
    action: actions.get,
    // OMI knows IncludeClassOrigin as little as any other, and takes no notice.
    header: [optionSet(whole)],
    context,
    isRepeatable: true,
  });
  if (body === undefined) throw new CimError("protocol", "the answer holds no class", context);
  return readClass(body, namespace);
}

/**
 * Fetches definitions of classes, which Windows alone gives.
 *
 * @param session - The server.
 * @param request - Which ones.
 * @throws CimError like {@link pullItems}.
 */
export async function* enumerateClasses(
  session: Session,
  request: EnumerateClassesRequest,
): AsyncGenerator<ClassDefinition> {
  const { namespace, className, isDeep } = request;
  const dialect = await session.dialect(request);
  yield* pullItems({
    session,
    dialect,
    bounds: request,
    target: schemaTarget(namespace, className),
    header: [optionSet([...whole, ...(isDeep ? ["IncludeSubClasses"] : [])])],
    begin: { action: actions.enumerate, body: enumerateBody([]) },
    context: { operation: "enumerate-classes", ...(className !== undefined && { className }) },
    decode: (item) => readClass(unwrap(item), namespace),
  });
}

function unwrap(item: XmlElement): XmlElement {
  return item.name === "CLASS"
    ? item
    : (item.children.find(({ name }) => name === "CLASS") ?? item);
}

function schemaTarget(namespace: string, className: string | undefined): Target {
  const selectors = [
    xml("w:Selector", { Name: namespaceSelector }, [namespace]),
    ...(className === undefined ? [] : [xml("w:Selector", { Name: "ClassName" }, [className])]),
  ];
  return { uri: classSchema, selectors: xml("w:SelectorSet", {}, selectors) };
}

/** WS-Management has no operation for that. */
// eslint-disable-next-line require-yield -- it never gets that far
export async function* enumerateQualifiers(
  _session: Session,
  _request: EnumerateQualifiersRequest,
): AsyncGenerator<QualifierDefinition> {
  const sentence =
    "WS-Management has no way to ask for declarations of qualifiers: ask over CIM-XML, or read those of the classes";
  throw new CimError("not-supported", sentence, { operation: "enumerate-qualifiers" });
}

/**
 * Fetches the names of all namespaces: WMI's `__NAMESPACE` in each, or the DMTF's
 * `CIM_Namespace`.
 *
 * @param session - The server.
 * @param request - Bounds of the call.
 */
export async function namespaces(
  session: Session,
  request: NamespacesRequest,
): Promise<readonly string[]> {
  const { name } = await session.dialect(request);
  return namespacesOf((each) => enumerate(session, each), request, name === "windows");
}
