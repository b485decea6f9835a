/** Whether two values mean the same. */
import { CimDateTime } from "./datetime.ts";
import { CimInterval } from "./interval.ts";
import { isReference, keyText, pathOf } from "./reference.ts";
import { numberText } from "./scalar-text.ts";
import type { CimValue, InstancePath } from "./types.ts";

/**
 * Compares two values by what they are, references by their paths: names without regard to case.
 *
 * @param one - A value; `undefined` counts as null.
 * @param other - Another.
 */
export function isSameValue(one: CimValue | undefined, other: CimValue | undefined): boolean {
  return signature(one ?? null) === signature(other ?? null);
}

/** One text for each value; texts of different kinds never meet. */
function signature(value: CimValue): string {
  return JSON.stringify(plain(value));
}

function plain(value: CimValue): unknown {
  if (typeof value === "bigint") return ["integer", String(value)];
  if (typeof value === "number") {
    const isInteger = Number.isInteger(value) && !Object.is(value, -0);
    return isInteger ? ["integer", String(value)] : ["real", numberText(value)];
  }
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof CimDateTime || value instanceof CimInterval) {
    return ["datetime", value.toString()];
  }
  if (value instanceof Uint8Array) return ["octets", Buffer.from(value).toString("hex")];
  if (isReference(value)) return ["reference", plainPath(pathOf(value))];
  if (!("className" in value)) return ["array", ...value.map((member) => plain(member))];
  const members = Object.entries(value.properties)
    .filter(([, member]) => member !== null)
    .map(([name, member]) => [name.toLowerCase(), plain(member)] as const)
    .sort(([first], [second]) => (first < second ? -1 : 1));
  return ["instance", value.className.toLowerCase(), members];
}

function plainPath({ namespace, className, keys }: InstancePath): unknown {
  const members = Object.entries(keys)
    .map(([name, value]) => [
      name.toLowerCase(),
      typeof value === "object" && "className" in value ? plainPath(value) : keyText(value),
    ])
    .sort(([first], [second]) => (String(first) < String(second) ? -1 : 1));
  return [namespace.toLowerCase(), className.toLowerCase(), members];
}
