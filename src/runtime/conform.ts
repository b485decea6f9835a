/** What a caller handed over → a value of a CIM type, or an error that says what was expected. */
import { CimDateTime } from "./datetime.ts";
import { CimInterval } from "./interval.ts";
import { CimError, type CimErrorContext } from "./error.ts";
import { isReference } from "./reference.ts";
import type { CimInstance, CimValue, ClassData, TypeCode } from "./types.ts";

/** Where a value stands, for the error's sentence. */
export interface ConformContext extends CimErrorContext {
  /** For example `parameter Force`. */
  readonly place: string;
  /** Finds the class of an embedded instance, so that its members are checked as well. */
  readonly classOf?: (name: string) => ClassData | undefined;
}

/**
 * Checks a value against a type and brings it into the form that transports
 * take: a safe integer becomes a bigint where 64 bits are declared, a plain
 * object an embedded instance.
 *
 * @param value - Whatever the caller handed over; `undefined` counts as null.
 * @param type - The declared type.
 * @param context - Where the value stands.
 * @throws CimError `"invalid-parameter"` when it is not of the type.
 */
export function conform(value: unknown, type: TypeCode, context: ConformContext): CimValue {
  if (value === null || value === undefined) return null;
  if (!type.endsWith("[]")) return conformOne(value, type, context);
  if (!Array.isArray(value)) throw refuse(value, type, context);
  const one = type.slice(0, -2);
  // As: Array.isArray leaves any.
  return (value as readonly unknown[]).map((member, index) => {
    const place = `${context.place}[${index}]`;
    return member === null ? null : conformOne(member, one, { ...context, place });
  });
}

function conformOne(value: unknown, type: string, context: ConformContext): CimValue {
  if (type.startsWith("ref ")) return expect(isReference(value), value, type, context);
  if (type === "object") return embedded(value, undefined, context);
  if (type.startsWith("instance ")) return embedded(value, type.slice("instance ".length), context);
  const bits = /^([us])int(8|16|32|64)$/.exec(type);
  if (bits !== null) return integer(value, bits[1] === "s", Number(bits[2]), type, context);
  switch (type) {
    case "boolean":
    case "string":
      return expect(typeof value === type, value, type, context);
    case "char16":
      return expect(typeof value === "string" && value.length === 1, value, type, context);
    case "real32":
      return expect(isSingle(value), value, type, context);
    case "real64":
      return expect(typeof value === "number", value, type, context);
    case "datetime":
      return expect(
        value instanceof CimDateTime || value instanceof CimInterval,
        value,
        type,
        context,
      );
    case "interval":
      return expect(value instanceof CimInterval, value, type, context);
    case "octetstring":
      return expect(value instanceof Uint8Array, value, type, context);
    default:
      throw refuse(value, type, context);
  }
}

function expect(isRight: boolean, value: unknown, type: string, context: ConformContext): CimValue {
  if (!isRight) throw refuse(value, type, context);
  // As: the caller has just established it.
  return value as CimValue;
}

/** Digits that a single does not have are cut off, as in every language; a number beyond it is refused. */
function isSingle(value: unknown): boolean {
  return (
    typeof value === "number" && Number.isFinite(value) === Number.isFinite(Math.fround(value))
  );
}

function integer(
  value: unknown,
  isSigned: boolean,
  bits: number,
  type: string,
  context: ConformContext,
): CimValue {
  if (typeof value !== "bigint" && !(typeof value === "number" && Number.isSafeInteger(value))) {
    throw refuse(value, type, context);
  }
  const exact = BigInt(value);
  const wrapped = isSigned ? BigInt.asIntN(bits, exact) : BigInt.asUintN(bits, exact);
  // A bigint for 32 bits is a mix-up of parameters more often than a wish.
  if (wrapped !== exact || (bits < 64 && typeof value === "bigint"))
    throw refuse(value, type, context);
  return bits === 64 ? exact : Number(exact);
}

function embedded(value: unknown, declared: string | undefined, context: ConformContext): CimValue {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw refuse(value, declared ?? "CimInstance", context);
  }
  const given = asCimInstance(value);
  const className = given?.className ?? declared;
  if (className === undefined) throw refuse(value, "CimInstance", context);
  const cls = context.classOf?.(className);
  const properties = Object.entries(given?.properties ?? value).map(
    ([name, member]): [string, CimValue] => [name, embeddedMember(name, member, cls, context)],
  );
  return { className, properties: Object.fromEntries(properties) };
}

function asCimInstance(value: object): CimInstance | undefined {
  if (!("className" in value) || typeof value.className !== "string") return undefined;
  // As: both members are there; a class with exactly these two properties is taken for one, too.
  return "properties" in value && typeof value.properties === "object"
    ? (value as CimInstance)
    : undefined;
}

function embeddedMember(
  name: string,
  member: unknown,
  cls: ClassData | undefined,
  context: ConformContext,
): CimValue {
  const place = `${context.place}.${name}`;
  if (cls === undefined) return implied(member, { ...context, place });
  const properties = cls.properties ?? {};
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (property === undefined) {
    throw new CimError(
      "invalid-parameter",
      `${place} is no property of ${cls.name}`,
      trace(context),
    );
  }
  return conform(member, typeof property === "string" ? property : property.type, {
    ...context,
    place,
  });
}

/** A member of an instance of an unknown class: its type is what JavaScript says. */
function implied(value: unknown, context: ConformContext): CimValue {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) {
    // As: Array.isArray leaves any.
    return (value as readonly unknown[]).map((member) => implied(member, context));
  }
  if (typeof value !== "object") {
    const isScalar = typeof value !== "function" && typeof value !== "symbol";
    return expect(isScalar, value, "CIM value", context);
  }
  const isLeaf =
    value instanceof CimDateTime ||
    value instanceof CimInterval ||
    value instanceof Uint8Array ||
    isReference(value);
  // As: each of the four is a CimValue.
  return isLeaf ? value : embedded(value, undefined, context);
}

function refuse(value: unknown, type: string, context: ConformContext): CimError {
  return new CimError(
    "invalid-parameter",
    `${context.place} must be ${article(type)}${hint(type)}, not ${describe(value)}`,
    trace(context),
  );
}

function trace({ operation, className, method }: ConformContext): CimErrorContext {
  return {
    ...(operation === undefined ? {} : { operation }),
    ...(className === undefined ? {} : { className }),
    ...(method === undefined ? {} : { method }),
  };
}

function article(type: string): string {
  if (type.endsWith("[]")) return `an array of ${type.slice(0, -2)}`;
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}

function hint(type: string): string {
  switch (type.replace("[]", "")) {
    case "datetime":
      return " (CimDateTime or CimInterval)";
    case "interval":
      return " (CimInterval)";
    case "octetstring":
      return " (Uint8Array)";
    case "uint64":
    case "sint64":
      return " (bigint, or a safe integer)";
    default:
      return "";
  }
}

/** Names the kind of a value and shows numbers; strings are not shown, they may be secrets. */
function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "bigint") return `the bigint ${value}`;
  if (Array.isArray(value)) return "an array";
  if (typeof value !== "object") return `a ${typeof value}`;
  // Not every object has a constructor, and not every constructor is one.
  const maker: unknown = "constructor" in value ? value.constructor : undefined;
  const name = typeof maker === "function" ? maker.name : "";
  return name === "" || name === "Object" ? "an object" : `a ${name}`;
}
