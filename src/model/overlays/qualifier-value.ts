import { USUAL } from "../flavors.ts";
import type { QualifierFinder } from "../qualifier-types.ts";
import type { QualifierValue } from "../schema.ts";

/** The value of a qualifier that no source writes: a boolean, or a list of texts. */
export function qualifierValue(
  name: string,
  value: boolean | readonly string[],
  find: QualifierFinder,
): QualifierValue {
  const isFlag = typeof value === "boolean";
  const flavors = find(name).type?.flavors ?? USUAL;
  return { name, value, type: isFlag ? "boolean" : "string", array: !isFlag, flavors };
}
