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
  return presentInstance(value, classOf);
}

function presentInstance(
  instance: CimInstance,
  classOf: (name: string) => ClassData | undefined,
): { readonly [property: string]: Presented } {
  const declared = classOf(instance.className)?.properties ?? {};
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
 * @param value - A property, or an object of them.
 */
export function toJson(value: Presented): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) {
    // As: Array.isArray leaves any.
    const members = value as readonly Presented[];
    return members.map((member) => toJson(member));
  }
  // Datetimes and references have a toJSON of their own.
  if (isReference(value) || value instanceof CimDateTime || value instanceof CimInterval)
    return value;
  // As: Array.isArray did not tell the checker that no readonly array is left.
  const members = Object.entries(value as { readonly [property: string]: Presented });
  return Object.fromEntries(members.map(([name, member]) => [name, toJson(member)]));
}
