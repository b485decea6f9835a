/** One message in, one message out: what a WS-Management service does. */
import { randomUUID } from "node:crypto";
import { notFound } from "../../runtime/memory/store.ts";
import { writeEnvelope } from "../../runtime/wsman/envelope.ts";
import { actions, anonymous, classSchema, namespaces } from "../../runtime/wsman/names.ts";
import type { XmlElement } from "../../runtime/xml/parse.ts";
import { xml, type XmlNode } from "../../runtime/xml/write.ts";
import { Contexts } from "../contexts.ts";
import {
  type Entry,
  type LoggedOperation,
  type LoggedRequest,
  logRequest,
  type Parts,
  type Product,
} from "../parts.ts";
import { classMessage, enumerateClasses, getClass } from "./definitions.ts";
import { enumerate, pull, release } from "./enumerate.ts";
import { actionOf, faultOf, faults, SoapFault, writeFault } from "./fault.ts";
import type { Held } from "./held.ts";
import { instanceElement } from "./instance-xml.ts";
import { invoke } from "./invoke.ts";
import { isIdentify, type Message, messageIdOf, readMessage, requireResource } from "./request.ts";
import { pullEvents, subscribe, unsubscribe } from "./subscribe.ts";
import { encoding, nameTarget, requireInstance, type Target, targetOf } from "./target.ts";
import { create, modify, remove } from "./write.ts";

/** What a service is made of. */
export interface ServiceOptions extends Parts {
  /** Bytes that an answer may have. */
  readonly maxEnvelopeSize: number;
  /** Name of the server in faults. */
  readonly machine: string;
  /** Where requests are told of. */
  readonly requests: LoggedRequest[];
}

/** An answer, with what HTTP needs to know about it. */
export interface Reply {
  readonly text: string;
  readonly isFault: boolean;
}

/** Answers messages. */
export interface Service {
  /** Enumerations and subscriptions that clients have left open. */
  readonly openContexts: number;
  /**
   * Answers a message; never rejects.
   *
   * @param root - The document.
   * @param signal - Aborted when the caller has gone.
   */
  answer(root: XmlElement, signal: AbortSignal): Promise<Reply>;
}

type Answer = readonly [body: XmlNode | undefined, action?: string];

/** A call on its way to what serves it. */
interface Call {
  readonly message: Message;
  readonly entry: Entry;
  readonly options: ServiceOptions;
  readonly contexts: Contexts<Held>;
  readonly signal: AbortSignal;
}

/**
 * Makes a service.
 *
 * @param options - See {@link ServiceOptions}.
 */
export function createService(options: ServiceOptions): Service {
  const contexts = new Contexts<Held>({
    dropped: (held) => {
      if (held.kind === "subscription") held.queue.end();
    },
  });
  return {
    get openContexts() {
      return contexts.size;
    },
    async answer(root, signal) {
      const entry = logRequest(options.requests);
      try {
        const message = readMessage(root, options.maxEnvelopeSize);
        describe(message, entry);
        const [body, action] = await perform({ message, entry, options, contexts, signal });
        const text = writeAnswer(message.messageId, action, [], body);
        if (Buffer.byteLength(text) <= message.limit) return { text, isFault: false };
        throw new SoapFault(faults.envelopeExceeded, "the answer is too large to send");
      } catch (error) {
        entry.error = error instanceof SoapFault && error.cause !== undefined ? error.cause : error;
        return writeFaultAnswer(messageIdOf(root), faultOf(error), options.machine);
      }
    },
  };
}

function describe(message: Message, entry: Entry): void {
  const { action, resourceUri } = message;
  if (isIdentify(message)) entry.operation = "identify";
  if (action !== undefined) entry.action = action;
  if (action === undefined || resourceUri === undefined) return;
  const { className, namespace } = nameTarget(message);
  const method = methodOfAction(action, resourceUri);
  Object.assign(entry, { className, namespace, operation: operationOf(message) });
  if (method !== undefined) Object.assign(entry, { operation: "invoke", method });
}

const operations: ReadonlyMap<string, LoggedOperation> = new Map<string, LoggedOperation>([
  [actions.get, "get"],
  [actions.put, "modify"],
  [actions.create, "create"],
  [actions.delete, "delete"],
  [actions.enumerate, "enumerate"],
  [actions.pull, "pull"],
  [actions.release, "release"],
  [actions.subscribe, "subscribe"],
  [actions.unsubscribe, "unsubscribe"],
]);

function operationOf(message: Message): LoggedOperation {
  const operation = operations.get(message.action ?? "") ?? "unknown";
  if (message.resourceUri !== classSchema) return operation;
  return operation === "get"
    ? "get-class"
    : operation === "enumerate"
      ? "enumerate-classes"
      : operation;
}

/** DSP0227 11: the action is the resource URI and the name of the method. */
function methodOfAction(action: string, resourceUri: string): string | undefined {
  const prefix = `${resourceUri}/`;
  const method = action.slice(prefix.length);
  const isMethod = action.toLowerCase().startsWith(prefix.toLowerCase());
  return isMethod && method !== "" && !method.includes("/") ? method : undefined;
}

async function perform(call: Call): Promise<Answer> {
  const { message, entry, options, contexts } = call;
  if (isIdentify(message)) return [identity(options.product)];
  const respond = (body?: XmlNode): Answer => [body, `${message.action ?? ""}Response`];
  switch (entry.operation) {
    case "unknown":
      requireResource(message);
      throw new SoapFault(faults.actionNotSupported, "the action is not supported");
    case "pull":
      return respond(await pullAny(call));
    case "release":
      release(message, contexts);
      return respond();
    case "get-class":
      return respond(await getClass(classMessage(message), options));
    case "enumerate-classes":
      return respond(await enumerateClasses(classMessage(message), message, options, contexts));
    case "enumerate":
      return respond(await enumerate(message, options, contexts));
    case "subscribe":
      return respond(subscribe(message, options, contexts));
    case "unsubscribe":
      unsubscribe(message, contexts);
      return respond();
    default:
      return respond(await performOnTarget(call, targetOf(message, options.store)));
  }
}

async function performOnTarget(call: Call, target: Target): Promise<XmlNode | undefined> {
  const { message, entry, options, signal } = call;
  if (Object.keys(target.path.keys).length > 0) entry.path = target.path;
  switch (entry.operation) {
    case "get":
      return getInstance(target, options);
    case "create":
      return create(message, target, options);
    case "modify":
      return modify(message, target, options);
    case "delete":
      return remove(target, options);
    default:
      return invoke(message, target, entry.method ?? "", options, signal);
  }
}

function pullAny({ message, contexts, signal }: Call): Promise<XmlNode> | XmlNode {
  const held = contexts.use(contextOf(message));
  return held?.kind === "subscription"
    ? pullEvents(message, held, signal)
    : pull(message, contexts);
}

function contextOf({ body }: Message): string {
  const element = body?.children.find(({ name }) => name === "EnumerationContext");
  return element?.text.trim() ?? "";
}

function getInstance(target: Target, { store }: Parts): XmlNode {
  const path = requireInstance(target);
  const instance = store.find(path);
  if (instance === undefined) throw notFound(path);
  const cls = store.classOf(instance.path.className, instance.path.namespace);
  return instanceElement(instance, cls, encoding(target));
}

/** DSP0226 11. */
function identity({ vendor, version }: Product): XmlNode {
  return xml("wsmid:IdentifyResponse", { "xmlns:wsmid": namespaces.wsmid }, [
    xml("wsmid:ProtocolVersion", {}, [namespaces.w]),
    xml("wsmid:ProductVendor", {}, [vendor]),
    xml("wsmid:ProductVersion", {}, [version]),
  ]);
}

function writeFaultAnswer(messageId: string | undefined, fault: SoapFault, machine: string): Reply {
  const header = fault.parts.header ?? [];
  const text = writeAnswer(messageId, actionOf(fault), header, writeFault(fault, machine));
  return { text, isFault: true };
}

function writeAnswer(
  relatesTo: string | undefined,
  action: string | undefined,
  blocks: readonly XmlNode[],
  body: XmlNode | undefined,
): string {
  // An answer to Identify has no addressing, because the question has none.
  const addressing =
    action === undefined
      ? []
      : [
          xml("a:Action", {}, [action]),
          xml("a:MessageID", {}, [`uuid:${randomUUID().toUpperCase()}`]),
          xml("a:To", {}, [anonymous]),
          ...(relatesTo === undefined ? [] : [xml("a:RelatesTo", {}, [relatesTo])]),
        ];
  return writeEnvelope([...blocks, ...addressing], body);
}
