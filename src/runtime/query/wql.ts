/** Queries as text, with values that cannot become more than values. */
import { CimError } from "../error.ts";
import type { QueryLanguage } from "../operations.ts";
import type { ClassData, ClassDescriptor, Instance } from "../types.ts";
import { identifier, literal } from "./literal.ts";
import { type Query, type QueryData, queryDataKey } from "./query.ts";

/** What takes the text of a query. */
export type QueryTag<I> = (parts: TemplateStringsArray, ...values: readonly unknown[]) => Query<I>;

/**
 * A query in WMI's query language (MS-WMI 2.2.1), for what no `select` can say. Values in it are
 * quoted and escaped, classes stand for their names:
 *
 * ```ts
 * wql(Win32_Service)`SELECT * FROM Win32_Service WHERE Name = ${name}`;
 * ```
 *
 * @param cls - Class of what the query finds.
 * @returns The tag of a template.
 */
export function wql<T, K extends string>(cls: ClassDescriptor<T, K>): QueryTag<Instance<T, K>> {
  return tag(cls, "WQL");
}

/**
 * A query in the DMTF's query language (DSP0202). Values are treated as by {@link wql}.
 *
 * @param cls - Class of what the query finds.
 * @returns The tag of a template.
 */
export function cql<T, K extends string>(cls: ClassDescriptor<T, K>): QueryTag<Instance<T, K>> {
  return tag(cls, "CQL");
}

function tag<I>(cls: ClassData, language: QueryLanguage): QueryTag<I> {
  return (parts, ...values) => {
    requireOutside(parts);
    const written = values.map((value, index) => write(value, parts[index] ?? ""));
    const text = parts.map((part, index) => `${part}${written[index] ?? ""}`).join("");
    return new TextQuery({ cls, language, text: text.trim() });
  };
}

/** A class is a name, but behind ISA it is a text. */
function write(value: unknown, before: string): string {
  if (!isClass(value)) return literal(value);
  return /\bISA\s*$/i.test(before) ? literal(value.name) : identifier(value.name);
}

/** A value within quotation marks would have marks of its own, and end them. */
function requireOutside(parts: TemplateStringsArray): void {
  let open: string | undefined;
  for (const part of parts.slice(0, -1)) {
    for (const [mark] of part.matchAll(/\\.|["']/gs)) {
      if (mark.length > 1) continue;
      open = open === undefined ? mark : open === mark ? undefined : open;
    }
    if (open === undefined) continue;
    const sentence = "a value in a query brings its own quotation marks: leave out those around it";
    throw new CimError("invalid-query", sentence);
  }
}

function isClass(value: unknown): value is ClassData {
  return typeof value === "object" && value !== null && "format" in value && "name" in value;
}

/** A query whose text is final. */
class TextQuery<I> implements Query<I> {
  readonly [queryDataKey]: QueryData;

  constructor(data: QueryData) {
    this[queryDataKey] = data;
  }

  toString(): string {
    return this[queryDataKey].text;
  }
}
