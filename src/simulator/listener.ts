/** HTTP in front of the service: what is refused before anybody reads XML. */
import { createHash, timingSafeEqual } from "node:crypto";
import type {
  IncomingHttpHeaders,
  IncomingMessage,
  RequestListener,
  ServerResponse,
} from "node:http";
import { CimError } from "../runtime/error.ts";
import { parseXml, type XmlElement } from "../runtime/xml/parse.ts";

/** Who may call. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** A request that has been read. */
export interface ReadRequest {
  readonly root: XmlElement;
  readonly headers: IncomingHttpHeaders;
}

/** Who answers at a path. */
export interface Route {
  /** For example `/wsman`; a query behind it is ignored. */
  readonly path: string;
  /** Media types in lower case that a request may have. */
  readonly contentTypes: readonly string[];
  readonly answer: (request: ReadRequest, signal: AbortSignal) => Promise<Answer>;
}

/** What a listener is made of. */
export interface ListenerOptions {
  readonly routes: readonly Route[];
  /** Bytes that a request may have. */
  readonly maxBodySize: number;
  /** Anybody unless given. */
  readonly credentials?: Credentials;
}

/** What is sent back. */
export interface Answer {
  readonly status: number;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Makes the listener of a `node:http` server.
 *
 * @param options - See {@link ListenerOptions}.
 */
export function createListener(options: ListenerOptions): RequestListener {
  return (request, response) => {
    const gone = new AbortController();
    response.once("close", () => {
      // Not when all has been said: making the reason of an abort takes longer than answering.
      if (!response.writableFinished) gone.abort();
    });
    void reply(request, options, gone.signal)
      // When the connection broke while the request was read, nobody will see this.
      .catch((): Answer => ({ status: 500 }))
      .then((answer) => {
        send(response, answer);
      });
  };
}

async function reply(
  request: IncomingMessage,
  options: ListenerOptions,
  signal: AbortSignal,
): Promise<Answer> {
  const path = request.url?.split("?", 1)[0];
  const route = options.routes.find((each) => each.path === path);
  if (route === undefined) return { status: 404 };
  const refusal = refuse(request, route, options);
  if (refusal !== undefined) return refusal;
  const body = await readBody(request, options.maxBodySize);
  if (body === undefined) {
    // Somebody who does not stop sending is hung up on.
    const headers = { Connection: "close" };
    return { status: 413, text: "the request is too large", headers };
  }
  const root = readXml(body);
  if (root instanceof CimError) {
    return { status: root.code === "too-large" ? 413 : 400, text: root.message };
  }
  return route.answer({ root, headers: request.headers }, signal);
}

function refuse(
  { method, headers }: IncomingMessage,
  route: Route,
  options: ListenerOptions,
): Answer | undefined {
  if (method !== "POST") return { status: 405, headers: { Allow: "POST" } };
  // A page in a browser could reach this machine under a name of its own (DNS rebinding), or
  // send what needs no permission to be sent (text/plain).
  if (!isOwnName(headers.host)) return { status: 421, text: "the host is not this machine" };
  if (!isOfType(headers["content-type"], route.contentTypes)) {
    return { status: 415, text: `send ${route.contentTypes.join(" or ")} in UTF-8` };
  }
  const { credentials } = options;
  if (credentials === undefined || isAuthorized(headers.authorization, credentials))
    return undefined;
  return { status: 401, headers: { "WWW-Authenticate": 'Basic realm="WSMAN"' } };
}

function isOwnName(host: string | undefined): boolean {
  return isLoopback((host ?? "").replace(/:\d*$/, "").replace(/^\[|\]$/g, ""));
}

/**
 * Whether a name or address is this machine's own.
 *
 * @param host - Without port and brackets.
 */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|::1|127(?:\.\d{1,3}){3})$/i.test(host);
}

function isOfType(contentType: string | undefined, allowed: readonly string[]): boolean {
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType ?? "")?.[1] ?? "utf-8";
  const type = (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return allowed.includes(type) && /^utf-?8$/i.test(charset);
}

function isAuthorized(header: string | undefined, { username, password }: Credentials): boolean {
  const encoded = /^Basic\s+([A-Za-z\d+/]+={0,2})\s*$/i.exec(header ?? "")?.[1] ?? "";
  const given = Buffer.from(encoded, "base64").toString("utf8");
  // Digests have one length, which is what comparing in constant time asks for.
  return timingSafeEqual(digest(given), digest(`${username}:${password}`));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** Keeps what is allowed, and reads on for a while, so that the sender gets to read the answer. */
async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // As: without an encoding, a request's chunks are buffers.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else if (size > 8 * limit) break;
  }
  return size > limit ? undefined : Buffer.concat(chunks);
}

function readXml(body: Buffer): XmlElement | CimError {
  try {
    return parseXml(new TextDecoder("utf-8", { fatal: true }).decode(body), limits);
  } catch (error) {
    return error instanceof CimError ? error : new CimError("protocol", "the request is not UTF-8");
  }
}

/** More than any request of a client has. */
const limits = { maxDepth: 100, maxElements: 100_000 };

function send(response: ServerResponse, { status, text = "", headers }: Answer): void {
  if (response.destroyed) return;
  const body = Buffer.from(text, "utf8");
  response.writeHead(status, {
    ...(body.length > 0 && { "Content-Type": "text/plain;charset=UTF-8" }),
    ...headers,
    "Content-Length": body.length,
  });
  response.end(body);
}
