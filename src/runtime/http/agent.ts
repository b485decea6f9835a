/** Connections that are kept: how many, and how they are secured. */
import { Agent, type AgentOptions } from "node:http";
import { Agent as TlsAgent } from "node:https";
import type { ConnectionOptions as TlsConnection } from "node:tls";
import { proxyAgent } from "./proxy.ts";
import type { ProxyOptions, TlsOptions } from "./settings.ts";

/** What decides about connections. */
export interface AgentSettings {
  readonly url: URL;
  readonly tls?: TlsOptions;
  readonly proxy?: ProxyOptions;
  /** Connections at a time. */
  readonly maxConnections: number;
  /** Milliseconds until a tunnel through the proxy is there. */
  readonly connectTimeout: number;
  /** Ends tunnels that are being made. */
  readonly closing: AbortSignal;
}

/** Milliseconds after which an unused connection is closed, before the server does it. */
const idleConnection = 30_000;

/**
 * Makes an agent.
 *
 * @param settings - See {@link AgentSettings}.
 * @throws CimError `"configuration"` for a proxy that is none.
 */
export function createAgent(settings: AgentSettings): Agent {
  const { url, tls = {}, proxy, maxConnections } = settings;
  const isTls = url.protocol === "https:";
  const options: AgentOptions & TlsConnection = {
    keepAlive: true,
    // Of an unused connection alone: one with a request on it has timeouts of its own.
    timeout: idleConnection,
    maxSockets: maxConnections,
    ...(isTls && securityOf(tls)),
  };
  if (proxy !== undefined) return proxyAgent(proxy, options, { ...settings, isTls });
  return isTls ? new TlsAgent(options) : new Agent(options);
}

function securityOf(tls: TlsOptions): TlsConnection {
  const { ca, cert, key, passphrase, servername, minVersion } = tls;
  return {
    rejectUnauthorized: tls.dangerouslyAcceptAnyCertificate !== true,
    ...(ca !== undefined && { ca: (isOne(ca) ? [ca] : ca).map(pem) }),
    ...(cert !== undefined && { cert: pem(cert) }),
    ...(key !== undefined && { key: pem(key) }),
    ...(passphrase !== undefined && { passphrase }),
    ...(servername !== undefined && { servername }),
    ...(minVersion !== undefined && { minVersion }),
  };
}

type Pem = string | Uint8Array;

function isOne(ca: Pem | readonly Pem[]): ca is Pem {
  return typeof ca === "string" || ca instanceof Uint8Array;
}

/** Node's types want a Buffer, where ours do not ask their readers for `@types/node`. */
function pem(text: Pem): string | Buffer {
  return typeof text === "string" ? text : Buffer.from(text);
}
