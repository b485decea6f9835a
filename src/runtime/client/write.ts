/** Making, changing and removing instances. */
import { propertyType, typeOfProperty } from "../class-data.ts";
import { conform } from "../conform.ts";
import { CimError } from "../error.ts";
import { createHandle, isInstance } from "../handle.ts";
import { requireKeyed } from "../keys.ts";
import { isSameValue } from "../same-value.ts";
import { presentKey } from "../present-result.ts";
import { isReference } from "../reference.ts";
import { ask } from "../transport.ts";
import type { CallOptions, CimValue, ClassData, InstancePath } from "../types.ts";
import type { ModifyOptions } from "./arguments.ts";
import { asClassData, type Core, guard } from "./core.ts";

/**
 * Makes an instance.
 *
 * @param core - The client.
 * @param cls - The class.
 * @param instance - Its properties.
 * @param options - Bounds of the call.
 */
export function create(
  core: Core,
  cls: ClassData,
  instance: object,
  options?: CallOptions,
): Promise<object> {
  return guard({ operation: "create", className: cls.name }, async () => {
    const path = await ask(core.exchange, {
      ...core.scope(cls, options, core.namespaceOf(cls)),
      operation: "create",
      properties: Object.fromEntries(conformProperties(core, cls, instance)),
    });
    const at = core.pathOf(cls, asReference(core, cls, path));
    return createHandle(core.bind(cls), at, Object.entries(at.keys).map(presentKey));
  });
}

function asReference(core: Core, cls: ClassData, path: InstancePath): object {
  return createHandle(core.bind(cls), path, []);
}

/**
 * Changes an instance.
 *
 * @param core - The client.
 * @param cls - The class.
 * @param target - The instance as it was read, or a reference to it.
 * @param changes - New values of some properties.
 * @param options - See {@link ModifyOptions}.
 */
export function modify(
  core: Core,
  cls: ClassData,
  target: object,
  changes: object,
  options: ModifyOptions = {},
): Promise<void> {
  return guard({ operation: "modify", className: cls.name }, async () => {
    if (!isReference(target)) throw new CimError("configuration", "pass an instance or a handle");
    const path = requireKeyed(cls, core.pathOf(cls, target));
    const wanted = conformProperties(core, cls, changes);
    refuseKeys(cls, wanted);
    const read = isInstance(target) ? readOf(core, cls, target) : undefined;
    if (options.ifUnchanged === true) await requireUnchanged(core, cls, path, { read, options });
    const properties = Object.fromEntries(
      [...wanted].filter(
        ([name, value]) => !read?.has(name) || !isSameValue(read.get(name), value),
      ),
    );
    if (Object.keys(properties).length === 0) return;
    const scope = core.scope(cls, options, path.namespace);
    await ask(core.exchange, { ...scope, operation: "modify", path, properties });
  });
}

/**
 * Removes an instance.
 *
 * @param core - The client.
 * @param target - A reference, or a class.
 * @param rest - For a class its keys; then options.
 */
export async function remove(core: Core, target: object, ...rest: unknown[]): Promise<void> {
  const isKnown = isReference(target);
  const cls = isKnown ? core.classOfReference(target) : asClassData(target);
  // As: what the overloads of the interface admit.
  const [address, options] = (isKnown ? [target, rest[0]] : rest) as [object?, CallOptions?];
  const path = requireKeyed(cls, core.pathOf(cls, address));
  return guard({ operation: "delete", className: cls.name }, () =>
    ask(core.exchange, { ...core.scope(cls, options, path.namespace), operation: "delete", path }),
  );
}

function conformProperties(
  core: Core,
  cls: ClassData,
  properties: object,
): ReadonlyMap<string, CimValue> {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  return new Map(
    given.map(([name, value]: [string, unknown]): [string, CimValue] => {
      const type = propertyType(cls, name);
      if (type === undefined) {
        throw new CimError("no-such-property", `${JSON.stringify(name)} is no property`);
      }
      const place = `property ${name}`;
      return [
        name,
        conform(value, type, { place, classOf: core.around(cls), className: cls.name }),
      ];
    }),
  );
}

function refuseKeys(cls: ClassData, changes: ReadonlyMap<string, CimValue>): void {
  const key = cls.keys?.find((name) => changes.has(name));
  if (key === undefined) return;
  throw new CimError("invalid-parameter", `${key} is a key and cannot change`);
}

/** What an instance said when it was read. */
function readOf(core: Core, cls: ClassData, instance: object): ReadonlyMap<string, CimValue> {
  const own = new Map<string, unknown>(Object.entries(instance));
  const declared = Object.entries(cls.properties ?? {}).filter(([name]) => own.has(name));
  return new Map(
    declared.map(([name, property]): [string, CimValue] => {
      const context = { place: name, classOf: core.around(cls) };
      return [name, conform(own.get(name), typeOfProperty(property), context)];
    }),
  );
}

interface Before {
  readonly read: ReadonlyMap<string, CimValue> | undefined;
  readonly options: CallOptions;
}

async function requireUnchanged(
  core: Core,
  cls: ClassData,
  path: InstancePath,
  { read, options }: Before,
): Promise<void> {
  if (read === undefined) {
    const sentence = "ifUnchanged compares with an instance as it was read: pass one, not a handle";
    throw new CimError("configuration", sentence);
  }
  const scope = core.scope(cls, options, path.namespace);
  const now = await ask(core.exchange, { ...scope, operation: "get", path });
  const changed = [...read].filter(([name, value]) => {
    const current = Object.hasOwn(now.properties, name) ? now.properties[name] : undefined;
    return !cls.keys?.includes(name) && !isSameValue(current ?? null, value);
  });
  if (changed.length === 0) return;
  const names = changed.map(([name]) => name).join(", ");
  throw new CimError("conflict", `changed since the instance was read: ${names}`);
}
