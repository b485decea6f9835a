/** Definitions as a server has them: classes, qualifiers, namespaces. */
import type { ClassDefinition, QualifierDefinition } from "../schema/definition.ts";
import { ask, askForItems } from "../transport.ts";
import type { CallOptions, ClassData } from "../types.ts";
import type { DefinitionOptions, EnumerateClassesOptions } from "./arguments.ts";
import { type Core, guard, guardItems } from "./core.ts";

/** Where definitions are looked for when nobody says where. */
const defaultNamespace = "root/cimv2";

/**
 * Fetches the definition of a class.
 *
 * @param core - The client.
 * @param cls - Its name, or its descriptor.
 * @param options - Where it is, and bounds of the call.
 */
export function getClass(
  core: Core,
  cls: string | ClassData,
  options?: DefinitionOptions,
): Promise<ClassDefinition> {
  const operation = "get-class";
  const className = typeof cls === "string" ? cls : cls.name;
  const own = typeof cls === "string" ? undefined : core.namespaceOf(cls);
  return guard({ operation, className }, () =>
    ask(core.exchange, {
      operation,
      className,
      namespace: options?.namespace ?? own ?? namespaceOf(core, options),
      ...core.bounds(options),
    }),
  );
}

/**
 * Fetches definitions of classes. Each loop asks anew.
 *
 * @param core - The client.
 * @param options - Which ones, where they are, and bounds of the call.
 */
export function enumerateClasses(
  core: Core,
  options: EnumerateClassesOptions = {},
): AsyncIterable<ClassDefinition> {
  const operation = "enumerate-classes";
  const { superclass, deep = true } = options;
  return guardItems({ operation, ...(superclass !== undefined && { className: superclass }) }, () =>
    askForItems(core.exchange, {
      operation,
      namespace: namespaceOf(core, options),
      isDeep: deep,
      ...(superclass !== undefined && { className: superclass }),
      ...core.bounds(options),
    }),
  );
}

/**
 * Fetches the declarations of qualifiers. Each loop asks anew.
 *
 * @param core - The client.
 * @param options - Where they are, and bounds of the call.
 */
export function enumerateQualifiers(
  core: Core,
  options?: DefinitionOptions,
): AsyncIterable<QualifierDefinition> {
  const operation = "enumerate-qualifiers";
  return guardItems({ operation }, () =>
    askForItems(core.exchange, {
      operation,
      namespace: namespaceOf(core, options),
      ...core.bounds(options),
    }),
  );
}

/**
 * Fetches the names of all namespaces.
 *
 * @param core - The client.
 * @param options - Bounds of the call.
 */
export async function namespaces(core: Core, options?: CallOptions): Promise<readonly string[]> {
  const operation = "namespaces";
  const names = await guard({ operation }, () =>
    ask(core.exchange, {
      operation,
      namespace: namespaceOf(core, undefined),
      ...core.bounds(options),
    }),
  );
  const unique = new Map(names.map((name) => [name.toLowerCase(), name]));
  return [...unique.values()].sort();
}

function namespaceOf(core: Core, options: DefinitionOptions | undefined): string {
  return options?.namespace ?? core.options.namespace ?? defaultNamespace;
}
