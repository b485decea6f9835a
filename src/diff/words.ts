/** How types and values are said in messages. */
import { isList } from "../model/qualifiers.ts";
import type { CimConstant, CimMethod, TypedElement } from "../model/index.ts";

/** What {@link typeWords} needs of an element. */
export type Typed = Pick<TypedElement, "type" | "declaredType">;

/** `uint32`, `string[]`, `CIM_Fan REF`, `embedded CIM_Fan`, `octet string`. */
export function typeWords({ type, declaredType }: Typed): string {
  return elementWords({ type, declaredType }) + arrayWords(type.array);
}

function elementWords({ type, declaredType }: Typed): string {
  switch (type.kind) {
    case "intrinsic":
      return type.name;
    case "interval":
      return "interval";
    case "octetstring":
      return "octet string";
    case "reference":
      return `${type.className ?? declaredType.name} REF`;
    case "embedded-instance":
      return `embedded ${type.className}`;
    case "embedded-object":
      return "embedded object";
  }
}

function arrayWords(array: boolean | number): string {
  if (array === false) return "";
  return array === true ? "[]" : `[${array}]`;
}

/** The type that a method returns, or `void`. */
export function returnWords({ returns }: CimMethod): string {
  return returns ? typeWords(returns) : "void";
}

/** A value as MOF writes it. */
export function constantWords(value: CimConstant): string {
  if (isList(value)) return `{${value.map(constantWords).join(", ")}}`;
  if (value === null) return "NULL";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object") return String(value);
  if (value.kind === "alias") return value.alias;
  const values = [...value.values].map(([name, each]) => `${name} = ${constantWords(each)}`);
  return `instance of ${value.className} {${values.sort().join("; ")}}`;
}

/** Behind the name of a qualifier: nothing for one that is just set. */
export function qualifierWords(value: CimConstant): string {
  if (value === true) return "";
  return isList(value) ? ` ${constantWords(value)}` : ` (${constantWords(value)})`;
}
