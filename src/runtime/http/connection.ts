/** A server that takes POSTs: its address, connections and credentials. */
import { setMaxListeners } from "node:events";
import { Agent, type AgentOptions } from "node:http";
import { Agent as TlsAgent } from "node:https";
import type { Authenticator } from "../auth/authenticator.ts";
import { CimError } from "../error.ts";
import { readChallenges } from "./challenges.ts";
import { type HttpResponse, post } from "./post.ts";
import { redact } from "./redact.ts";

/** TLS settings, as of `node:tls`. */
export interface TlsOptions {
  /** Certificates of trusted issuers, PEM; instead of Node's own list. */
  readonly ca?: string | Uint8Array | readonly (string | Uint8Array)[];
  /** Client certificate, PEM. */
  readonly cert?: string | Uint8Array;
  /** Its private key, PEM. */
  readonly key?: string | Uint8Array;
  /** `false` accepts any certificate, and with it anyone in between. */
  readonly rejectUnauthorized?: boolean;
  /** The name that the certificate must have, when the URL's host is another. */
  readonly servername?: string;
}

/** How a server is reached. */
export interface ConnectionOptions {
  readonly url: URL;
  readonly auth?: Authenticator;
  readonly tls?: TlsOptions;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Connections at a time; 8 unless told. WinRM serves the requests of one in turn. */
  readonly maxConnections?: number;
  /** Bytes that an answer may have; 64 MiB unless told. */
  readonly maxResponseSize?: number;
}

/** What goes for one exchange. */
export interface SendOptions {
  readonly contentType: string;
  /** Milliseconds for all attempts together. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
  /** Whether the server may see the request twice. */
  readonly isRepeatable?: boolean;
  /** Whether it may go on after {@link Connection.stop}: it tells the server that we leave. */
  readonly isFarewell?: boolean;
}

/** Sends bodies to a server. */
export interface Connection {
  /**
   * Posts a body and answers with whatever the server said, faults included.
   *
   * @throws CimError when there is no answer, or one that is not the service's own.
   */
  send(body: string, options: SendOptions): Promise<HttpResponse>;
  /** Hides the credentials that were sent in whatever was thrown over an answer. */
  redact(caught: unknown): unknown;
  /** Calls that are under way reject with `"closed"`, and no more are taken; farewells go on. */
  stop(): void;
  /** Drops connections; farewells end as well. */
  close(): void;
}

// Negotiate needs two answers, a stale Digest nonce one more.
const maxAttempts = 4;
/** Schemes that make a new header for each request would fill the memory otherwise. */
const maxRemembered = 32;

/**
 * Makes the connection; nothing is sent yet.
 *
 * @param options - See {@link ConnectionOptions}.
 * @throws CimError `"configuration"` when the credentials must not go there.
 */
export function openConnection(options: ConnectionOptions): Connection {
  const { url, auth, maxResponseSize = 64 * 1024 * 1024 } = options;
  auth?.check?.(url);
  const agent = createAgent(options);
  const stopping = createController();
  const closing = createController();
  const sent = new Set<string>();
  return {
    async send(body, { contentType, timeout, signal, isRepeatable = false, isFarewell = false }) {
      const ending = isFarewell ? closing.signal : stopping.signal;
      if (ending.aborted) throw closed();
      const bytes = Buffer.from(body, "utf8");
      const deadline = performance.now() + timeout;
      const either = signal === undefined ? ending : AbortSignal.any([signal, ending]);
      let challenges: HttpResponse | undefined;
      for (let attempt = 0; attempt < maxAttempts; attempt++) {
        const authorization = await auth?.authorize({
          method: "POST",
          url,
          challenges: challenges === undefined ? [] : readChallenges(challenges.rawHeaders),
          attempt,
        });
        if (authorization === undefined && attempt > 0) break;
        remember(sent, authorization);
        const response = await post({
          url,
          agent,
          headers: {
            ...options.headers,
            "Content-Type": contentType,
            ...(authorization === undefined ? {} : { Authorization: authorization }),
          },
          body: bytes,
          timeout: Math.max(1, Math.ceil(deadline - performance.now())),
          maxResponseSize,
          signal: either,
          isRepeatable,
        }).catch((error: unknown) => {
          throw ending.aborted ? closed() : error;
        });
        if (response.status !== 401) return accept(response);
        challenges = response;
      }
      throw unauthorized(auth, challenges);
    },
    redact: (caught) => CimError.rewrite(caught, (text) => redact(text, sent)),
    stop() {
      stopping.abort();
    },
    close() {
      stopping.abort();
      closing.abort();
      agent.destroy();
    },
  };
}

/** Every call under way listens to it, and Node takes more than ten listeners for a leak. */
function createController(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

function remember(sent: Set<string>, authorization: string | undefined): void {
  if (authorization === undefined) return;
  sent.add(authorization);
  const [oldest] = sent;
  if (sent.size > maxRemembered && oldest !== undefined) sent.delete(oldest);
}

function createAgent({ url, auth, tls = {}, maxConnections = 8 }: ConnectionOptions): Agent {
  const common: AgentOptions = {
    keepAlive: true,
    maxSockets: auth?.binding === "connection" ? 1 : maxConnections,
  };
  if (url.protocol !== "https:") return new Agent(common);
  const { ca, cert, key, ...rest } = tls;
  return new TlsAgent({
    ...common,
    ...rest,
    ...(ca !== undefined && { ca: (isOne(ca) ? [ca] : ca).map(pem) }),
    ...(cert !== undefined && { cert: pem(cert) }),
    ...(key !== undefined && { key: pem(key) }),
  });
}

function isOne(ca: string | Uint8Array | readonly (string | Uint8Array)[]): ca is Pem {
  return typeof ca === "string" || ca instanceof Uint8Array;
}

type Pem = string | Uint8Array;

/** Node's types want a Buffer, where ours do not ask their readers for `@types/node`. */
function pem(text: Pem): string | Buffer {
  return typeof text === "string" ? text : Buffer.from(text);
}

function closed(): CimError {
  return new CimError("closed", "the client is closed");
}

/** Statuses that a WS-Management or CIM-XML service never answers an operation with by itself. */
function accept(response: HttpResponse): HttpResponse {
  const { status, location } = response;
  const details = { httpStatus: status };
  if (status >= 300 && status < 400) {
    const target = location === "" ? "" : ` to ${JSON.stringify(location.slice(0, 200))}`;
    const sentence = `the server redirects${target}, which is not followed because credentials would go along: use that URL`;
    throw new CimError("protocol", sentence, details);
  }
  if (response.body.length > 0 && /xml/i.test(response.contentType)) return response;
  switch (status) {
    case 403:
      throw new CimError(
        "access-denied",
        "the server answered HTTP 403: the account may not use this service",
        details,
      );
    case 404:
    case 405:
      throw new CimError(
        "unreachable",
        `the server answered HTTP ${status}: check the path of the URL`,
        details,
      );
    case 413:
      throw new CimError(
        "too-large",
        "the server answered HTTP 413: the request is larger than it takes",
        details,
      );
    case 503:
      throw new CimError(
        "unreachable",
        "the server answered HTTP 503: the service is not available now",
        details,
      );
    default:
      return response;
  }
}

function unauthorized(
  auth: Authenticator | undefined,
  response: HttpResponse | undefined,
): CimError {
  const schemes = readChallenges(response?.rawHeaders ?? []).map(({ scheme }) => scheme);
  const offered = [...new Set(schemes)].join(", ") || "no scheme at all";
  const sentence =
    auth === undefined
      ? `the server wants credentials (it offers ${offered}): pass auth`
      : `the server did not accept the ${auth.scheme} credentials (it offers ${offered})`;
  return new CimError("unauthorized", sentence, { httpStatus: 401 });
}
