/** GetInstance (DSP0200 5.3.2.2). */
import { CimError } from "../error.ts";
import { requireSame } from "../identity.ts";
import type { GetRequest, InstanceData } from "../operations.ts";
import { attribute } from "../xml/parse.ts";
import { intrinsic } from "./call.ts";
import { decodeContext, exchange, type Session } from "./exchange.ts";
import { decodeInstance } from "./instance.ts";

/**
 * Fetches an instance.
 *
 * @param session - The server.
 * @param request - Which one.
 * @throws CimError `"not-found"` when there is none, `"protocol"` when the server answers with
 *   another one, and others of an exchange.
 */
export async function get(session: Session, request: GetRequest): Promise<InstanceData> {
  const { cls, path, properties } = request;
  const context = { operation: "get", className: cls.name };
  const message = intrinsic(
    "GetInstance",
    path.namespace,
    {
      InstanceName: { path },
      // Left out it is true, and inherited properties are missing.
      LocalOnly: false,
      PropertyList: properties,
    },
    context,
  );
  const { returned } = await exchange(session, request, { ...message, isRepeatable: true });
  const [instance] = returned;
  if (instance === undefined) {
    throw new CimError("protocol", "the answer holds no instance", context);
  }
  const found = decodeInstance(instance, cls, path, decodeContext(request));
  // Of a subclass only keys can tell that it is the one, and a selection may have left them out.
  const stated = attribute(instance, "CLASSNAME") ?? cls.name;
  requireSame(properties === undefined ? stated : cls.name, found, cls);
  return found;
}
