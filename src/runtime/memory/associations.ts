/** Following associations in a store (DSP0200 5.3.2.14 to 5.3.2.17). */
import { keyText, isReference, pathOf } from "../reference.ts";
import type { AssociatorsRequest, InstanceData, ReferencesRequest } from "../operations.ts";
import type { InstancePath } from "../types.ts";
import { requireInstance } from "./dispatch.ts";
import type { Store } from "./store.ts";

/**
 * The associations that refer to an instance.
 *
 * @param store - Where the instances are.
 * @param request - Which ones.
 * @throws CimError `"not-found"` when there is no such instance.
 */
export function references(
  store: Store,
  request: Pick<ReferencesRequest, "path" | "result" | "role">,
): readonly InstanceData[] {
  const { path, result, role } = request;
  const self = requireInstance(store, path).path;
  const wanted = result === undefined ? undefined : store.classOf(result, self.namespace);
  return store.all().filter((instance) => {
    const cls = store.classOf(instance.path.className, instance.path.namespace);
    if (cls.association !== true) return false;
    if (wanted !== undefined && !store.isA(cls, wanted)) return false;
    return endsAt(instance, self).some((name) => isNamed(name, role));
  });
}

/**
 * The instances at the other ends of an instance's associations, each once.
 *
 * @param store - Where the instances are.
 * @param request - Which ones.
 * @throws CimError `"not-found"` when there is no such instance.
 */
export function associators(
  store: Store,
  request: Pick<AssociatorsRequest, "path" | "association" | "result" | "role" | "resultRole">,
): readonly InstanceData[] {
  const { path, association, result, role, resultRole } = request;
  const self = requireInstance(store, path).path;
  const links = references(store, {
    path,
    ...(association !== undefined && { result: association }),
    ...(role !== undefined && { role }),
  });
  const wanted = result === undefined ? undefined : store.classOf(result, self.namespace);
  const found = new Set<InstanceData>();
  for (const link of links) {
    const own = endsAt(link, self).filter((name) => isNamed(name, role));
    // An association of an instance with itself leads back to it, by its other end.
    const near = own[0];
    for (const [name, value] of Object.entries(link.properties)) {
      if (name === near || !isReference(value) || !isNamed(name, resultRole)) continue;
      const far = store.find(pathOf(value));
      if (far === undefined) continue;
      const cls = store.classOf(far.path.className, far.path.namespace);
      if (wanted === undefined || store.isA(cls, wanted)) found.add(far);
    }
  }
  return [...found];
}

/** Names of the references of an association that lead to an instance. */
function endsAt(link: InstanceData, target: InstancePath): readonly string[] {
  return Object.entries(link.properties).flatMap(([name, value]) =>
    isReference(value) && isSamePath(pathOf(value), target) ? [name] : [],
  );
}

function isNamed(name: string, wanted: string | undefined): boolean {
  return wanted === undefined || name.toLowerCase() === wanted.toLowerCase();
}

/** By keys alone: a reference may name a superclass. */
function isSamePath(one: InstancePath, other: InstancePath): boolean {
  return (
    one.namespace.toLowerCase() === other.namespace.toLowerCase() && keysOf(one) === keysOf(other)
  );
}

function keysOf(path: InstancePath): string {
  const keys = Object.entries(path.keys).map(([name, value]) => [
    name.toLowerCase(),
    keyText(value).toLowerCase(),
  ]);
  return JSON.stringify(keys.sort(([one = ""], [other = ""]) => (one < other ? -1 : 1)));
}
