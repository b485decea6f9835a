/** Values as WQL and CQL write them (MS-WMI 2.2.1; DSP0202 5): the only place where they are quoted. */
import { CimDateTime } from "../datetime.ts";
import { CimError } from "../error.ts";
import { CimInterval } from "../interval.ts";
import { formatPath, isReference, pathOf } from "../reference.ts";

/**
 * A value as it stands in a query. A class stands for its name.
 *
 * @param value - The value.
 * @throws CimError `"invalid-query"` for what has no form in a query: arrays, octets, instances.
 */
export function literal(value: unknown): string {
  if (value === null) return "NULL";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") return number(value);
  if (typeof value === "string") return quote(value);
  if (value instanceof CimDateTime || value instanceof CimInterval) return quote(value.toString());
  if (isReference(value)) return quote(formatPath(pathOf(value)));
  throw new CimError(
    "invalid-query",
    "only scalars, datetimes and references can stand in a query",
  );
}

function number(value: number): string {
  if (Number.isFinite(value)) return String(value);
  throw new CimError("invalid-query", `${value} cannot stand in a query`);
}

/** MS-WMI 2.2.1.1: a backslash takes away the meaning of what follows it. */
function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

/**
 * A name as it stands in a query.
 *
 * @param name - Of a class or property.
 * @throws CimError `"invalid-query"` for what is no name.
 */
export function identifier(name: string): string {
  // DSP0004 5.1.4, of which only letters, digits and the underscore are safe in every server.
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return name;
  throw new CimError("invalid-query", `${JSON.stringify(name)} cannot stand in a query as a name`);
}
