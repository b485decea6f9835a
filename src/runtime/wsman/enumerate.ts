/** The instances of a class (DSP0226 8; DSP0227 8.1). */
import type { EnumerateRequest, InstanceData } from "../operations.ts";
import type { InstancePath } from "../types.ts";
import { xml } from "../xml/write.ts";
import { type Session, targetOf } from "./exchange.ts";
import { itemDecoder } from "./items.ts";
import { actions } from "./names.ts";
import { enumerateBody, pullItems } from "./pull.ts";

/**
 * The instances of a class and its subclasses, pulled as they are asked for.
 *
 * Which properties are wanted nobody is told: WS-Management has no form for that which would
 * leave the instances' endpoint references.
 *
 * @param session - The server.
 * @param request - Which class.
 * @throws CimError like {@link pullItems}.
 */
export async function* enumerate(
  session: Session,
  request: EnumerateRequest,
): AsyncGenerator<InstanceData> {
  const { cls, namespace, keysOnly = false, isShallow = false } = request;
  const dialect = await session.dialect(request);
  const path: InstancePath = { namespace, className: cls.name, keys: {} };
  const items = pullItems({
    session,
    dialect,
    bounds: request,
    target: targetOf(session, dialect, path),
    begin: {
      action: actions.enumerate,
      body: enumerateBody([
        xml("w:EnumerationMode", {}, [keysOnly ? "EnumerateEPR" : "EnumerateObjectAndEPR"]),
        ...(isShallow ? [xml("b:PolymorphismMode", {}, ["None"])] : []),
      ]),
    },
    context: { operation: "enumerate", className: cls.name },
    decode: itemDecoder(dialect, request),
  });
  const own = cls.name.toLowerCase();
  for await (const item of items) {
    // Windows takes no notice of PolymorphismMode.
    if (!isShallow || item.path.className.toLowerCase() === own) yield item;
  }
}
