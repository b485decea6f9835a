/** One POST and its answer, with bounds on time and size. */
import {
  type Agent,
  type ClientRequest,
  type IncomingMessage,
  request as requestHttp,
} from "node:http";
import { request as requestHttps } from "node:https";
import { CimError } from "../error.ts";
import { maxTimeout } from "../timeout.ts";
import { brokeOff, connectionError } from "./connection-error.ts";

/** What is sent, and how far it may go. */
export interface PostOptions {
  readonly url: URL;
  readonly agent: Agent;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Milliseconds until the answer must be complete; `Infinity` waits for ever. */
  readonly timeout: number;
  /** Bytes that the answer's body may have. */
  readonly maxResponseSize: number;
  readonly signal?: AbortSignal;
  /** Whether the request may be sent twice, for when a kept connection turns out to be dead. */
  readonly isRepeatable?: boolean;
}

/** An answer, its body read. */
export interface HttpResponse {
  readonly status: number;
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[];
  readonly contentType: string;
  readonly location: string;
  readonly body: Uint8Array;
}

/**
 * Sends a POST and reads the answer.
 *
 * An error response that states no length is not waited for: OpenPegasus sends
 * such and keeps the connection open, so that its end never comes.
 *
 * @param options - See {@link PostOptions}.
 * @throws CimError `"unreachable"`, `"timeout"`, `"aborted"` or `"too-large"`.
 */
export function post(options: PostOptions): Promise<HttpResponse> {
  const { url, agent, headers, body, timeout, signal } = options;
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    const outgoing = send(url, {
      method: "POST",
      agent,
      headers: { ...headers, "Content-Length": String(body.length) },
    });
    const settle = settleOnce(outgoing, resolve, reject, () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    });
    // Servers ignore the operation timeout of a running method, so the client keeps its own.
    const timer = startTimer(timeout, () => {
      settle.fail(new CimError("timeout", `no answer within ${timeout} ms`));
    });
    const onAbort = (): void => {
      settle.fail(new CimError("aborted", "the call was aborted", { cause: signal?.reason }));
    };
    let hasAnswered = false;
    outgoing.on("error", (error) => {
      // Giving up destroys the request, which is an error of its own and no reason to send it again.
      if (settle.isDone()) return;
      // The server closed an idle connection at the moment we took it up.
      const isReset = "code" in error && error.code === "ECONNRESET";
      const isStale = outgoing.reusedSocket && !hasAnswered && isReset;
      if (isStale && options.isRepeatable === true) {
        settle.succeed(post({ ...options, isRepeatable: false }));
      } else settle.fail(connectionError(error, url, hasAnswered));
    });
    outgoing.on("response", (incoming) => {
      hasAnswered = true;
      receive(incoming, options, settle);
    });
    if (signal?.aborted === true) onAbort();
    else {
      signal?.addEventListener("abort", onAbort, { once: true });
      outgoing.end(body);
    }
  });
}

function startTimer(timeout: number, action: () => void): NodeJS.Timeout | undefined {
  // Node takes what is larger than its timers hold for 1 ms.
  return timeout === Infinity ? undefined : setTimeout(action, Math.min(timeout, maxTimeout));
}

interface Settle {
  isDone(): boolean;
  succeed(response: HttpResponse | Promise<HttpResponse>): void;
  /** Also drops the connection: what is left on it belongs to nobody. */
  fail(error: CimError): void;
}

function settleOnce(
  outgoing: ClientRequest,
  resolve: (response: HttpResponse | Promise<HttpResponse>) => void,
  reject: (error: CimError) => void,
  tidy: () => void,
): Settle {
  let isDone = false;
  const once = (action: () => void): void => {
    if (isDone) return;
    isDone = true;
    tidy();
    action();
  };
  return {
    isDone: () => isDone,
    succeed: (response) => {
      once(() => {
        resolve(response);
      });
    },
    fail: (error) => {
      once(() => {
        outgoing.destroy();
        reject(error);
      });
    },
  };
}

function receive(incoming: IncomingMessage, options: PostOptions, settle: Settle): void {
  const { headers } = incoming;
  const status = incoming.statusCode ?? 0;
  const chunks: Buffer[] = [];
  let size = 0;
  const finish = (): void => {
    settle.succeed({
      status,
      rawHeaders: incoming.rawHeaders,
      contentType: headers["content-type"] ?? "",
      location: headers.location ?? "",
      body: Buffer.concat(chunks),
    });
  };
  const hasLength =
    headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined;
  if (status >= 400 && !hasLength) {
    finish();
    incoming.destroy();
    return;
  }
  incoming.on("data", (chunk: Buffer) => {
    size += chunk.length;
    chunks.push(chunk);
    if (size > options.maxResponseSize) {
      chunks.length = 0;
      const sentence = `the answer has more than ${options.maxResponseSize} bytes`;
      settle.fail(new CimError("too-large", sentence, { httpStatus: status }));
    }
  });
  incoming.on("end", finish);
  incoming.on("error", (error) => {
    settle.fail(connectionError(error, options.url, true));
  });
  incoming.on("close", () => {
    // Without an "end" before it: the server stopped in the middle.
    settle.fail(brokeOff(options.url));
  });
}
