/** Connections through an HTTP proxy: a tunnel each, so that they reach the server as they are. */
import { type AgentOptions, type ClientRequest, request as requestHttp } from "node:http";
import { Agent as PlainAgent } from "node:http";
import { Agent as TlsAgent, request as requestHttps } from "node:https";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { connect as connectTls, type ConnectionOptions as TlsConnection } from "node:tls";
import { abortedError, whenAborted } from "../aborted.ts";
import { CimError } from "../error.ts";
import { maxTimeout } from "../timeout.ts";
import type { ProxyOptions } from "./settings.ts";

/**
 * An agent whose connections go through a proxy. Plain HTTP is tunnelled as well, because what
 * authenticates a connection must not be shared by others.
 *
 * @param proxy - The proxy.
 * @param options - Of the agent, TLS settings of the server included.
 * @param way - How tunnels are made.
 * @throws CimError `"configuration"` for what is no proxy.
 */
export function proxyAgent(
  proxy: ProxyOptions,
  options: AgentOptions & TlsConnection,
  way: Way,
): PlainAgent {
  const { isTls } = way;
  const url = parse(proxy.url);
  const authorization = proxy.credentials && basic(proxy.credentials);
  const agent = isTls ? new TlsAgent(options) : new PlainAgent(options);
  // As: Node's types leave out that a connection may come later.
  (agent as unknown as Tunnelled).createConnection = (target, done) => {
    const { host = "", port = 0 } = target;
    tunnel(url, authorization, `${host.includes(":") ? `[${host}]` : host}:${port}`, way).then(
      (socket) => {
        done(null, isTls ? connectTls({ ...options, ...target, socket }) : socket);
      },
      (error: unknown) => {
        // As: `tunnel` rejects with errors.
        done(error as Error);
      },
    );
    return undefined;
  };
  return agent;
}

/** How tunnels are made. */
interface Way {
  /** Whether the server is spoken to over TLS. */
  readonly isTls: boolean;
  /** Milliseconds that one may take. */
  readonly connectTimeout: number;
  /** Ends those that are not there yet. */
  readonly closing: AbortSignal;
}

interface Tunnelled {
  createConnection(
    target: TlsConnection & { readonly host?: string; readonly port?: number },
    done: (error: Error | null, socket?: Duplex) => void,
  ): undefined;
}

function parse(text: string | URL): URL {
  const url = typeof text === "string" && !URL.canParse(text) ? undefined : new URL(text);
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new CimError("configuration", "a proxy is a URL that begins with http: or https:");
  }
  if (url.username === "" && url.password === "") return url;
  throw new CimError("configuration", "credentials of a proxy belong into proxy.credentials");
}

function basic({ username, password }: NonNullable<ProxyOptions["credentials"]>): string {
  return `Basic ${Buffer.from(`${username}:${password}`, "utf8").toString("base64")}`;
}

function tunnel(
  proxy: URL,
  authorization: string | undefined,
  target: string,
  { connectTimeout, closing }: Way,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const send = proxy.protocol === "https:" ? requestHttps : requestHttp;
    const outgoing = send(proxy, {
      method: "CONNECT",
      path: target,
      agent: false,
      headers: {
        Host: target,
        ...(authorization !== undefined && { "Proxy-Authorization": authorization }),
      },
    });
    const end = bound(outgoing, connectTimeout, closing, proxy);
    outgoing.once("close", end);
    outgoing.once("error", (cause) => {
      const sentence = `the proxy ${proxy.host} cannot be reached: ${cause.message}`;
      reject(cause instanceof CimError ? cause : new CimError("unreachable", sentence, { cause }));
    });
    outgoing.once("response", (incoming) => {
      incoming.destroy();
      reject(refused(proxy, incoming.statusCode ?? 0));
    });
    outgoing.once("connect", (incoming, socket) => {
      end();
      if (incoming.statusCode === 200) {
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(refused(proxy, incoming.statusCode ?? 0));
    });
    outgoing.end();
  });
}

/** A proxy may take a connection and never say a word. */
function bound(
  outgoing: ClientRequest,
  milliseconds: number,
  closing: AbortSignal,
  proxy: URL,
): () => void {
  const timer =
    milliseconds === Infinity
      ? undefined
      : setTimeout(
          () => {
            const sentence = `the proxy ${proxy.host} made no connection within ${milliseconds} ms`;
            outgoing.destroy(new CimError("timeout", sentence, { cause: { code: "CONNECT" } }));
          },
          Math.min(milliseconds, maxTimeout),
        );
  const unlink = whenAborted(closing, () => {
    outgoing.destroy(abortedError(closing));
  });
  return () => {
    clearTimeout(timer);
    unlink();
  };
}

function refused(proxy: URL, status: number): CimError {
  const why =
    status === 407
      ? "it wants credentials: pass proxy.credentials"
      : "it may not allow tunnels to this port";
  const sentence = `the proxy ${proxy.host} answered HTTP ${status}: ${why}`;
  return new CimError("unreachable", sentence, { httpStatus: status });
}
