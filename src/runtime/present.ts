/** What a transport brought → what a caller sees, and what JSON shows of it. */
import { CimDateTime } from "./datetime.ts";
import { CimInterval } from "./interval.ts";
import { isReference } from "./reference.ts";
import type { CimInstance, CimValue, ClassData, TypeCode } from "./types.ts";

/** What a member of an instance or a result looks like to the caller. */
export type Presented =
  CimValue | { readonly [property: string]: Presented } | readonly Presented[];

/**
 * An embedded instance of a declared class becomes a plain object with its
 * properties; everything else stays as it is.
 *
 * @param value - From a transport.
 * @param type - The declared type.
 * @param classOf - Known classes, which name the properties that the server left out.
 */
export function present(
  value: CimValue,
  type: TypeCode,
  classOf: (name: string) => ClassData | undefined,
): Presented {
  if (!type.startsWith("instance ") || value === null) return value;
  if (Array.isArray(value)) {
    const one = type.slice(0, -2);
    // As: a scalar code without its brackets, and any from Array.isArray.
    return (value as readonly CimValue[]).map((member) =>
      present(member, one as TypeCode, classOf),
    );
  }
  if (typeof value !== "object" || !("properties" in value)) return value;
  return presentInstance(value, type.slice("instance ".length), classOf);
}

function presentInstance(
  instance: CimInstance,
  declaredClass: string,
  classOf: (name: string) => ClassData | undefined,
): { readonly [property: string]: Presented } {
  const cls = classOf(instance.className) ?? classOf(declaredClass);
  const declared = cls?.properties ?? {};
  const missing = Object.keys(declared).filter((name) => !Object.hasOwn(instance.properties, name));
  const members = Object.entries(instance.properties).map(([name, value]): [string, Presented] => {
    const property = Object.hasOwn(declared, name) ? declared[name] : undefined;
    const type = typeof property === "object" ? property.type : property;
    return [name, type === undefined ? value : present(value, type, classOf)];
  });
  return Object.fromEntries([...members, ...missing.map((name): [string, null] => [name, null])]);
}

/**
 * A value as `JSON.stringify` can write it without loss: 64-bit integers in
 * decimal, datetimes as CIM text, octets as base64, references as object paths,
 * and the reals that JSON has no number for by name.
 *
 * Instances do this by themselves; it is for results of methods, embedded instances
 * and what `fromJson` read.
 *
 * @param value - A property, or an object of them.
 */
export function toJson(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") return numberToJson(value);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) {
    // As: Array.isArray leaves any.
    return (value as readonly unknown[]).map((member) => toJson(member));
  }
  // Datetimes and references have a toJSON of their own.
  if (isReference(value) || value instanceof CimDateTime || value instanceof CimInterval)
    return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toJson(member)]));
}

/** JSON has no infinities, and writes the negative zero as 0. */
function numberToJson(value: number): number | string {
  if (Object.is(value, -0)) return "-0";
  return Number.isFinite(value) ? value : String(value);
}
