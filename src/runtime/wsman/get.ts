/** Get (WS-Transfer Get, DSP0226 7.3). */
import { CimError } from "../error.ts";
import type { GetRequest, InstanceData } from "../transport.ts";
import { decodeContext, exchange, type Session } from "./exchange.ts";
import { requireSame } from "./identity.ts";
import { decodeInstance } from "./instance.ts";
import { actions } from "./names.ts";

/**
 * Fetches an instance.
 *
 * @param session - The server.
 * @param request - Which one.
 * @throws CimError `"not-found"` when there is none, `"protocol"` when the server
 *   answers with another one, and others of an exchange.
 */
export async function get(session: Session, request: GetRequest): Promise<InstanceData> {
  const { cls, path } = request;
  const context = { operation: "get", className: cls.name };
  const body = await exchange(session, request, {
    path,
    action: actions.get,
    context,
    isRepeatable: true,
  });
  if (body === undefined) throw new CimError("protocol", "the answer holds no instance", context);
  const instance = decodeInstance(body, cls, path, decodeContext(session, request));
  requireSame(body.name, instance, cls);
  return instance;
}
