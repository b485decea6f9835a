/** Whether an instance is the one that was asked for, and whether it says which one it is. */
import { CimDateTime } from "./datetime.ts";
import { CimError } from "./error.ts";
import { CimInterval } from "./interval.ts";
import { isReference, keyText, pathOf } from "./reference.ts";
import type { InstanceData } from "./operations.ts";
import type { CimValue, ClassData, InstancePath, KeyValue } from "./types.ts";

/**
 * Refuses another instance than the one asked for. An element of another name
 * may be of a subclass, which only its keys can tell: they must all be there.
 * A server may leave keys out of an instance of the class itself.
 *
 * @param elementName - Local name of the instance's element.
 * @param instance - What was read, with the requested path.
 * @param cls - The class that was asked for.
 * @throws CimError `"protocol"`.
 */
export function requireSame(elementName: string, instance: InstanceData, cls: ClassData): void {
  const isOwn = isOfClass(elementName, cls);
  for (const name of cls.keys ?? []) {
    const value = instance.properties[name] ?? null;
    const wanted = Object.hasOwn(instance.path.keys, name) ? instance.path.keys[name] : undefined;
    if (value === null && !isOwn) {
      const shown = JSON.stringify(elementName.slice(0, 80));
      throw refuse(`the server answered with ${shown}, which has no key ${name}`);
    }
    if (value === null || wanted === undefined || isSame(value, wanted)) continue;
    throw refuse(
      `the server answered with another instance: its key ${name} is not the one asked for`,
    );
  }
}

/**
 * Refuses an instance that lacks a key both in itself and in its path. One of the class itself
 * may lack all of them: Windows has some without any, `Win32_PnPSignedDriver` for example. They
 * can be read, and not be addressed.
 *
 * @param instance - An item of an enumeration.
 * @param cls - The class that was asked for.
 * @returns The instance.
 * @throws CimError `"protocol"` that names the key.
 */
export function requireKeys(instance: InstanceData, cls: ClassData): InstanceData {
  const { path, properties } = instance;
  const all = cls.keys ?? [];
  const lacking = all.filter(
    (name) => !Object.hasOwn(path.keys, name) && (properties[name] ?? null) === null,
  );
  const [missing] = lacking;
  const isKeyless = lacking.length === all.length && isOfClass(path.className, cls);
  if (missing === undefined || isKeyless) return instance;
  throw refuse(`an item of the enumeration lacks its key ${missing}`);
}

function isOfClass(name: string, cls: ClassData): boolean {
  return name.toLowerCase() === cls.name.toLowerCase();
}

/** Text without regard to case, as WMI compares it, and numbers by value. */
function isSame(value: CimValue, wanted: KeyValue): boolean {
  if (isReference(value)) return isSameReference(pathOf(value), wanted);
  if (value instanceof CimDateTime && wanted instanceof CimDateTime) {
    return isSameMoment(value, wanted);
  }
  // What no key can be is not compared.
  if (value === null || (typeof value === "object" && !(value instanceof CimInterval))) return true;
  return keyText(value).toLowerCase() === keyText(wanted).toLowerCase();
}

/** Offsets differ between server and caller; what states no moment is not compared. */
function isSameMoment(value: CimDateTime, wanted: CimDateTime): boolean {
  try {
    return value.equals(wanted) || value.toDate().getTime() === wanted.toDate().getTime();
  } catch {
    return true;
  }
}

/** By the keys that both name: servers complete a path by namespace, and name a subclass. */
function isSameReference(found: InstancePath, wanted: KeyValue): boolean {
  if (typeof wanted !== "object" || !("className" in wanted)) return true;
  const keys = new Map(
    Object.entries(wanted.keys).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return Object.entries(found.keys).every(([name, value]) => {
    const other = keys.get(name.toLowerCase());
    if (other === undefined) return true;
    if (typeof value === "object" && "className" in value) return isSameReference(value, other);
    return isSame(value, other);
  });
}

function refuse(sentence: string): CimError {
  return new CimError("protocol", sentence);
}
