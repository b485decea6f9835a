/** Who a server is. */
import type { ServerIdentity } from "../operations.ts";
import { ask } from "../transport.ts";
import type { CallOptions } from "../types.ts";
import { type Core, guard } from "./core.ts";

/**
 * Asks the server who it is.
 *
 * @param core - The client.
 * @param options - Bounds of the call.
 */
export function identify(core: Core, options?: CallOptions): Promise<ServerIdentity> {
  const operation = "identify";
  return guard({ operation }, () => ask(core.exchange, { operation, ...core.bounds(options) }));
}
