/** One message in, one message out: what a WS-Management service does. */
import { randomUUID } from "node:crypto";
import type { HandlerFinder } from "../runtime/handlers.ts";
import { notFound, type Store } from "../runtime/store.ts";
import type { InstancePath } from "../runtime/types.ts";
import { writeEnvelope } from "../runtime/wsman/envelope.ts";
import { actions, anonymous, namespaces } from "../runtime/wsman/names.ts";
import type { XmlElement } from "../runtime/xml/parse.ts";
import { xml, type XmlNode } from "../runtime/xml/write.ts";
import { Contexts } from "./contexts.ts";
import { type Enumeration, enumerate, pull, release } from "./enumerate.ts";
import { actionOf, faultOf, faults, SoapFault, writeFault } from "./fault.ts";
import { instanceElement } from "./instance-xml.ts";
import { invoke } from "./invoke.ts";
import { isIdentify, type Message, messageIdOf, readMessage, requireResource } from "./request.ts";
import { encoding, nameTarget, requireInstance, type Target, targetOf } from "./target.ts";

/** What Identify tells about the server. */
export interface Product {
  readonly vendor: string;
  readonly version: string;
}

/** What a service is made of. */
export interface ServiceOptions {
  readonly store: Store;
  readonly handlers: HandlerFinder;
  readonly product: Product;
  /** Bytes that an answer may have. */
  readonly maxEnvelopeSize: number;
  /** Name of the server in faults. */
  readonly machine: string;
}

/** A request that was understood far enough to be told of. */
export interface LoggedRequest {
  readonly operation: "identify" | "get" | "enumerate" | "pull" | "release" | "invoke" | "unknown";
  readonly action?: string;
  readonly className?: string;
  readonly namespace?: string;
  /** As the request spells it. */
  readonly method?: string;
  /** Absent when the class itself is meant, or does not exist. */
  readonly path?: InstancePath;
  /** Why the answer is a fault: what a handler threw, among others. */
  readonly error?: unknown;
}

/** An answer, with what HTTP needs to know about it. */
export interface Reply {
  readonly text: string;
  readonly isFault: boolean;
}

/** Answers messages. */
export interface Service {
  /** The latest requests, the oldest first. */
  readonly requests: readonly LoggedRequest[];
  /**
   * Answers a message; never rejects.
   *
   * @param root - The document.
   * @param signal - Aborted when the caller has gone.
   */
  answer(root: XmlElement, signal: AbortSignal): Promise<Reply>;
}

type Answer = readonly [body: XmlNode | undefined, action?: string];
type Entry = { -readonly [P in keyof LoggedRequest]: LoggedRequest[P] };

/** Requests that are remembered. */
const maxLogged = 10_000;

/**
 * Makes a service.
 *
 * @param options - See {@link ServiceOptions}.
 */
export function createService(options: ServiceOptions): Service {
  const contexts = new Contexts<Enumeration>();
  const requests: LoggedRequest[] = [];
  return {
    requests,
    async answer(root, signal) {
      const entry: Entry = { operation: "unknown" };
      if (requests.push(entry) > maxLogged) requests.shift();
      try {
        const message = readMessage(root, options.maxEnvelopeSize);
        describe(message, entry);
        const [body, action] = await perform(message, entry, options, contexts, signal);
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
  Object.assign(entry, { className, namespace, operation: operations.get(action) ?? "unknown" });
  if (method !== undefined) Object.assign(entry, { operation: "invoke", method });
}

const operations: ReadonlyMap<string, LoggedRequest["operation"]> = new Map([
  [actions.get, "get"],
  [actions.enumerate, "enumerate"],
  [actions.pull, "pull"],
  [actions.release, "release"],
]);

/** DSP0227 11: the action is the resource URI and the name of the method. */
function methodOfAction(action: string, resourceUri: string): string | undefined {
  const prefix = `${resourceUri}/`;
  const method = action.slice(prefix.length);
  const isMethod = action.toLowerCase().startsWith(prefix.toLowerCase());
  return isMethod && method !== "" && !method.includes("/") ? method : undefined;
}

async function perform(
  message: Message,
  entry: Entry,
  options: ServiceOptions,
  contexts: Contexts<Enumeration>,
  signal: AbortSignal,
): Promise<Answer> {
  if (isIdentify(message)) return [identity(options.product)];
  const action = message.action ?? "";
  const { store } = options;
  if (entry.operation === "unknown") {
    requireResource(message);
    throw new SoapFault(faults.actionNotSupported, "the action is not supported");
  }
  const target = targetOf(message, store);
  if (Object.keys(target.path.keys).length > 0) entry.path = target.path;
  const respond = (body?: XmlNode): Answer => [body, `${action}Response`];
  switch (entry.operation) {
    case "get":
      return respond(getInstance(target, store));
    case "enumerate":
      return respond(enumerate(message, target, store, contexts));
    case "pull":
      return respond(pull(message, contexts));
    case "release":
      release(message, contexts);
      return respond();
    default:
      return respond(await invoke(message, target, entry.method ?? "", options, signal));
  }
}

function getInstance(target: Target, store: Store): XmlNode {
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
