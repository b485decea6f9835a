/** Get (WS-Transfer Get, DSP0226 7.3). */
import { CimError } from "../error.ts";
import type { GetRequest, InstanceData } from "../operations.ts";
import { decodeContext, exchange, type Session, targetOf } from "./exchange.ts";
import { requireSame } from "../identity.ts";
import { decodeInstance } from "./instance.ts";
import { actions } from "./names.ts";

/**
 * Fetches an instance, with all its properties: a fragment would hold one alone (MS-WSMV
 * 3.1.4.1.18), and OMI knows none.
 *
 * @param session - The server.
 * @param request - Which one.
 * @throws CimError `"not-found"` when there is none, `"protocol"` when the server
 *   answers with another one, and others of an exchange.
 */
export async function get(session: Session, request: GetRequest): Promise<InstanceData> {
  const { cls, path } = request;
  const dialect = await session.dialect(request);
  const context = { operation: "get", className: cls.name };
  const body = await exchange(session, dialect, request, {
    target: targetOf(session, dialect, path),
    action: actions.get,
    context,
    isRepeatable: true,
  });
  if (body === undefined) throw new CimError("protocol", "the answer holds no instance", context);
  const instance = decodeInstance(body, cls, path, decodeContext(dialect, request));
  requireSame(body.name, instance, cls);
  return instance;
}
