/** Keys that a caller hands over → an instance path. */
import { propertyType } from "./class-data.ts";
import { conform } from "./conform.ts";
import { CimDateTime, parseDateTime } from "./datetime.ts";
import { CimInterval } from "./interval.ts";
import { CimError } from "./error.ts";
import { isReference, pathOf } from "./reference.ts";
import type { CimValue, ClassData, InstancePath, KeyValue, TypeCode } from "./types.ts";

/**
 * Checks keys against a class and makes the path of the instance that they name.
 *
 * @param cls - The class.
 * @param keys - One value for each key property; left out for a class without keys.
 * @param namespace - CIM namespace of the path.
 * @throws CimError `"invalid-parameter"` when a key is missing, unknown, null or
 *   of the wrong type.
 */
export function pathFromKeys(
  cls: ClassData,
  keys: object | undefined,
  namespace: string,
): InstancePath {
  const names = cls.keys ?? [];
  const given = new Map<string, unknown>(Object.entries(keys ?? {}));
  const entries = names.map((name): [string, KeyValue] => {
    const place = `key ${name}`;
    const value = given.get(name);
    given.delete(name);
    if (value === undefined || value === null) throw refuse(cls, `${place} is missing`);
    const type = propertyType(cls, name) ?? "string";
    return [name, keyValue(conform(value, type, { place, className: cls.name }), cls, place)];
  });
  const [unknown] = given.keys();
  if (unknown !== undefined) throw refuse(cls, `${unknown} is no key; its keys are ${list(names)}`);
  return { namespace, className: cls.name, keys: Object.fromEntries(entries) };
}

/**
 * A path with its keys in the spelling and the types of a class: keys of a
 * reference are text as long as nobody knows its class.
 *
 * @param cls - The class that the path's instance is taken for.
 * @param path - Any path.
 */
export function retypeKeys(cls: ClassData, path: InstancePath): InstancePath {
  const entries = Object.entries(path.keys).map(([name, value]): [string, KeyValue] => {
    const declared = cls.keys?.find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;
    const type = propertyType(cls, declared);
    if (type === undefined) return [declared, value];
    return [declared, typeof value === "string" ? retype(value, type) : resize(value, type)];
  });
  return { ...path, keys: Object.fromEntries(entries) };
}

/**
 * The same for a path that a server wrote.
 *
 * @param cls - The class that the path's instance is taken for.
 * @param path - Any path.
 * @throws CimError `"protocol"` when a key is not of its type.
 */
export function retypeReadKeys(cls: ClassData, path: InstancePath): InstancePath {
  try {
    return retypeKeys(cls, path);
  } catch {
    throw new CimError("protocol", `a key of ${cls.name} is not of its type`);
  }
}

/**
 * The path of a new instance: what a server says of it, and where that is not all, what it was
 * made of.
 *
 * @param cls - The class.
 * @param path - What the server says.
 * @param properties - What the instance was made of.
 * @throws CimError `"protocol"` when nobody knows one of its keys.
 */
export function completeKeys(
  cls: ClassData,
  path: InstancePath,
  properties: Readonly<Record<string, CimValue>>,
): InstancePath {
  const stated = retypeReadKeys(cls, path);
  const missing = (cls.keys ?? []).filter((name) => !Object.hasOwn(stated.keys, name));
  const known = missing.map((name): [string, KeyValue] => {
    const value = Object.hasOwn(properties, name) ? (properties[name] ?? null) : null;
    if (value !== null) return [name, keyValue(value, cls, `key ${name}`)];
    const sentence = `the answer does not say which instance is new: it lacks its key ${name}`;
    throw new CimError("protocol", sentence, { className: cls.name });
  });
  return missing.length === 0
    ? stated
    : { ...stated, keys: { ...stated.keys, ...Object.fromEntries(known) } };
}

/**
 * Refuses a path without keys where its class has some: it would name the class itself.
 *
 * @param cls - The class.
 * @param path - Of an instance.
 * @returns The same path.
 * @throws CimError `"invalid-parameter"`.
 */
export function requireKeyed(cls: ClassData, path: InstancePath): InstancePath {
  if ((cls.keys ?? []).length === 0 || Object.keys(path.keys).length > 0) return path;
  throw refuse(cls, "this instance came without its keys, and cannot be addressed");
}

/** A number that was read without knowing how wide it is, or that it is none. */
function resize(value: KeyValue, type: TypeCode): KeyValue {
  if (typeof value !== "number" && typeof value !== "bigint") return value;
  if (type === "string") return String(value);
  if (/^[us]int64$/.test(type)) return Number.isInteger(Number(value)) ? BigInt(value) : value;
  return typeof value === "bigint" ? Number(value) : value;
}

function retype(text: string, type: TypeCode): KeyValue {
  if (/^[us]int(?:8|16|32|64)$/.test(type) && /^[+-]?\d{1,20}$/.test(text)) {
    return type.endsWith("64") ? BigInt(text) : Number(text);
  }
  if (type === "boolean" && /^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  return type === "datetime" || type === "interval" ? parseDateTime(text) : text;
}

function keyValue(value: CimValue, cls: ClassData, place: string): KeyValue {
  if (isReference(value)) return pathOf(value);
  const isDateTime = value instanceof CimDateTime || value instanceof CimInterval;
  if (value !== null && (typeof value !== "object" || isDateTime)) return value;
  throw refuse(cls, `${place} cannot be an array or an instance`);
}

function list(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.join(", ");
}

function refuse(cls: ClassData, sentence: string): CimError {
  return new CimError("invalid-parameter", sentence, { className: cls.name });
}
