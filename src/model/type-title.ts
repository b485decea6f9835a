import type { DeclaredType } from "./schema.ts";

/** `uint8[4]`, `CIM_Fan REF`. */
export function typeTitle({ name, reference, array }: DeclaredType): string {
  const suffix = array === false ? "" : array === true ? "[]" : `[${array}]`;
  return `${name}${reference ? " REF" : ""}${suffix}`;
}
