/** From a URL to a client. */
import { cimXmlTransport, type CimXmlOptions } from "./cimxml/transport.ts";
import type { Client } from "./client/client.ts";
import { createClient } from "./client/create-client.ts";
import type { ClientOptions } from "./client/options.ts";
import { CimError } from "./error.ts";
import { wsmanTransport, type WsmanOptions } from "./wsman/transport.ts";

/** How a server is reached, and what is known about it. */
export interface ConnectOptions
  extends ClientOptions, Omit<WsmanOptions, "url">, Omit<CimXmlOptions, "url"> {
  /**
   * What is spoken: WS-Management unless the path of the URL is `/cimom`, or the port is 5988 or
   * 5989 and there is no path.
   */
  readonly protocol?: "wsman" | "cim-xml";
}

/**
 * Makes a client for a WS-Management or CIM-XML server. Nothing is sent before the first call.
 *
 * @param url - For example `https://host:5986/wsman` or `https://host:5989/cimom`; without a
 *   path it is `/wsman`, or `/cimom` for CIM-XML.
 * @param options - See {@link ConnectOptions}.
 * @throws CimError `"configuration"` for a URL or settings that cannot work.
 */
export function connect(url: string | URL, options: ConnectOptions = {}): Client {
  const target = parseUrl(url);
  const protocol = options.protocol ?? protocolOf(target);
  if (target.pathname === "/") target.pathname = protocol === "wsman" ? "/wsman" : "/cimom";
  const make = protocol === "wsman" ? wsmanTransport : cimXmlTransport;
  return createClient(make({ ...options, url: target }), options);
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
  return parsed;
}

/** The ports are IANA's for CIM-XML. */
function protocolOf({ pathname, port }: URL): "wsman" | "cim-xml" {
  if (/\/cimom\/?$/i.test(pathname)) return "cim-xml";
  return pathname === "/" && (port === "5988" || port === "5989") ? "cim-xml" : "wsman";
}
