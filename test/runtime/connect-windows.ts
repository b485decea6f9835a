import {
  type Client,
  connect as connectAny,
  type ConnectOptions,
  windows,
} from "../../src/runtime/index.ts";

/** A client that knows what the server is, so that a scripted one is not asked. */
export function connect(url: string, options: ConnectOptions = {}): Client {
  return connectAny(url, { dialect: windows, ...options });
}
