import type { Value } from "../ast/index.ts";
import type { CimConstant, QualifierTypeName } from "./schema.ts";
import { convert, typedConstant } from "./typed-constant.ts";

/**
 * The value of a qualifier as its type has it: an array even where one value stands alone.
 *
 * @returns `undefined` when it is none of that type
 */
export function qualifierConstant(
  value: Value,
  type: QualifierTypeName,
  array: boolean,
): CimConstant | undefined {
  if (value.kind !== "array") {
    const converted = convert(value, type)?.value;
    return array && converted !== undefined && converted !== null ? [converted] : converted;
  }
  if (!array) return undefined;
  const items: CimConstant[] = [];
  for (const item of value.items) {
    const converted = convert(item, type);
    if (!converted) return undefined;
    items.push(converted.value);
  }
  return items;
}

/** The value of a qualifier as it was written; an instance has no meaning here (DSP0004 5.6.1). */
export function writtenConstant(value: Value | undefined): CimConstant {
  return value ? typedConstant(value, undefined, { nested: () => null }) : true;
}
