/** One request and its answer: what every operation has in common (DSP0200 6; DSP0201 5.6). */
import { requireGoingOn } from "../aborted.ts";
import type { ClassFinder } from "../class-data.ts";
import { CimError, type CimErrorContext } from "../error.ts";
import type { Connection } from "../http/connection.ts";
import type { Farewells } from "../http/farewells.ts";
import type { HttpResponse } from "../http/post.ts";
import { discard, readText } from "../http/read-body.ts";
import type { ClassData } from "../types.ts";
import { attribute, child, type XmlElement } from "../xml/parse.ts";
import { XmlReader } from "../xml/read.ts";
import { writeXml, xml, type XmlNode } from "../xml/write.ts";
import type { DecodeContext } from "./decode.ts";
import { faultError, httpError, statusError } from "./fault.ts";
import { headerValue } from "./names.ts";

/** A session with one server. */
export interface Session {
  readonly connection: Connection;
  readonly url: URL;
  /** Milliseconds for an exchange that states none. */
  readonly timeout: number;
  /** Instances that are asked for at a time. */
  readonly maxObjectCount: number;
  /** Operations that the server does not know, so that they are tried once. */
  readonly unsupported: Set<string>;
  /** Makes the `ID` of a message. */
  readonly createMessageId: () => string;
  /** What is to be given back to the server. */
  readonly farewells: Farewells;
}

/** How long an exchange may take. */
export interface Bounds {
  readonly signal?: AbortSignal;
  readonly timeout?: number;
}

/** What one exchange sends. */
export interface Message {
  /** Name of the operation, or of the method. */
  readonly name: string;
  /** Value of the header `CIMObject`, before it is encoded. */
  readonly object: string;
  /** `IMETHODCALL` or `METHODCALL`. */
  readonly call: XmlNode;
  readonly context: CimErrorContext;
  /** Whether the server may see it twice. */
  readonly isRepeatable?: boolean;
  /** Whether it may go on while the client closes. */
  readonly isFarewell?: boolean;
}

const contentType = 'application/xml; charset="utf-8"';

/** Depth of what is returned: CIM, MESSAGE, SIMPLERSP, IMETHODRESPONSE, IRETURNVALUE. */
const itemDepth = 5;

/**
 * Sends a message and gives the items that it returns, those of each piece of the answer as it
 * arrives.
 *
 * @param session - The server.
 * @param bounds - Bounds of the call.
 * @param message - What to send.
 * @param decode - Reads an item: what stands directly in `IRETURNVALUE`.
 * @param seen - Is told of the response element even if an item could not be read.
 * @returns The response element, without the items: a method's, or what a pull says at the end.
 * @throws CimError for an error of the server, which may come after items, for an answer to
 *   another message, and for no answer.
 */
export async function* exchangePieces<T>(
  session: Session,
  bounds: Bounds,
  message: Message,
  decode: (item: XmlElement) => T,
  seen?: (response: XmlElement) => void,
): AsyncGenerator<readonly T[], XmlElement> {
  const { context } = message;
  const id = session.createMessageId();
  const response = await send(session, bounds, message, id);
  let ready: T[] = [];
  let refused: unknown;
  const reader = new XmlReader({}, (element, ancestors) => {
    if (ancestors.length !== itemDepth || ancestors[itemDepth - 1]?.name !== "IRETURNVALUE") {
      return false;
    }
    // What stands behind an item that cannot be read says what has been opened.
    if (refused !== undefined) return true;
    try {
      requireAnswerTo(id, ancestors[1], context);
      ready.push(decode(element));
    } catch (error) {
      refused = error;
    }
    return true;
  });
  let root: XmlElement;
  try {
    for await (const piece of readText(response)) {
      reader.write(piece);
      const items = ready;
      ready = [];
      if (items.length > 0) yield items;
    }
    root = reader.end();
  } catch (error) {
    // What broke off in the middle may have said why behind it.
    if (refused === undefined) requireTrailers(response, context);
    throw readError(error, refused, response, context);
  }
  requireTrailers(response, context);
  const answer = responseOf(root, id, response.status, message);
  seen?.(answer);
  if (refused !== undefined) throw CimError.from(refused, context);
  return answer;
}

/**
 * The same, item by item.
 *
 * @param session - The server.
 * @param bounds - Bounds of the call.
 * @param message - What to send.
 * @param decode - Reads an item.
 * @throws CimError like {@link exchangePieces}.
 */
export async function* exchangeItems<T>(
  session: Session,
  bounds: Bounds,
  message: Message,
  decode: (item: XmlElement) => T,
): AsyncGenerator<T> {
  for await (const items of exchangePieces(session, bounds, message, decode)) {
    for (const item of items) {
      requireGoingOn(bounds.signal);
      yield item;
    }
  }
}

/**
 * Sends a message whose answer is not taken apart.
 *
 * @param session - The server.
 * @param bounds - Bounds of the call.
 * @param message - What to send.
 * @returns What is returned, and the response element.
 * @throws CimError like {@link exchangePieces}.
 */
export async function exchange(
  session: Session,
  bounds: Bounds,
  message: Message,
): Promise<{ readonly returned: readonly XmlElement[]; readonly response: XmlElement }> {
  const returned: XmlElement[] = [];
  const items = exchangePieces(session, bounds, message, (item) => item);
  for (;;) {
    const next = await items.next();
    if (next.done === true) return { returned, response: next.value };
    returned.push(...next.value);
  }
}

async function send(
  session: Session,
  { signal, timeout }: Bounds,
  message: Message,
  id: string,
): Promise<HttpResponse> {
  const { name, object, call, context, isRepeatable = false, isFarewell = false } = message;
  const response = await session.connection.send(write(id, call), {
    contentType,
    headers: {
      Accept: "text/xml, application/xml",
      CIMOperation: "MethodCall",
      CIMMethod: headerValue(name),
      CIMObject: headerValue(object),
      // Makes Pegasus begin before it has everything; an error may then come in the trailers.
      TE: "chunked, trailers",
    },
    timeout: timeout ?? session.timeout,
    isRepeatable,
    isFarewell,
    ...(signal === undefined ? {} : { signal }),
  });
  if (response.status < 300) return response;
  await discard(response).catch(() => undefined);
  throw httpError(response, context);
}

function write(id: string, call: XmlNode): string {
  const document = xml("CIM", { CIMVERSION: "2.0", DTDVERSION: "2.0" }, [
    xml("MESSAGE", { ID: id, PROTOCOLVERSION: "1.0" }, [xml("SIMPLEREQ", {}, [call])]),
  ]);
  // Pegasus refuses what has no declaration.
  return `<?xml version="1.0" encoding="utf-8" ?>\n${writeXml(document)}`;
}

function readError(
  error: unknown,
  refused: unknown,
  { status }: HttpResponse,
  context: CimErrorContext,
): CimError {
  const known = CimError.from(error, context);
  if (known.code !== "protocol" || refused !== undefined) return known;
  const sentence = "the answer is not CIM-XML: is this a CIM-XML service?";
  return new CimError("protocol", sentence, { ...context, httpStatus: status, cause: error });
}

/** DSP0200 6.3.2: what went wrong after the answer had begun. */
function requireTrailers(response: HttpResponse, context: CimErrorContext): void {
  const trailers = response.trailers();
  const status = Number(trailers["cimstatuscode"] ?? 0);
  if (!Number.isInteger(status) || status <= 0) return;
  const told = trailers["cimstatuscodedescription"];
  throw statusError(status, {
    ...context,
    httpStatus: response.status,
    description: told === undefined ? undefined : decodeTrailer(told),
  });
}

function decodeTrailer(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function responseOf(
  root: XmlElement,
  id: string,
  httpStatus: number,
  { name, context }: Message,
): XmlElement {
  const message = child(root, "MESSAGE");
  const response = child(message, "SIMPLERSP")?.children[0];
  if (root.name !== "CIM" || message === undefined || response === undefined) {
    const sentence = "the answer is not a CIM-XML message: is this a CIM-XML service?";
    throw new CimError("protocol", sentence, { ...context, httpStatus });
  }
  const error = child(response, "ERROR");
  if (error !== undefined) throw faultError(error, httpStatus, context);
  requireAnswerTo(id, message, context);
  if (response.name !== "METHODRESPONSE") return response;
  const stated = attribute(response, "NAME") ?? name;
  if (stated.toLowerCase() === name.toLowerCase()) return response;
  const shown = JSON.stringify(stated.slice(0, 80));
  throw new CimError("protocol", `the server answered ${shown}, and not ${name}`, context);
}

function requireAnswerTo(
  id: string,
  message: XmlElement | undefined,
  context: CimErrorContext,
): void {
  if (message !== undefined && attribute(message, "ID") === id) return;
  const sentence = "the server answered another message than the one sent";
  throw new CimError("protocol", sentence, context);
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
 * @param request - The call.
 */
export function decodeContext(request: ClassRequest): DecodeContext {
  const own = request.cls.name.toLowerCase();
  return {
    namespace: request.namespace,
    classOf: (name) => (name.toLowerCase() === own ? request.cls : request.classOf(name)),
  };
}
