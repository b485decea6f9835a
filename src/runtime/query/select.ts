/** Queries put together from properties and values. */
import { CimError } from "../error.ts";
import type { PropertyName, Selected } from "../client/arguments.ts";
import type { QueryLanguage } from "../operations.ts";
import type { CimDateTime } from "../datetime.ts";
import type { CimInterval } from "../interval.ts";
import type { ClassData, ClassDescriptor, Instance, Reference } from "../types.ts";
import { identifier, literal } from "./literal.ts";
import { type Query, type Queryable, type QueryData, queryDataKey } from "./query.ts";

/** How a property may be compared. */
export type Comparison = "=" | "<>" | "!=" | "<" | "<=" | ">" | ">=" | "LIKE" | "ISA";

/** Names of properties that can be compared: those that are no arrays, instances or octets. */
export type ComparableName<T> = {
  [P in PropertyName<T>]-?: NonNullable<T[P]> extends Comparable | Reference<unknown> ? P : never;
}[PropertyName<T>];

type Comparable = boolean | number | bigint | string | CimDateTime | CimInterval;

/** What a property may be compared with. */
export type Compared<T, P extends keyof T, O extends Comparison> = O extends "LIKE" | "ISA"
  ? string
  : O extends "=" | "<>" | "!="
    ? T[P] | null
    : NonNullable<T[P]>;

/** A condition, already written. */
export class Condition<out T> {
  /** @internal */
  readonly text: string;
  /** For the type checker alone. */
  declare readonly of?: T;

  /** @internal */
  constructor(text: string) {
    this.text = text;
  }
}

/** Makes conditions on the properties of a class. */
export interface Conditions<T> {
  /** A property compared with a value; `null` with `=` or `<>` asks whether it is null. */
  <P extends ComparableName<T>, O extends Comparison>(
    property: P,
    comparison: O,
    value: Compared<T, P, O>,
  ): Condition<T>;
  /** All of them. */
  and(...conditions: readonly Condition<T>[]): Condition<T>;
  /** At least one of them. */
  or(...conditions: readonly Condition<T>[]): Condition<T>;
  /** Not this one. */
  not(condition: Condition<T>): Condition<T>;
}

/** A query that finds instances of one class; every call gives a new one. */
export interface Select<T, out I> extends Query<I> {
  /** A further condition that has to be met. */
  where<P extends ComparableName<T>, O extends Comparison>(
    property: P,
    comparison: O,
    value: Compared<T, P, O>,
  ): Select<T, I>;
  /** A further condition that has to be met, put together by a function. */
  where(build: (is: Conditions<T>) => Condition<T>): Select<T, I>;
  /** The same query in another language; WQL unless told. */
  in(language: QueryLanguage): Select<T, I>;
}

/**
 * A query for some properties of the instances of a class.
 *
 * ```ts
 * select(Win32_Service, ["Name", "State"]).where("State", "=", "Running");
 * ```
 *
 * @param cls - The class.
 * @param properties - Names of properties; the keys are fetched with them.
 * @throws CimError `"no-such-property"` for a name that the class does not have.
 */
export function select<T, K extends string, P extends PropertyName<T>>(
  cls: ClassDescriptor<T, K>,
  properties: readonly P[],
): Select<T, Selected<T, K, P>>;
/**
 * A query for the instances of a class, with all properties.
 *
 * @param cls - The class.
 */
export function select<T, K extends string>(cls: ClassDescriptor<T, K>): Select<T, Instance<T, K>>;
export function select(cls: ClassData, properties?: readonly string[]): Select<unknown, unknown> {
  for (const name of properties ?? []) requireProperty(cls, name);
  // As: one class cannot state the types that the overloads state.
  return new SelectQuery(cls, { properties, conditions: [], language: "WQL" });
}

interface Parts {
  readonly properties: readonly string[] | undefined;
  readonly conditions: readonly string[];
  readonly language: QueryLanguage;
}

class SelectQuery implements Queryable {
  readonly #cls: ClassData;
  readonly #parts: Parts;

  constructor(cls: ClassData, parts: Parts) {
    this.#cls = cls;
    this.#parts = parts;
  }

  get [queryDataKey](): QueryData {
    const { language, properties } = this.#parts;
    return {
      cls: this.#cls,
      language,
      text: this.toString(),
      ...(properties !== undefined && { properties }),
    };
  }

  where(
    first: string | ((is: Conditions<unknown>) => Condition<unknown>),
    comparison: Comparison = "=",
    value?: unknown,
  ): SelectQuery {
    const condition =
      typeof first === "string"
        ? compare(this.#cls, first, comparison, value)
        : first(conditionsOf(this.#cls)).text;
    const conditions = [...this.#parts.conditions, condition];
    return new SelectQuery(this.#cls, { ...this.#parts, conditions });
  }

  in(language: QueryLanguage): SelectQuery {
    return new SelectQuery(this.#cls, { ...this.#parts, language });
  }

  toString(): string {
    const { properties, conditions } = this.#parts;
    const { name, keys = [] } = this.#cls;
    const wanted =
      properties === undefined ? ["*"] : [...new Set([...keys, ...properties])].map(identifier);
    const start = `SELECT ${wanted.join(", ")} FROM ${identifier(name)}`;
    if (conditions.length === 0) return start;
    const all = conditions.length === 1 ? conditions : conditions.map((each) => `(${each})`);
    return `${start} WHERE ${all.join(" AND ")}`;
  }
}

function conditionsOf(cls: ClassData): Conditions<unknown> {
  const join = (word: string, conditions: readonly Condition<unknown>[]): Condition<unknown> => {
    if (conditions.length > 0) {
      return new Condition(conditions.map(({ text }) => `(${text})`).join(` ${word} `));
    }
    throw new CimError("invalid-query", `${word} of no conditions`, { className: cls.name });
  };
  const is = (name: string, comparison: Comparison, value: unknown): Condition<unknown> =>
    new Condition(compare(cls, name, comparison, value));
  return Object.assign(is, {
    and: (...conditions: readonly Condition<unknown>[]) => join("AND", conditions),
    or: (...conditions: readonly Condition<unknown>[]) => join("OR", conditions),
    not: ({ text }: Condition<unknown>) => new Condition(`NOT (${text})`),
  });
}

const comparisons: ReadonlySet<string> = new Set([
  ...["=", "<>", "!=", "<", "<=", ">", ">="],
  ...["LIKE", "ISA"],
]);

function compare(cls: ClassData, name: string, comparison: string, value: unknown): string {
  requireProperty(cls, name);
  const property = identifier(name);
  if (!comparisons.has(comparison)) {
    const sentence = `${JSON.stringify(comparison)} is no comparison`;
    throw new CimError("invalid-query", sentence, { className: cls.name });
  }
  if (value !== null) return `${property} ${comparison} ${literal(value)}`;
  if (comparison === "=") return `${property} IS NULL`;
  if (comparison === "<>" || comparison === "!=") return `${property} IS NOT NULL`;
  throw new CimError("invalid-query", `${name} ${comparison} NULL`, { className: cls.name });
}

function requireProperty(cls: ClassData, name: string): void {
  if (Object.hasOwn(cls.properties ?? {}, name)) return;
  const sentence = `${JSON.stringify(name)} is no property`;
  throw new CimError("no-such-property", sentence, { className: cls.name });
}
