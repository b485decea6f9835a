import type { Value } from "../../../ast/index.ts";
import { isIntrinsic } from "../../intrinsic.ts";
import type { DeclaredType, ValueMap } from "../../schema.ts";
import { memberNamed } from "../../typed-constant.ts";
import { integerRange, type IntegerRange } from "../../integer-range.ts";
import type { Misfit } from "./misfit.ts";

/** What a value has to be; only a string or a class may hold an instance. */
export interface Wanted {
  readonly type: DeclaredType;
  readonly embedded: boolean;
  /** The names that a bare word may be: those of MOF 3's enumerations. */
  readonly values?: ValueMap;
}

/** Why a value is none of a type: one entry for each part of it that does not fit. */
export function misfitsOf(value: Value, wanted: Wanted): readonly Misfit[] {
  const { array } = wanted.type;
  // NULL is a value of every type (DSP0004 5.2.5).
  if (value.kind === "null") return NONE;
  if (value.kind !== "array") {
    const misfit = misfitOf(value, wanted);
    if (misfit) return [misfit];
    return array === false ? NONE : [{ kind: "scalar-for-array", value }];
  }
  if (array === false) return [{ kind: "array-for-scalar", value }];
  const misfits: Misfit[] = [];
  for (const item of value.items) {
    const misfit: Misfit | undefined =
      item.kind === "array" ? { kind: "another-type", value: item } : misfitOf(item, wanted);
    if (misfit) misfits.push(misfit);
  }
  const { length } = value.items;
  const beyond = typeof array === "number" ? value.items[array] : undefined;
  if (beyond) misfits.push({ kind: "too-many", value: beyond, count: length });
  return misfits;
}

const NONE: readonly Misfit[] = [];

function misfitOf(value: Value, wanted: Wanted): Misfit | undefined {
  if (value.kind === "null") return undefined;
  if (value.kind === "word") return wordMisfit(value, wanted);
  const { type, embedded } = wanted;
  const fits = type.reference ? isReference(value) : undefined;
  if (fits !== undefined) return fits ? undefined : { kind: "another-type", value };
  switch (type.name) {
    case "boolean":
      return booleanMisfit(value);
    case "string":
      return stringMisfit(value, embedded);
    case "datetime":
      return datetimeMisfit(value);
    case "char16":
      return characterMisfit(value);
    case "real32":
    case "real64":
      return isNumber(value) ? undefined : { kind: formOrType(value, REAL), value };
    default:
      return integerMisfit(value, type);
  }
}

/** A type that nobody declares may be an enumeration of a file that is not read. */
function wordMisfit(
  value: Extract<Value, { kind: "word" }>,
  { type, values }: Wanted,
): Misfit | undefined {
  const meant = values && memberNamed(value.text, values) !== undefined;
  const known = type.reference || type.name === "object" || isIntrinsic(type.name);
  return meant || !known ? undefined : { kind: "another-type", value };
}

/** An object path, an alias, or in WMI the instance itself. */
function isReference(value: Value): boolean {
  return value.kind === "string" || isObject(value);
}

function isObject(value: Value): boolean {
  return value.kind === "alias" || value.kind === "instance";
}

function isNumber(value: Value): boolean {
  return value.kind === "integer" || value.kind === "real";
}

function stringMisfit(value: Value, embedded: boolean): Misfit | undefined {
  if (value.kind === "string" || (embedded && isObject(value))) return undefined;
  const form = isNumber(value) || value.kind === "boolean" || value.kind === "char";
  return { kind: form ? "another-form" : "another-type", value };
}

const TRUTH = /^(?:true|false)$/i;
const INTEGER = /^[+-]?(?:\d+|0x[\da-f]+)$/i;
const REAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Whether a value is a text that looks like the one that is wanted. */
function formOrType(value: Value, wanted: RegExp): "another-form" | "another-type" {
  return value.kind === "string" && wanted.test(value.value) ? "another-form" : "another-type";
}

function booleanMisfit(value: Value): Misfit | undefined {
  if (value.kind === "boolean") return undefined;
  const number = value.kind === "integer" && (value.value === 0n || value.value === 1n);
  return { kind: number ? "number-for-boolean" : formOrType(value, TRUTH), value };
}

/** Digits, asterisks and signs in their places; whether the day exists is not asked (DSP0004 5.2.4). */
const DATETIME = /^(?:[\d*]{14}\.[\d*]{6}[+-][\d*]{3}|[\d*]{14}\.[\d*]{6}:000)$/;

function datetimeMisfit(value: Value): Misfit | undefined {
  if (value.kind !== "string") return { kind: "another-type", value };
  return DATETIME.test(value.value) ? undefined : { kind: "no-datetime", value };
}

function characterMisfit(value: Value): Misfit | undefined {
  if (value.kind === "char") return undefined;
  if (value.kind === "string") {
    return value.value.length === 1 ? undefined : { kind: "several-characters", value };
  }
  return integerMisfit(value, { name: "uint16", reference: false, array: false });
}

/** A type that is none of the intrinsic ones holds what it likes: a class, or one of MOF 3's. */
function integerMisfit(value: Value, type: DeclaredType): Misfit | undefined {
  const range = integerRange(type.name);
  if (!range) return undefined;
  if (value.kind === "real") {
    const fits = value.value >= Number(range.smallest) && value.value <= Number(range.largest);
    return fits
      ? { kind: "rounded", value, number: value.value }
      : { kind: "out-of-range", value, range, wrapped: undefined };
  }
  if (value.kind === "boolean") return { kind: "another-form", value };
  if (value.kind !== "integer") return { kind: formOrType(value, INTEGER), value };
  const number = value.value;
  if (number >= range.smallest && number <= range.largest) return undefined;
  return { kind: "out-of-range", value, range, wrapped: wrapped(number, range) };
}

/** A number of as many bits as a type has, read with or without a sign as the type is. */
function wrapped(number: bigint, { bits, smallest }: IntegerRange): bigint | undefined {
  const size = 1n << BigInt(bits);
  if (number >= size || number < -size / 2n) return undefined;
  return smallest === 0n ? number + size : number - size;
}
