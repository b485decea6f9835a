/** One request and its answer: what every operation has in common. */
import { CimError, type CimErrorContext } from "../error.ts";
import type { Connection } from "../http/connection.ts";
import type { HttpResponse } from "../http/post.ts";
import type { ClassData, InstancePath } from "../types.ts";
import type { XmlElement } from "../xml/parse.ts";
import type { XmlNode } from "../xml/write.ts";
import type { Dialect } from "./dialect.ts";
import { encodeSelectors } from "./endpoint.ts";
import { decodeBody, type Envelope, readEnvelope, writeRequest } from "./envelope.ts";
import { faultError } from "./fault.ts";
import { resourceUri } from "./names.ts";
import type { DecodeContext, EncodeContext } from "./values.ts";

/** A session with one server. */
export interface Session {
  readonly connection: Connection;
  readonly url: URL;
  readonly dialect: Dialect;
  /** Bytes that an answer may have, as told to the server. */
  readonly maxEnvelopeSize: number;
  /** Milliseconds for an exchange that states none. */
  readonly timeout: number;
  /** Makes the value of `wsa:MessageID`. */
  readonly createMessageId: () => string;
}

/** The parts of a transport's request that every exchange needs. */
export interface ExchangeRequest {
  readonly cls: ClassData;
  readonly namespace: string;
  readonly classOf: (name: string) => ClassData | undefined;
  readonly signal?: AbortSignal;
  readonly timeout?: number;
}

/** What one exchange sends. */
export interface Message {
  /** The instance, or the class with no keys. */
  readonly path: InstancePath;
  readonly action: string;
  readonly body?: XmlNode;
  readonly context: CimErrorContext;
  /** Whether the server may see it twice. */
  readonly isRepeatable?: boolean;
  /** Whether it may go on while the client closes. */
  readonly isFarewell?: boolean;
}

// SOAP 1.2 over HTTP, as Windows writes it.
const contentType = "application/soap+xml;charset=UTF-8";

/**
 * Sends a message and reads the answer.
 *
 * @param session - The server.
 * @param request - Bounds of the call.
 * @param message - What to send.
 * @returns The first element of the body; `undefined` for an empty body.
 * @throws CimError for a fault, for an answer to another message, and for no answer.
 */
export async function exchange(
  session: Session,
  request: ExchangeRequest,
  message: Message,
): Promise<XmlElement | undefined> {
  const { connection, url, dialect, maxEnvelopeSize } = session;
  const { path, context, isRepeatable = false, isFarewell = false } = message;
  const timeout = request.timeout ?? session.timeout;
  const messageId = session.createMessageId();
  const text = writeRequest(
    {
      to: url.href,
      resourceUri: uriOf(session, path),
      action: message.action,
      messageId,
      maxEnvelopeSize,
      operationTimeout: timeout,
      selectors: encodeSelectors(path, { dialect, address: url.href }),
    },
    message.body,
  );
  const response = await connection.send(text, {
    contentType,
    timeout,
    isRepeatable,
    isFarewell,
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  });
  const envelope = open(response, context);
  if (envelope.body?.name === "Fault") throw faultError(envelope.body, response.status, context);
  if (envelope.relatesTo !== undefined && envelope.relatesTo !== messageId) {
    throw new CimError(
      "protocol",
      "the server answered another message than the one sent",
      context,
    );
  }
  if (response.status >= 300) throw withoutFault(response, context);
  return envelope.body;
}

function open(response: HttpResponse, context: CimErrorContext): Envelope {
  const text = decodeBody(response.body, response.contentType);
  if (text.trim() === "") throw withoutFault(response, context);
  try {
    return readEnvelope(text);
  } catch (error) {
    if (response.status >= 300) throw withoutFault(response, context, error);
    const sentence = "the answer is not a SOAP message: is this a WS-Management service?";
    throw new CimError("protocol", sentence, {
      ...context,
      httpStatus: response.status,
      cause: error,
    });
  }
}

/** OMI answers some requests with 500 and nothing else. */
function withoutFault(response: HttpResponse, context: CimErrorContext, cause?: unknown): CimError {
  const { status } = response;
  const code = status < 300 ? "protocol" : "failed";
  const sentence = `the server answered HTTP ${status} without saying why`;
  return new CimError(code, sentence, {
    ...context,
    httpStatus: status,
    ...(cause === undefined ? {} : { cause }),
  });
}

/**
 * The resource URI of a path's class in the session's dialect.
 *
 * @param session - The server.
 * @param path - The instance or class.
 */
export function uriOf(session: Session, path: InstancePath): string {
  const { resourceUri: style, vendors } = session.dialect;
  return resourceUri(path.className, path.namespace, style, vendors);
}

/**
 * How values are encoded in a session.
 *
 * @param session - The server.
 * @param namespace - CIM namespace of the call.
 * @param prefix - Prefix of the elements.
 */
export function encodeContext(session: Session, namespace: string, prefix: string): EncodeContext {
  return { prefix, dialect: session.dialect, namespace, address: session.url.href };
}

/**
 * How values are decoded: the request's own class is known, whatever else is.
 *
 * @param session - The server.
 * @param request - The call.
 */
export function decodeContext({ dialect }: Session, request: ExchangeRequest): DecodeContext {
  const own = request.cls.name.toLowerCase();
  return {
    namespace: request.namespace,
    char16: dialect.char16,
    classOf: (name) => (name.toLowerCase() === own ? request.cls : request.classOf(name)),
  };
}
