/** One POST and its answer, with bounds on time and size. */
import {
  type Agent,
  type ClientRequest,
  type IncomingMessage,
  request as requestHttp,
} from "node:http";
import { request as requestHttps } from "node:https";
import type { Socket } from "node:net";
import { abortedError, whenAborted } from "../aborted.ts";
import { CimError } from "../error.ts";
import { brokeOff, connectionError } from "./connection-error.ts";
import { isTaken, Pieces } from "./pieces.ts";
import { type AllTimeouts, Patience } from "./timeouts.ts";

/** What is sent, and how far it may go. */
export interface PostOptions {
  readonly url: URL;
  readonly agent: Agent;
  readonly headers: Readonly<Record<string, string>>;
  /** Text: Node writes it in one piece with the headers. */
  readonly body: string;
  /** Milliseconds that may be waited for the server; `Infinity` for ever. */
  readonly timeout: number;
  /** All the milliseconds of which these are left. */
  readonly wholeTimeout: number;
  readonly timeouts: AllTimeouts;
  /** Bytes that the answer's body may have. */
  readonly maxResponseSize: number;
  /** Any of them ends it. */
  readonly signals: readonly AbortSignal[];
  /** Whether the request may be sent twice, for when a kept connection turns out to be dead. */
  readonly isRepeatable?: boolean;
  /** Is called when the request is over, its answer read or left. */
  readonly release: () => void;
}

/** An answer whose body is still to come. It has to be read, or discarded. */
export interface HttpResponse {
  readonly status: number;
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[];
  readonly contentType: string;
  readonly location: string;
  /** Whether there can be a body. */
  readonly isEmpty: boolean;
  /** The body in pieces. */
  readonly body: AsyncGenerator<Uint8Array, void>;
  /** Whether the piece that was given last is the last one, as far as is known. */
  isTaken(): boolean;
  /** Trailers by lower-case name, when the body has been read. */
  trailers(): Readonly<Record<string, string>>;
}

/**
 * Sends a POST and waits for the beginning of the answer.
 *
 * An error response that states no length on a connection that is kept is not waited for:
 * OpenPegasus sends such, and their end never comes.
 *
 * @param options - See {@link PostOptions}.
 * @throws CimError `"unreachable"`, `"timeout"`, `"aborted"` or, from the body, `"too-large"`.
 */
export function post(options: PostOptions): Promise<HttpResponse> {
  const { url, agent, headers, body } = options;
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    const outgoing = send(url, {
      method: "POST",
      agent,
      headers: { ...headers, "Content-Length": String(Buffer.byteLength(body, "utf8")) },
    });
    const call = new Call(options, outgoing, reject);
    outgoing.on("error", (error) => {
      // Giving up destroys the request, which is an error of its own and no reason to send it again.
      if (call.hasFailed) return;
      // The server closed an idle connection at the moment we took it up.
      const isReset = "code" in error && error.code === "ECONNRESET";
      if (outgoing.reusedSocket && isReset && !call.hasAnswered && options.isRepeatable === true) {
        call.leave();
        resolve(post({ ...options, isRepeatable: false, timeout: call.patience.left }));
      } else call.fail(connectionError(error, url, call.hasAnswered));
    });
    outgoing.on("socket", (socket) => {
      call.connecting(socket);
    });
    outgoing.on("response", (incoming) => {
      call.hasAnswered = true;
      resolve(call.receive(incoming));
    });
    call.begin();
    if (!call.hasFailed) outgoing.end(body, "utf8");
  });
}

/** A request under way: what it waits for, and how it ends. */
class Call {
  hasAnswered = false;
  hasFailed = false;
  readonly patience: Patience;
  readonly #options: PostOptions;
  readonly #outgoing: ClientRequest;
  #failure: CimError | undefined;
  #reject: (error: CimError) => void;
  #stopWaiting: () => void = () => undefined;
  #unlink: readonly (() => void)[] = [];

  constructor(options: PostOptions, outgoing: ClientRequest, reject: (error: CimError) => void) {
    this.#options = options;
    this.#outgoing = outgoing;
    this.#reject = reject;
    this.patience = new Patience(options.timeout, options.wholeTimeout);
  }

  begin(): void {
    const { signals, timeouts } = this.#options;
    this.#unlink = signals.map((signal) =>
      whenAborted(signal, () => {
        this.fail(abortedError(signal));
      }),
    );
    if (this.hasFailed) {
      this.end();
      return;
    }
    // Servers ignore the operation timeout of a running method, so the client keeps its own.
    this.#wait(timeouts.headers, "no answer");
  }

  connecting(socket: Socket): void {
    if (!socket.connecting || this.hasFailed) return;
    const { url, timeouts } = this.#options;
    this.#wait(timeouts.connect, "no connection");
    socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => {
      if (!this.hasAnswered && !this.hasFailed) this.#wait(timeouts.headers, "no answer");
    });
  }

  receive(incoming: IncomingMessage): HttpResponse {
    const { headers } = incoming;
    const status = incoming.statusCode ?? 0;
    const isEndless = status >= 400 && !hasEnd(incoming);
    this.#stopWaiting();
    const body = this.#read(incoming);
    if (isEndless) {
      this.end();
      // It is an error only for who reads on.
      incoming.on("error", () => undefined);
      incoming.destroy();
    }
    return {
      status,
      rawHeaders: incoming.rawHeaders,
      contentType: headers["content-type"] ?? "",
      location: headers.location ?? "",
      isEmpty: isEndless || headers["content-length"] === "0",
      body: isEndless ? nothing() : body,
      isTaken: () => isTaken(incoming),
      trailers: () => trailersOf(incoming),
    };
  }

  async *#read(incoming: IncomingMessage): AsyncGenerator<Uint8Array, void> {
    const pieces = new Pieces(incoming);
    const { url, timeouts, maxResponseSize } = this.#options;
    let size = 0;
    try {
      for (;;) {
        if (this.#failure !== undefined) throw this.#failure;
        const piece = pieces.take();
        if (piece === undefined) {
          if (pieces.isOver) break;
          if (!isTaken(incoming)) this.#wait(timeouts.idle, "no more of the answer");
          await pieces.change();
          this.#stopWaiting();
          continue;
        }
        size += piece.length;
        if (size > maxResponseSize) {
          const sentence = `the answer has more than ${maxResponseSize} bytes`;
          throw new CimError("too-large", sentence, { httpStatus: incoming.statusCode ?? 0 });
        }
        // What has come as a whole needs no connection, however slowly it is looked at.
        if (isTaken(incoming)) this.end();
        yield piece;
      }
      if (!incoming.complete) throw brokeOff(url);
    } catch (error) {
      // As: streams fail with errors.
      throw this.#failure ?? readError(error as Error, url);
    } finally {
      this.end();
      // Also when all has come and nobody has looked at it: the connection would wait for that.
      if (!incoming.readableEnded) this.#outgoing.destroy();
    }
  }

  #wait(most: number, what: string): void {
    this.#stopWaiting();
    this.#stopWaiting = this.patience.wait(most, what, (error) => {
      this.fail(error);
    });
  }

  /** Also drops the connection: what is left on it belongs to nobody. */
  fail(error: CimError): void {
    if (this.hasFailed) return;
    this.hasFailed = true;
    this.#failure = error;
    this.end();
    this.#outgoing.destroy();
    this.#reject(error);
  }

  /** Nothing is waited for any more. */
  end(): void {
    this.leave();
    this.#options.release();
  }

  /** The same, while its turn goes on with another request. */
  leave(): void {
    this.#stopWaiting();
    this.#stopWaiting = () => undefined;
    for (const unlink of this.#unlink) unlink();
    this.#unlink = [];
  }
}

/**
 * Whether an answer says where it ends. Without a length the connection's end is the body's; but
 * OpenPegasus sends headers alone, keeps the connection, and says nothing of a content.
 */
function hasEnd({ headers, httpVersion }: IncomingMessage): boolean {
  if (headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined) {
    return true;
  }
  const connection = headers.connection?.toLowerCase() ?? "";
  const closes = connection.includes("close") || (httpVersion === "1.0" && connection === "");
  return closes && headers["content-type"] !== undefined;
}

function readError(error: Error, url: URL): CimError {
  if (error instanceof CimError) return error;
  const code = "code" in error ? error.code : undefined;
  if (code === "ERR_STREAM_PREMATURE_CLOSE") return brokeOff(url, error);
  return connectionError(error, url, true);
}

/** Not one that ends at once by itself: it has nothing to wait for. */
async function* nothing(): AsyncGenerator<Uint8Array, void> {
  // Nothing.
}

function trailersOf(incoming: IncomingMessage): Readonly<Record<string, string>> {
  const entries = Object.entries(incoming.trailers);
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
