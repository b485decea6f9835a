/** Values as their declared type has them (DSP0004 4.11.1, 5.2.2). */
import type { Value } from "../ast/index.ts";
import type { CimConstant, IntrinsicName } from "./schema.ts";

/** A literal that has been read as another type than it was written in. */
export interface Converted {
  readonly value: CimConstant;
  /** A real literal stands for an integer and is not whole. */
  readonly rounded?: true;
}

/**
 * A single value as a type has it.
 *
 * @returns `undefined` when the literal is none of that type; whether an integer is in
 *   the range of its type is not asked here
 */
export function convert(value: Value, type: IntrinsicName): Converted | undefined {
  if (value.kind === "null") return { value: null };
  switch (type) {
    case "boolean":
      return value.kind === "boolean" ? value : undefined;
    case "string":
      return value.kind === "string" || value.kind === "char" ? value : undefined;
    case "datetime":
      return value.kind === "string" ? value : undefined;
    case "char16":
      return character(value);
    case "real32":
    case "real64":
      if (value.kind === "integer") return { value: Number(value.value) };
      return value.kind === "real" ? value : undefined;
    default:
      return integer(value);
  }
}

/** Microsoft's compiler rounds a real literal where an integer is wanted. */
function integer(value: Value): Converted | undefined {
  if (value.kind === "integer") return value;
  if (value.kind !== "real" || !Number.isFinite(value.value)) return undefined;
  const whole = Math.round(value.value);
  return { value: BigInt(whole), ...(whole !== value.value && { rounded: true }) };
}

function character(value: Value): Converted | undefined {
  if (value.kind === "char") return value;
  if (value.kind === "string") return value.value.length === 1 ? value : undefined;
  if (value.kind !== "integer" || value.value < 0n || value.value > 0xffffn) return undefined;
  return { value: String.fromCharCode(Number(value.value)) };
}
