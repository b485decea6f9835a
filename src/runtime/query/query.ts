/** A query with the class of what it finds. */
import type { QueryLanguage } from "../operations.ts";
import type { ClassData } from "../types.ts";

declare const found: unique symbol;

const data: unique symbol = Symbol.for("mof-codegen.query") as never; // `as never`: only a bare Symbol() call has a unique type, and two copies of the runtime must agree

/** What a query says. */
export interface QueryData {
  /** Class of what it finds. */
  readonly cls: ClassData;
  readonly language: QueryLanguage;
  readonly text: string;
  /** The properties that it asks for; all unless given. */
  readonly properties?: readonly string[];
}

/** A query that finds what `I` describes, made by `select` or `wql`. */
export interface Query<out I> extends Queryable {
  /** Its text. */
  toString(): string;
  readonly [found]?: I;
}

/** What every query has at run time. */
export interface Queryable {
  /** @internal */
  readonly [data]: QueryData;
}

/** The symbol under which a query keeps what it says. */
export const queryDataKey: typeof data = data;

/**
 * What a query says.
 *
 * @param query - Made by `select` or `wql`.
 */
export function queryData(query: Query<unknown>): QueryData {
  return query[data];
}

/**
 * Whether a value is a query.
 *
 * @param value - Anything.
 */
export function isQuery(value: unknown): value is Query<unknown> {
  return typeof value === "object" && value !== null && data in value;
}
