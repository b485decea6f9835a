/** Where associations lead, and the associations themselves. */
import { propertyType } from "../class-data.ts";
import { CimError } from "../error.ts";
import type { InstanceData } from "../operations.ts";
import { bindingOf } from "../handle.ts";
import { pathOf } from "../reference.ts";
import { askForItems } from "../transport.ts";
import type { ClassData, Reference } from "../types.ts";
import type { AssociatorsOptions, ReferencesOptions } from "./arguments.ts";
import { type Core, guardItems } from "./core.ts";
import { presentAs, presentDynamic, presentReference } from "./instance.ts";

/** What the overloads of the interface admit. */
interface AnyAssociatorsOptions extends AssociatorsOptions {
  readonly keysOnly?: boolean;
}

interface AnyReferencesOptions extends ReferencesOptions {
  readonly keysOnly?: boolean;
}

/**
 * Follows the associations of an instance. Each loop asks anew.
 *
 * @param core - The client.
 * @param instance - The instance at this end.
 * @param options - See {@link AssociatorsOptions}.
 */
export function associators(
  core: Core,
  instance: Reference<unknown>,
  options: AnyAssociatorsOptions = {},
): AsyncIterable<object> {
  const { association, result, role, resultRole, keysOnly = false } = options;
  const path = pathOf(instance);
  return guardItems(
    { operation: "associators", className: path.className },
    async function* (): AsyncGenerator<object> {
      for (const name of [role, resultRole]) requireRole(association, name);
      const cls = result ?? (keysOnly ? undefined : endOf(core, association, resultRole));
      const items = askForItems(core.exchange, {
        ...core.scope(cls ?? anyClass(core, instance), options, path.namespace),
        operation: "associators",
        path,
        ...(keysOnly && { keysOnly }),
        ...(association !== undefined && { association: association.name }),
        ...(result !== undefined && { result: result.name }),
        ...(role !== undefined && { role }),
        ...(resultRole !== undefined && { resultRole }),
      });
      for await (const item of items) yield presentFound(core, cls, item, keysOnly);
    },
  );
}

/**
 * Asks for the associations of an instance. Each loop asks anew.
 *
 * @param core - The client.
 * @param instance - The instance at this end.
 * @param options - See {@link ReferencesOptions}.
 */
export function references(
  core: Core,
  instance: Reference<unknown>,
  options: AnyReferencesOptions = {},
): AsyncIterable<object> {
  const { association, role, keysOnly = false } = options;
  const path = pathOf(instance);
  return guardItems(
    { operation: "references", className: path.className },
    async function* (): AsyncGenerator<object> {
      requireRole(association, role);
      const items = askForItems(core.exchange, {
        ...core.scope(association ?? anyClass(core, instance), options, path.namespace),
        operation: "references",
        path,
        ...(keysOnly && { keysOnly }),
        ...(association !== undefined && { result: association.name }),
        ...(role !== undefined && { role }),
      });
      for await (const item of items) yield presentFound(core, association, item, keysOnly);
    },
  );
}

/** Where no class is asked for: nothing is declared, and whatever comes is dynamic. */
function anyClass(core: Core, instance: Reference<unknown>): ClassData {
  const { namespace } = pathOf(instance);
  const known = bindingOf(instance)?.cls;
  return {
    format: 1,
    name: "",
    namespace: known === undefined ? namespace : core.namespaceOf(known),
  };
}

function presentFound(
  core: Core,
  cls: ClassData | undefined,
  item: InstanceData,
  keysOnly: boolean,
): object {
  if (keysOnly) return presentReference(core, item.path);
  return cls === undefined ? presentDynamic(core, item) : presentAs(core, cls, item);
}

/** The class that an association names for an end; dynamic where no end is named. */
function endOf(
  core: Core,
  association: ClassData | undefined,
  resultRole: string | undefined,
): ClassData | undefined {
  if (association === undefined || resultRole === undefined) return undefined;
  const className = propertyType(association, resultRole)?.replace(/^ref /, "") ?? "";
  const cls = core.classOf(className);
  if (cls !== undefined) return cls;
  const sentence = `${resultRole} leads to ${className}, which the client does not know: pass it as result, or list it in the client's classes`;
  throw new CimError("configuration", sentence, { className: association.name });
}

function requireRole(association: ClassData | undefined, role: string | undefined): void {
  if (association === undefined || role === undefined) return;
  if (propertyType(association, role)?.startsWith("ref ") === true) return;
  const sentence = `${JSON.stringify(role)} is no reference`;
  throw new CimError("invalid-parameter", sentence, { className: association.name });
}
