/** One request in, one answer out: what a CIM-XML service does (DSP0200). */
import { CimError } from "../../runtime/error.ts";
import type { XmlElement } from "../../runtime/xml/parse.ts";
import { xml, type XmlNode } from "../../runtime/xml/write.ts";
import { Contexts } from "../contexts.ts";
import { type Entry, type LoggedRequest, logRequest, type Parts } from "../parts.ts";
import { BadRequest, errorNode } from "./fault.ts";
import { invoke, methodTarget } from "./invoke.ts";
import { intrinsics } from "./operations.ts";
import { type Headers, type Message, readMessage, text } from "./request.ts";
import { writeResponse } from "./respond.ts";

/** What a service is made of. */
export interface CimXmlServiceOptions extends Parts {
  /** Where requests are told of. */
  readonly requests: LoggedRequest[];
  /** Whether it can be pulled from; servers of old cannot. */
  readonly canBePulledFrom: boolean;
}

/** An answer, with what HTTP needs to know about it. */
export interface CimXmlReply {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers requests. */
export interface CimXmlService {
  /** Enumerations that clients have left open. */
  readonly openContexts: number;
  /**
   * Answers a request; never rejects.
   *
   * @param root - The document.
   * @param headers - The `CIM…` headers.
   * @param signal - Aborted when the caller has gone.
   */
  answer(root: XmlElement, headers: Headers, signal: AbortSignal): Promise<CimXmlReply>;
}

/** What is left of an enumeration. */
interface Open {
  readonly items: AsyncIterator<XmlNode>;
  /** The first item that was not sent: so much has to be known to say whether it is over. */
  next: IteratorResult<XmlNode, unknown>;
}

/**
 * Makes a service.
 *
 * @param options - See {@link CimXmlServiceOptions}.
 */
export function createCimXmlService(options: CimXmlServiceOptions): CimXmlService {
  const contexts = new Contexts<Open>();
  return {
    get openContexts() {
      return contexts.size;
    },
    async answer(root, headers, signal) {
      const entry = logRequest(options.requests);
      let message: Message;
      try {
        message = readMessage(root, headers);
      } catch (error) {
        entry.error = error;
        const cimError = error instanceof BadRequest ? error.cimError : "request-not-valid";
        return { status: 400, text: "", headers: { CIMError: cimError } };
      }
      return {
        status: 200,
        text: writeResponse(message, await respond(message, entry, options, contexts, signal)),
        headers: { CIMOperation: "MethodResponse" },
      };
    },
  };
}

async function respond(
  message: Message,
  entry: Entry,
  options: CimXmlServiceOptions,
  contexts: Contexts<Open>,
  signal: AbortSignal,
): Promise<readonly XmlNode[]> {
  const { namespace, name } = message;
  Object.assign(entry, { action: name, namespace });
  try {
    if (message.isMethod) return await call(message, entry, options, signal);
    return await perform(message, entry, options, contexts);
  } catch (error) {
    entry.error = error;
    return [errorNode(error)];
  }
}

function call(
  message: Message,
  entry: Entry,
  options: CimXmlServiceOptions,
  signal: AbortSignal,
): Promise<readonly XmlNode[]> {
  Object.assign(entry, { operation: "invoke", method: message.name });
  const target = methodTarget(message, options);
  entry.className = target.cls.name;
  if (target.path !== undefined) entry.path = target.path;
  return invoke(message, target, options, signal);
}

const pulls: ReadonlySet<string> = new Set([
  "PullInstancesWithPath",
  "PullInstancePaths",
  "PullInstances",
]);

async function perform(
  message: Message,
  entry: Entry,
  options: CimXmlServiceOptions,
  contexts: Contexts<Open>,
): Promise<readonly XmlNode[]> {
  const { name } = message;
  const isPulling = pulls.has(name) || name === "CloseEnumeration";
  const intrinsic = intrinsics.get(name);
  const canBe = options.canBePulledFrom || (!isPulling && intrinsic?.isOpen !== true);
  if (!canBe || (intrinsic === undefined && !isPulling)) {
    throw new CimError("not-supported", "the operation is not supported");
  }
  if (intrinsic === undefined) {
    entry.operation = pulls.has(name) ? "pull" : "release";
    return pulls.has(name) ? pull(message, contexts) : close(message, contexts);
  }
  entry.operation = intrinsic.operation;
  const found = intrinsic.perform(message, options);
  if (!(Symbol.asyncIterator in found)) return returned(await found);
  if (intrinsic.isOpen === true) return open(message, found, contexts);
  const all: XmlNode[] = [];
  for await (const node of found) all.push(node);
  return [xml("IRETURNVALUE", {}, all)];
}

function returned(nodes: readonly XmlNode[]): readonly XmlNode[] {
  return nodes.length === 0 ? [] : [xml("IRETURNVALUE", {}, nodes)];
}

async function open(
  message: Message,
  found: AsyncIterable<XmlNode>,
  contexts: Contexts<Open>,
): Promise<readonly XmlNode[]> {
  const items = found[Symbol.asyncIterator]();
  // DSP0200 5.4.2.24.1: none when nothing is said.
  const count = countOf(message, 0);
  const enumeration: Open = { items, next: await items.next() };
  const batch = await take(enumeration, count);
  const isLast = enumeration.next.done === true;
  return batchNodes(batch, isLast ? undefined : contexts.open(enumeration));
}

async function pull(message: Message, contexts: Contexts<Open>): Promise<readonly XmlNode[]> {
  const context = text(message, "EnumerationContext") ?? "";
  const enumeration = contexts.use(context);
  if (enumeration === undefined) throw unknownContext();
  const batch = await take(enumeration, countOf(message, undefined));
  const isLast = enumeration.next.done === true;
  if (isLast) contexts.close(context);
  return batchNodes(batch, isLast ? undefined : context);
}

async function close(message: Message, contexts: Contexts<Open>): Promise<readonly XmlNode[]> {
  const context = text(message, "EnumerationContext") ?? "";
  const enumeration = contexts.use(context);
  if (enumeration === undefined) throw unknownContext();
  contexts.close(context);
  await enumeration.items.return?.();
  return [];
}

function unknownContext(): CimError {
  return new CimError("invalid-context", "the enumeration context is not known");
}

async function take(enumeration: Open, count: number): Promise<readonly XmlNode[]> {
  const batch: XmlNode[] = [];
  while (batch.length < count && enumeration.next.done !== true) {
    batch.push(enumeration.next.value);
    enumeration.next = await enumeration.items.next();
  }
  return batch;
}

function countOf(message: Message, otherwise: number | undefined): number {
  const stated = text(message, "MaxObjectCount")?.trim();
  if (stated !== undefined && /^\d{1,10}$/.test(stated)) return Number(stated);
  if (stated === undefined && otherwise !== undefined) return otherwise;
  throw new CimError("invalid-parameter", "MaxObjectCount is no number");
}

function batchNodes(batch: readonly XmlNode[], context: string | undefined): readonly XmlNode[] {
  const value = (content: string): XmlNode => xml("VALUE", {}, [content]);
  return [
    xml("IRETURNVALUE", {}, batch),
    xml("PARAMVALUE", { NAME: "EndOfSequence" }, [value(context === undefined ? "TRUE" : "FALSE")]),
    xml(
      "PARAMVALUE",
      { NAME: "EnumerationContext" },
      context === undefined ? [] : [value(context)],
    ),
  ];
}
