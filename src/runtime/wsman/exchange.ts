/** One request and its answer: what every operation has in common. */
import type { ClassFinder } from "../class-data.ts";
import { CimError, type CimErrorContext } from "../error.ts";
import type { Connection } from "../http/connection.ts";
import type { Farewells } from "../http/farewells.ts";
import type { HttpResponse } from "../http/post.ts";
import { readText } from "../http/read-body.ts";
import type { Clock } from "../clock.ts";
import type { ClassData, InstancePath } from "../types.ts";
import { type ElementSink, type XmlElement, XmlReader } from "../xml/read.ts";
import { xml, type XmlNode } from "../xml/write.ts";
import type { Dialect } from "./dialect.ts";
import { encodeSelectors } from "./endpoint.ts";
import { type Envelope, envelopeOf, writeEnvelope, writeRequest } from "./envelope.ts";
import { faultError } from "./fault.ts";
import { resourceUri } from "./names.ts";
import type { DecodeContext, EncodeContext } from "./values.ts";

/** A session with one server. */
export interface Session {
  readonly connection: Connection;
  readonly url: URL;
  /** How the server wants to be spoken to; asks it the first time if nobody said so. */
  readonly dialect: (bounds: Bounds) => Promise<Dialect>;
  /** Bytes that an answer may have, as told to the server. */
  readonly maxEnvelopeSize: number;
  /** Milliseconds for an exchange that states none. */
  readonly timeout: number;
  /** Makes the value of `wsa:MessageID`. */
  readonly createMessageId: () => string;
  /** What time is. */
  readonly clock: Clock;
  /** What is to be given back to the server. */
  readonly farewells: Farewells;
}

/** How long an exchange may take. */
export interface Bounds {
  readonly signal?: AbortSignal;
  readonly timeout?: number;
  /** Milliseconds that the server is told; the same unless given. */
  readonly operationTimeout?: number;
}

/** What a message is about: a class or instance, or any resource. */
export interface Target {
  readonly uri: string;
  /** The `w:SelectorSet`. */
  readonly selectors: XmlNode;
}

/** What one exchange sends. */
export interface Message {
  readonly target: Target;
  readonly action: string;
  readonly body?: XmlNode;
  /** Further header elements: options, an identifier. */
  readonly header?: readonly XmlNode[];
  readonly context: CimErrorContext;
  /** Whether the server may see it twice. */
  readonly isRepeatable?: boolean;
  /** Whether it may go on while the client closes. */
  readonly isFarewell?: boolean;
}

// SOAP 1.2 over HTTP, as Windows writes it.
const contentType = "application/soap+xml;charset=UTF-8";

/**
 * Sends a message and reads the answer as it arrives.
 *
 * @param session - The server.
 * @param dialect - How it wants to be spoken to.
 * @param bounds - Bounds of the call.
 * @param message - What to send.
 * @param sink - Takes elements of the answer as they end.
 * @returns The first element of the body, without what the sink has taken; `undefined` for an
 *   empty body.
 * @throws CimError for a fault, for an answer to another message, and for no answer.
 */
export async function exchange(
  session: Session,
  dialect: Dialect,
  bounds: Bounds,
  message: Message,
  sink?: ElementSink,
): Promise<XmlElement | undefined> {
  const { url, maxEnvelopeSize } = session;
  const { target, context } = message;
  const timeout = bounds.timeout ?? session.timeout;
  const messageId = session.createMessageId();
  const text = writeRequest(
    {
      to: url.href,
      resourceUri: target.uri,
      action: message.action,
      messageId,
      maxEnvelopeSize,
      operationTimeout: bounds.operationTimeout ?? timeout,
      selectors: target.selectors,
      others: message.header ?? [],
    },
    message.body,
  );
  const headers = { "User-Agent": dialect.userAgent };
  const { status, envelope } = await post(
    session,
    { ...bounds, timeout },
    { ...message, text, headers },
    sink,
  );
  if (envelope.relatesTo !== undefined && envelope.relatesTo !== messageId) {
    const sentence = "the server answered another message than the one sent";
    throw new CimError("protocol", sentence, context);
  }
  if (status >= 300) throw withoutFault(status, context);
  return envelope.body;
}

/**
 * Asks who the server is, which needs no addressing (DSP0226 11).
 *
 * @param session - The server.
 * @param bounds - Bounds of the call.
 * @param body - The question.
 * @returns The answer's body, and the name in the `Server` header.
 */
export async function exchangeIdentify(
  session: Session,
  bounds: Bounds,
  body: XmlNode,
): Promise<{ readonly body: XmlElement | undefined; readonly server: string }> {
  const context = { operation: "identify" };
  const timeout = bounds.timeout ?? session.timeout;
  const text = writeEnvelope([], body);
  const headers = { "User-Agent": "Microsoft WinRM Client" };
  const message = { text, headers, context, isRepeatable: true };
  const { envelope, rawHeaders } = await post(session, { ...bounds, timeout }, message);
  const at = rawHeaders.findIndex((name, index) => index % 2 === 0 && /^server$/i.test(name));
  return { body: envelope.body, server: at < 0 ? "" : (rawHeaders[at + 1] ?? "") };
}

interface Posted extends Pick<Message, "context" | "isRepeatable" | "isFarewell"> {
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Answer {
  readonly status: number;
  readonly envelope: Envelope;
  readonly rawHeaders: readonly string[];
}

async function post(
  { connection }: Session,
  { timeout, signal }: Bounds & { readonly timeout: number },
  { text, headers, context, isRepeatable = false, isFarewell = false }: Posted,
  sink?: ElementSink,
): Promise<Answer> {
  const response = await connection.send(text, {
    contentType,
    headers,
    timeout,
    isRepeatable,
    isFarewell,
    ...(signal === undefined ? {} : { signal }),
  });
  const { status, rawHeaders } = response;
  const envelope = await open(response, context, sink);
  if (envelope.body?.name === "Fault") throw faultError(envelope.body, status, context);
  return { status, envelope, rawHeaders };
}

async function open(
  response: HttpResponse,
  context: CimErrorContext,
  sink: ElementSink | undefined,
): Promise<Envelope> {
  const { status } = response;
  let refused: unknown;
  const reader = new XmlReader({}, (element, ancestors) => {
    try {
      return sink?.(element, ancestors) === true;
    } catch (error) {
      refused = error;
      throw error;
    }
  });
  let isEmpty = true;
  try {
    for await (const piece of readText(response)) {
      isEmpty = false;
      reader.write(piece);
    }
    if (!isEmpty) return envelopeOf(reader.end());
  } catch (error) {
    const known = CimError.from(error, context);
    if (known.code !== "protocol" || refused !== undefined) throw known;
    if (status >= 300) throw withoutFault(status, context, error);
    const sentence = "the answer is not a SOAP message: is this a WS-Management service?";
    throw new CimError("protocol", sentence, { ...context, httpStatus: status, cause: error });
  }
  throw withoutFault(status, context);
}

/** OMI answers some requests with 500 and nothing else. */
function withoutFault(status: number, context: CimErrorContext, cause?: unknown): CimError {
  const code = status < 300 ? "protocol" : "failed";
  const sentence = `the server answered HTTP ${status} without saying why`;
  return new CimError(code, sentence, {
    ...context,
    httpStatus: status,
    ...(cause === undefined ? {} : { cause }),
  });
}

/**
 * The resource URI of a path's class in a dialect.
 *
 * @param dialect - How the server wants to be spoken to.
 * @param path - The instance or class.
 */
export function uriOf(dialect: Dialect, path: InstancePath): string {
  return resourceUri(path.className, path.namespace, dialect.resourceUri, dialect.vendors);
}

/**
 * A class or instance as what a message is about.
 *
 * @param session - The server.
 * @param dialect - How it wants to be spoken to.
 * @param path - The instance, or the class with no keys.
 */
export function targetOf(session: Session, dialect: Dialect, path: InstancePath): Target {
  return {
    uri: uriOf(dialect, path),
    selectors: encodeSelectors(path, { dialect, address: session.url.href }),
  };
}

/**
 * The `w:OptionSet` of a message (DSP0226 6.4).
 *
 * @param options - Names of options that are true.
 */
export function optionSet(options: readonly string[]): XmlNode {
  return xml(
    "w:OptionSet",
    {},
    options.map((name) => xml("w:Option", { Name: name, Type: "xs:boolean" }, ["true"])),
  );
}

/**
 * How values are encoded in a session.
 *
 * @param session - The server.
 * @param dialect - How it wants to be spoken to.
 * @param request - Its namespace, and the classes that it knows.
 * @param prefix - Prefix of the elements.
 */
export function encodeContext(
  session: Session,
  dialect: Dialect,
  { namespace, classOf }: Pick<ClassRequest, "namespace" | "classOf">,
  prefix: string,
): EncodeContext {
  return { prefix, dialect, namespace, address: session.url.href, classOf };
}

/** The parts of a request on a class that decoding needs. */
export interface ClassRequest {
  readonly cls: ClassData;
  readonly namespace: string;
  readonly classOf: ClassFinder;
}

/**
 * How values are decoded: the request's own class is known, whatever else is.
 *
 * @param dialect - How the server wants to be spoken to.
 * @param request - The call.
 */
export function decodeContext(dialect: Dialect, request: ClassRequest): DecodeContext {
  const own = request.cls.name.toLowerCase();
  return {
    namespace: request.namespace,
    char16: dialect.char16,
    classOf: (name) => (name.toLowerCase() === own ? request.cls : request.classOf(name)),
  };
}
