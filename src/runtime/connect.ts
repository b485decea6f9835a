/** From a URL to a client. */
import { type Client, type ClientOptions, createClient } from "./client.ts";
import { CimError } from "./error.ts";
import { wsmanTransport, type WsmanOptions } from "./wsman/transport.ts";

/** How a server is reached, and what is known about it. */
export interface ConnectOptions extends ClientOptions, Omit<WsmanOptions, "url"> {}

/**
 * Makes a client for a WS-Management server. Nothing is sent before the first call.
 *
 * @param url - For example `https://host:5986/wsman`; the path is `/wsman` when it states none.
 * @param options - See {@link ConnectOptions}.
 * @throws CimError `"configuration"` for a URL or settings that cannot work.
 */
export function connect(url: string | URL, options: ConnectOptions = {}): Client {
  const target = parseUrl(url);
  return createClient(wsmanTransport({ ...options, url: target }), options);
}

function parseUrl(url: string | URL): URL {
  const parsed = typeof url === "string" && !URL.canParse(url) ? undefined : new URL(url);
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    // Not shown: it may hold a password.
    throw new CimError(
      "configuration",
      "the address of a server is a URL that begins with http: or https:",
    );
  }
  if (parsed.username !== "" || parsed.password !== "") {
    throw new CimError("configuration", "credentials belong into auth, not into the URL");
  }
  if (parsed.pathname === "/") parsed.pathname = "/wsman";
  return parsed;
}
