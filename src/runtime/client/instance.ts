/** What a transport brought → what a caller holds. */
import { typeOfProperty } from "../class-data.ts";
import { createHandle, createInstance } from "../handle.ts";
import { reportNulls } from "../mismatch.ts";
import type { InstanceData } from "../operations.ts";
import { present, type Presented } from "../present.ts";
import { presentKey } from "../present-result.ts";
import { referenceTo } from "../reference.ts";
import { type CimValue, type ClassData, type InstancePath, path as pathSymbol } from "../types.ts";
import type { Core } from "./core.ts";

/**
 * An instance with the properties that a class declares; what else it has stays apart.
 *
 * @param core - The client.
 * @param cls - The class that the caller asked for, or knows it to be of.
 * @param data - From a transport.
 * @param selection - Names of the properties that were asked for; all unless given.
 */
export function presentAs(
  core: Core,
  cls: ClassData,
  data: InstanceData,
  selection?: readonly string[],
): object {
  const { path, properties, undeclared } = data;
  const classOf = core.around(cls);
  const declared = cls.properties ?? {};
  const members: [string, Presented][] = [];
  for (const name of Object.keys(declared)) {
    if (selection !== undefined && !selection.includes(name) && !cls.keys?.includes(name)) continue;
    const property = declared[name];
    const value = Object.hasOwn(properties, name) ? properties[name] : undefined;
    // A key that the server left out of the instance stands in its path.
    const key = Object.hasOwn(path.keys, name) ? path.keys[name] : undefined;
    if ((value ?? null) === null && key !== undefined) members.push(presentKey([name, key]));
    else if (property !== undefined) {
      members.push([name, present(value ?? null, typeOfProperty(property), classOf)]);
    }
  }
  reportNulls(cls, members, path, core.report);
  const others = { ...strangers(declared, properties), ...undeclared };
  return createInstance(core.bind(cls), path, members, others);
}

/** What a class in between declared, as which the instance was decoded. */
function strangers(
  declared: NonNullable<ClassData["properties"]>,
  properties: Readonly<Record<string, CimValue>>,
): Readonly<Record<string, CimValue>> | undefined {
  const names = Object.keys(properties).filter((name) => !Object.hasOwn(declared, name));
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name) => [name, properties[name] ?? null]));
}

/**
 * A handle with the keys that its path states.
 *
 * @param core - The client.
 * @param cls - The class that the caller asked for.
 * @param data - From a transport.
 */
export function presentHandle(core: Core, cls: ClassData, { path }: InstanceData): object {
  const at = core.pathOf(cls, referenceTo(path));
  return createHandle(core.bind(cls), at, Object.entries(at.keys).map(presentKey));
}

/**
 * A reference; a handle where the client knows the class.
 *
 * @param core - The client.
 * @param path - Where the instance is.
 */
export function presentReference(core: Core, path: InstancePath): object {
  const cls = core.classOf(path.className);
  if (cls === undefined) return referenceTo(path);
  const at = core.pathOf(cls, referenceTo(path));
  return createHandle(core.bind(cls), at, Object.entries(at.keys).map(presentKey));
}

/**
 * An instance of a class that the caller did not name: its class and its properties.
 *
 * @param core - The client.
 * @param data - From a transport.
 */
export function presentDynamic(core: Core, data: InstanceData): object {
  const { path } = data;
  const cls = core.classOf(path.className);
  const properties = { ...data.properties, ...data.undeclared };
  return Object.freeze({
    className: cls?.name ?? path.className,
    properties: Object.freeze(properties),
    [pathSymbol]: path,
  });
}
