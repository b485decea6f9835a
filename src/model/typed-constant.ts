/** Values as their declared type has them (DSP0004 4.11.1, 5.2.2). */
import type { Value } from "../ast/index.ts";
import type { CimConstant, CimType, IntrinsicName, TypedElement, ValueMap } from "./schema.ts";

/** A literal that has been read as another type than it was written in. */
export interface Converted {
  readonly value: CimConstant;
}

/** What is to be done with what a value may hold. */
export interface ValueContext {
  /** The instance of an `instance of` that stands as a value. */
  nested(node: Extract<Value, { kind: "instance" }>): CimConstant;
  /** Told of each alias. */
  alias?(node: Extract<Value, { kind: "alias" }>): void;
}

/** A type, and the names that its values have. */
export type ValuedType = Pick<TypedElement, "type" | "values">;

/**
 * A value as its type has it; one alone where an array is wanted is an array of one. What
 * does not fit the type, or has a type that nobody knows, is as it was written.
 */
export function typedConstant(
  value: Value,
  element: ValuedType | undefined,
  context: ValueContext,
): CimConstant {
  if (value.kind === "array") return value.items.map((item) => single(item, element, context));
  const constant = single(value, element, context);
  const alone = element !== undefined && element.type.array !== false && constant !== null;
  return alone ? [constant] : constant;
}

function single(value: Value, element: ValuedType | undefined, context: ValueContext): CimConstant {
  switch (value.kind) {
    case "array":
      return typedConstant(value, undefined, context);
    case "alias":
      context.alias?.(value);
      return { kind: "alias", alias: value.text };
    case "instance":
      return context.nested(value);
    case "null":
      return null;
    default:
      return literal(value, element);
  }
}

type Literal = Exclude<Value, { kind: "array" | "alias" | "instance" | "null" }>;

function literal(node: Literal, element: ValuedType | undefined): CimConstant {
  const written = node.kind === "word" ? node.text : node.value;
  if (!element) return written;
  const name = literalType(element.type);
  if (name === undefined) return written;
  const converted = convert(node, name) ?? member(node, name, element);
  return converted ? converted.value : written;
}

/** MOF 3 names the member of an enumeration. */
function member(node: Literal, type: IntrinsicName, { values }: ValuedType): Converted | undefined {
  const key = node.kind === "word" && values ? memberNamed(node.text, values) : undefined;
  if (key === undefined || type === "string") return key === undefined ? key : { value: key };
  return /^-?\d+$/.test(key) ? { value: BigInt(key) } : undefined;
}

/** The key of the member of an enumeration that a bare word names, without regard to case. */
export function memberNamed(word: string, values: ValueMap): string | undefined {
  return keysOf(values).get(word.toLowerCase());
}

const keys = new WeakMap<ValueMap, ReadonlyMap<string, string>>();

/** The keys of a value map by their labels in lower case. */
function keysOf(values: ValueMap): ReadonlyMap<string, string> {
  let known = keys.get(values);
  if (!known) {
    known = new Map(values.entries.map(({ key, label = key }) => [label.toLowerCase(), key]));
    keys.set(values, known);
  }
  return known;
}

/** The type of the literals that a type's values are written as. */
function literalType(type: CimType): IntrinsicName | undefined {
  if (type.kind === "intrinsic") return type.name;
  return type.kind === "interval" ? "datetime" : undefined;
}

/**
 * A single value as a type has it.
 *
 * @returns `undefined` when the literal is none of that type; whether an integer is in
 *   the range of its type is not asked here
 */
export function convert(value: Value, type: IntrinsicName): Converted | undefined {
  if (value.kind === "null") return NULL;
  switch (type) {
    case "boolean":
      return boolean(value);
    case "string":
      return text(value);
    case "datetime":
      return value.kind === "string" ? value : undefined;
    case "char16":
      return character(value);
    case "real32":
    case "real64":
      return real(value);
    default:
      return integer(value);
  }
}

const NULL: Converted = { value: null };

/** Microsoft's own files write `SupportsGet = "TRUE"`; others write 0 and 1. */
function boolean(value: Value): Converted | undefined {
  if (value.kind === "boolean") return value;
  if (value.kind === "integer" && (value.value === 0n || value.value === 1n)) {
    return { value: value.value === 1n };
  }
  if (value.kind !== "string" && value.kind !== "word") return undefined;
  const word = (value.kind === "string" ? value.value : value.text).toLowerCase();
  return word === "true" || word === "false" ? { value: word === "true" } : undefined;
}

/** WMI takes a number for its text, and a text for the number that it names. */
function text(value: Value): Converted | undefined {
  if (value.kind === "string" || value.kind === "char") return value;
  return value.kind === "integer" ? { value: String(value.value) } : undefined;
}

const REAL = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/i;

function real(value: Value): Converted | undefined {
  if (value.kind === "real") return value;
  if (value.kind === "integer") return { value: Number(value.value) };
  const written = value.kind === "string" && REAL.test(value.value);
  return written ? { value: Number(value.value) } : undefined;
}

/** Microsoft's compiler rounds a real literal where an integer is wanted. */
function integer(value: Value): Converted | undefined {
  if (value.kind === "integer") return value;
  if (value.kind === "string") return integerText(value.value);
  if (value.kind !== "real" || !Number.isFinite(value.value)) return undefined;
  return { value: BigInt(Math.round(value.value)) };
}

function integerText(written: string): Converted | undefined {
  const [, sign, digits] = /^\s*([+-]?)(\d+|0x[0-9a-f]+)\s*$/i.exec(written) ?? [];
  // A limit, because BigInt reads a text of megabytes in a time that grows faster than it.
  if (digits === undefined || digits.length > 40) return undefined;
  return { value: sign === "-" ? -BigInt(digits) : BigInt(digits) };
}

function character(value: Value): Converted | undefined {
  if (value.kind === "char") return value;
  if (value.kind === "string") return value.value.length === 1 ? value : undefined;
  if (value.kind !== "integer" || value.value < 0n || value.value > 0xffffn) return undefined;
  return { value: String.fromCharCode(Number(value.value)) };
}
