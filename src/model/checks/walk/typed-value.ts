import type { Value } from "../../../ast/index.ts";
import type { TypedElement } from "../../schema.ts";
import { misfitsOf } from "./misfits-of.ts";
import type { Place, TypedValue } from "./subject.ts";

/** A value that is for a property or a parameter. */
export function typedValue(
  place: Place,
  value: Value,
  { declaredType: type, type: meant, qualifiers, values }: TypedElement,
  title: () => string,
): TypedValue {
  const embedded = meant.kind === "embedded-instance" || meant.kind === "embedded-object";
  const target = "className" in meant ? meant.className : undefined;
  const misfits = misfitsOf(value, { type, embedded, ...(values && { values }) });
  return { place, value, type, target, qualifiers, misfits, title };
}
