/** A server that takes POSTs: its address, connections and credentials. */
import type { Agent } from "node:http";
import type { Authenticator } from "../auth/authenticator.ts";
import { type Clock, realClock } from "../clock.ts";
import { CimError } from "../error.ts";
import { createAgent } from "./agent.ts";
import { readChallenges } from "./challenges.ts";
import { type HttpResponse, post } from "./post.ts";
import { discard } from "./read-body.ts";
import type { ProxyOptions, TlsOptions } from "./settings.ts";
import { redactor } from "./redact.ts";
import { accept, unauthorized } from "./refusals.ts";
import { type CircuitOptions, createRetrier, type Retrier, type RetryOptions } from "./retry.ts";
import { Slots } from "./slots.ts";
import { type AllTimeouts, fullTimeouts, type Timeouts } from "./timeouts.ts";

/** How a server is reached. */
export interface ConnectionOptions {
  readonly url: URL;
  readonly auth?: Authenticator;
  readonly tls?: TlsOptions;
  /** An HTTP proxy on the way. */
  readonly proxy?: ProxyOptions;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Connections at a time; 8 unless told. WinRM serves the requests of one in turn. */
  readonly maxConnections?: number;
  /** Bytes that one answer may have; 64 MiB unless told. */
  readonly maxResponseSize?: number;
  /** How long each part of a request may take. */
  readonly timeouts?: Timeouts;
  /** When to send again what changes nothing on the server. */
  readonly retry?: RetryOptions;
  /** When to stop trying to reach a dead host. */
  readonly circuit?: CircuitOptions;
  /** @internal */
  readonly clock?: Clock;
}

/** What goes for one exchange. */
export interface SendOptions {
  readonly contentType: string;
  /** Further headers of this request alone. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds that may be waited for the server, all attempts together. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
  /** Whether the server may see the request twice. */
  readonly isRepeatable?: boolean;
  /** Whether it may go on after {@link Connection.stop}: it tells the server that we leave, or what to tell it then. */
  readonly isFarewell?: boolean;
}

/** Sends bodies to a server. */
export interface Connection {
  /** Is aborted when {@link Connection.stop} is called. */
  readonly stopping: AbortSignal;
  /**
   * Posts a body and answers with whatever the server said, faults included. The body of the
   * answer has to be read.
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

interface SignalledOptions extends SendOptions {
  /** That of the connection that ends it. */
  readonly ending: AbortSignal;
  /** All that end it. */
  readonly signals: readonly AbortSignal[];
}

// Negotiate needs two answers, a stale Digest nonce one more.
const maxAttempts = 4;
/** Schemes that make a new header for each request would fill the memory otherwise. */
const maxRemembered = 32;

/**
 * Makes the connection; nothing is sent yet.
 *
 * @param options - See {@link ConnectionOptions}.
 * @throws CimError `"configuration"` when the credentials must not go there, or for settings
 *   that cannot work.
 */
export function openConnection(options: ConnectionOptions): Connection {
  return new HttpConnection(options);
}

class HttpConnection implements Connection {
  readonly #options: ConnectionOptions;
  readonly #agent: Agent;
  readonly #slots: Slots;
  readonly #clock: Clock;
  readonly #retrier: Retrier;
  readonly #timeouts: AllTimeouts;
  readonly #stopping = new AbortController();
  readonly #closing = new AbortController();
  readonly #sent = new Set<string>();

  constructor(options: ConnectionOptions) {
    const { url, auth, maxConnections = 8, clock = realClock } = options;
    auth?.check?.(url);
    this.#options = options;
    this.#clock = clock;
    this.#timeouts = fullTimeouts(options.timeouts);
    this.#retrier = createRetrier(options.retry, options.circuit, clock);
    const most = auth?.binding === "connection" ? 1 : maxConnections;
    this.#slots = new Slots(most);
    this.#agent = createAgent({
      ...options,
      maxConnections: most,
      connectTimeout: this.#timeouts.connect,
      closing: this.#closing.signal,
    });
  }

  get stopping(): AbortSignal {
    return this.#stopping.signal;
  }

  async send(body: string, call: SendOptions): Promise<HttpResponse> {
    const ending = call.isFarewell === true ? this.#closing.signal : this.#stopping.signal;
    if (ending.aborted) throw closed();
    const signals = call.signal === undefined ? [ending] : [call.signal, ending];
    const deadline = this.#clock.now() + call.timeout;
    const attempt = (): Promise<HttpResponse> =>
      this.#authenticated(body, { ...call, ending, signals }, deadline);
    const { isRepeatable = false } = call;
    return this.#retrier
      .run(attempt, { isRepeatable, signals, deadline })
      .catch((error: unknown) => {
        throw ending.aborted ? closed() : error;
      });
  }

  /** Sends until the server accepts the credentials or they are given up. */
  async #authenticated(
    body: string,
    call: SignalledOptions,
    deadline: number,
  ): Promise<HttpResponse> {
    const { auth, url } = this.#options;
    let challenges: HttpResponse | undefined;
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      const authorization = await auth?.authorize({
        method: "POST",
        url,
        challenges: challenges === undefined ? [] : readChallenges(challenges.rawHeaders),
        attempt,
      });
      if (authorization === undefined && attempt > 0) break;
      remember(this.#sent, authorization);
      const response = await this.#post(body, call, authorization, deadline);
      if (response.status !== 401) return accept(response, url);
      await discard(response);
      challenges = response;
    }
    throw unauthorized(auth, url, challenges);
  }

  async #post(
    body: string,
    {
      headers,
      contentType,
      ending,
      signal,
      signals,
      timeout,
      isRepeatable = false,
    }: SignalledOptions,
    authorization: string | undefined,
    deadline: number,
  ): Promise<HttpResponse> {
    const release = await this.#slots.take(this.#left(deadline), ending, signal);
    return post({
      url: this.#options.url,
      agent: this.#agent,
      headers: {
        ...this.#options.headers,
        ...headers,
        "Content-Type": contentType,
        ...(authorization === undefined ? {} : { Authorization: authorization }),
      },
      body,
      timeout: this.#left(deadline),
      wholeTimeout: timeout,
      timeouts: this.#timeouts,
      maxResponseSize: this.#options.maxResponseSize ?? 64 * 1024 * 1024,
      signals,
      isRepeatable,
      release,
    }).catch((error: unknown) => {
      // Also what could not even begin: a header that HTTP cannot carry.
      release();
      throw error;
    });
  }

  #left(deadline: number): number {
    return Math.max(1, Math.ceil(deadline - this.#clock.now()));
  }

  redact(caught: unknown): unknown {
    return CimError.rewrite(caught, redactor(this.#sent));
  }

  stop(): void {
    this.#stopping.abort(closed());
    this.#slots.sweep();
  }

  close(): void {
    this.#stopping.abort(closed());
    this.#closing.abort(closed());
    this.#slots.sweep();
    this.#agent.destroy();
  }
}

function remember(sent: Set<string>, authorization: string | undefined): void {
  if (authorization === undefined) return;
  sent.add(authorization);
  const [oldest] = sent;
  if (sent.size > maxRemembered && oldest !== undefined) sent.delete(oldest);
}

function closed(): CimError {
  return new CimError("closed", "the client is closed");
}
