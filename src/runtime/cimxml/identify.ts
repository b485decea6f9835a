/** Who a server is: CIM-XML has no operation for that, but an instance that tells (DSP1033 6.4). */
import { CimError } from "../error.ts";
import type { IdentifyRequest, InstanceData, ServerIdentity } from "../operations.ts";
import type { ClassData } from "../types.ts";
import { enumerate } from "./enumerate.ts";
import type { Session } from "./exchange.ts";
import { interopNamespaces } from "./names.ts";

const ObjectManager: ClassData = {
  format: 1,
  name: "CIM_ObjectManager",
  namespace: "interop",
  properties: { ElementName: "string", Description: "string", Name: "string" },
};

/**
 * Asks a server who it is.
 *
 * @param session - The server.
 * @param request - Bounds of the call.
 * @throws CimError of an exchange, when no namespace has an answer.
 */
export async function identify(
  session: Session,
  { signal, timeout }: IdentifyRequest,
): Promise<ServerIdentity> {
  let failure: CimError | undefined;
  for (const namespace of interopNamespaces) {
    try {
      const items = enumerate(session, {
        operation: "enumerate",
        cls: ObjectManager,
        namespace,
        classOf: () => undefined,
        ...(signal !== undefined && { signal }),
        ...(timeout !== undefined && { timeout }),
      });
      for await (const manager of items) return identityOf(manager);
    } catch (error) {
      if (!(error instanceof CimError) || error.cimStatus === undefined) throw error;
      failure = error;
    }
  }
  const sentence = "the server does not say who it is: it has no CIM_ObjectManager";
  throw failure ?? new CimError("not-supported", sentence, { operation: "identify" });
}

function identityOf({ properties, undeclared = {} }: InstanceData): ServerIdentity {
  const text = (name: string): string => {
    const value = properties[name] ?? undeclared[name];
    return typeof value === "string" ? value.trim() : "";
  };
  const vendor = text("ElementName");
  const isPegasus = /pegasus/i.test(vendor + text("Name") + text("Description"));
  return {
    vendor: vendor === "" ? text("Name") : vendor,
    version: text("Version") === "" ? text("Description") : text("Version"),
    dialect: isPegasus ? "pegasus" : "generic",
  };
}
