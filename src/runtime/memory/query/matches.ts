/** Whether an instance meets a condition, as WMI compares: text without regard to case. */
import { CimDateTime, parseDateTime } from "../../datetime.ts";
import { CimError } from "../../error.ts";
import { CimInterval } from "../../interval.ts";
import type { InstanceData } from "../../operations.ts";
import { formatPath, isReference, parsePath, pathOf } from "../../reference.ts";
import type { CimValue } from "../../types.ts";
import type { Condition, Constant } from "./parse.ts";

type Compare = Condition & { readonly kind: "compare" };

/**
 * Compares an instance with a condition. A comparison with null is met by none, except `IS NULL`.
 *
 * @param instance - The instance.
 * @param condition - The condition; every instance meets none.
 * @throws CimError `"invalid-query"` for a property that there is not.
 */
export function matches(instance: InstanceData, condition: Condition | undefined): boolean {
  if (condition === undefined) return true;
  switch (condition.kind) {
    case "and":
      return matches(instance, condition.left) && matches(instance, condition.right);
    case "or":
      return matches(instance, condition.left) || matches(instance, condition.right);
    case "not":
      return !matches(instance, condition.condition);
    case "compare":
      return compare(valueAt(instance, condition.property), condition);
  }
}

function valueAt({ path, properties }: InstanceData, names: readonly string[]): CimValue {
  const [first = "", ...rest] = names;
  // A class's own name in front of a property, as CQL writes it.
  const isOwnName = rest.length > 0 && path.className.toLowerCase() === first.toLowerCase();
  let value: CimValue = isOwnName
    ? member(properties, rest[0] ?? "")
    : first.toUpperCase() === "__CLASS"
      ? path.className
      : member(properties, first);
  for (const name of isOwnName ? rest.slice(1) : rest) {
    if (value === null || typeof value !== "object" || !("properties" in value)) return null;
    value = member(value.properties, name, true);
  }
  return value;
}

function member(
  properties: Readonly<Record<string, CimValue>>,
  wanted: string,
  isEmbedded = false,
): CimValue {
  const name = Object.keys(properties).find((each) => each.toLowerCase() === wanted.toLowerCase());
  if (name !== undefined) return properties[name] ?? null;
  if (isEmbedded) return null;
  throw new CimError("invalid-query", `there is no property ${wanted}`);
}

function compare(value: CimValue, { comparison, constant }: Compare): boolean {
  if (constant === null) return (value === null) === (comparison === "=");
  if (value === null) return false;
  if (comparison === "isa") return isA(value, constant);
  if (comparison === "like") {
    return typeof value === "string" && like(String(constant)).test(value);
  }
  const order = compareValues(value, constant);
  switch (comparison) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

/** Below 0 when the value is less; NaN, which is no order at all, for what cannot be compared. */
function compareValues(value: Exclude<CimValue, null>, constant: Exclude<Constant, null>): number {
  if (typeof value === "boolean") return order(value, truth(constant));
  if (typeof value === "number" || typeof value === "bigint")
    return order(value, numeric(constant));
  if (typeof value === "string") return order(value.toLowerCase(), String(constant).toLowerCase());
  if (value instanceof CimDateTime || value instanceof CimInterval) {
    return moments(value, String(constant));
  }
  if (!isReference(value)) return NaN;
  const wanted = parsePath(String(constant), pathOf(value).namespace);
  return order(formatPath(pathOf(value)).toLowerCase(), formatPath(wanted).toLowerCase());
}

function order<V extends boolean | number | bigint | string>(one: V, other: V | undefined): number {
  if (other === undefined) return NaN;
  return one < other ? -1 : one > other ? 1 : isEqual(one, other) ? 0 : NaN;
}

/** A number and a bigint are equal when they mean the same; NaN equals nothing. */
function isEqual(one: unknown, other: unknown): boolean {
  if (typeof one !== "number" && typeof one !== "bigint") return one === other;
  return !Number.isNaN(one) && !Number.isNaN(other);
}

function truth(constant: Exclude<Constant, null>): boolean | undefined {
  const text = String(constant).toLowerCase();
  return text === "true" || text === "1"
    ? true
    : text === "false" || text === "0"
      ? false
      : undefined;
}

function numeric(constant: Exclude<Constant, null>): number | bigint | undefined {
  if (typeof constant === "number" || typeof constant === "bigint") return constant;
  const text = String(constant).trim();
  if (/^[+-]?\d{1,30}$/.test(text)) return BigInt(text);
  return text === "" || Number.isNaN(Number(text)) ? undefined : Number(text);
}

function moments(value: CimDateTime | CimInterval, text: string): number {
  try {
    const other = parseDateTime(text);
    if (value instanceof CimDateTime && other instanceof CimDateTime) {
      return order(value.toDate().getTime(), other.toDate().getTime());
    }
    return order(value.toString(), other.toString());
  } catch {
    return NaN;
  }
}

function isA(value: Exclude<CimValue, null>, constant: Exclude<Constant, null>): boolean {
  const wanted = String(constant).toLowerCase();
  return typeof value === "object" && "className" in value
    ? value.className.toLowerCase() === wanted
    : isReference(value) && pathOf(value).className.toLowerCase() === wanted;
}

/** MS-WMI 2.2.1.2: `%` any text, `_` one character, `[a-f]` one of a set, `[^a]` none of it. */
function like(pattern: string): RegExp {
  const source = pattern.replace(
    /\[(\^?)([^\]]*)\]|%+|_|[\\^$.*+?()[\]{}|]/g,
    (found: string, not: string | undefined, set: string | undefined) => {
      if (set !== undefined) return `[${not ?? ""}${set.replace(/[\\\]^]/g, "\\$&")}]`;
      if (found.startsWith("%")) return ".*";
      return found === "_" ? "." : `\\${found}`;
    },
  );
  try {
    return new RegExp(`^${source}$`, "is");
  } catch {
    throw new CimError("invalid-query", `${JSON.stringify(pattern)} is no pattern`);
  }
}
