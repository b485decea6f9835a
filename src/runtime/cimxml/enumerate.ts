/** The instances of a class (DSP0200 5.3.2.11 and 5.4.2.24). */
import type { EnumerateRequest, InstanceData } from "../operations.ts";
import type { Session } from "./exchange.ts";
import { itemDecoder } from "./items.ts";
import { pullItems } from "./pull.ts";

/**
 * The instances of a class and its subclasses, as they are asked for.
 *
 * @param session - The server.
 * @param request - Which class.
 * @throws CimError like {@link pullItems}.
 */
export async function* enumerate(
  session: Session,
  request: EnumerateRequest,
): AsyncGenerator<InstanceData> {
  const { cls, namespace, properties, keysOnly = false, isShallow = false } = request;
  const ClassName = { className: cls.name };
  // DeepInheritance decides about the properties of subclasses, not about their instances.
  const whole = { ClassName, DeepInheritance: true, PropertyList: properties };
  const items = pullItems({
    session,
    bounds: request,
    namespace,
    context: { operation: "enumerate", className: cls.name },
    open: keysOnly
      ? { name: "OpenEnumerateInstancePaths", parameters: { ClassName }, pull: "PullInstancePaths" }
      : { name: "OpenEnumerateInstances", parameters: whole, pull: "PullInstancesWithPath" },
    classic: keysOnly
      ? { name: "EnumerateInstanceNames", parameters: { ClassName } }
      : {
          name: "EnumerateInstances",
          // Left out it is true, and inherited properties are missing.
          parameters: {
            ClassName,
            LocalOnly: false,
            DeepInheritance: true,
            PropertyList: properties,
          },
        },
    decode: itemDecoder(request),
  });
  const own = cls.name.toLowerCase();
  for await (const item of items) {
    if (!isShallow || item.path.className.toLowerCase() === own) yield item;
  }
}
