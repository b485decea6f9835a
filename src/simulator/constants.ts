/** Constants of a schema → values of their types. */
import type { CimConstant, CimType, SchemaInstance } from "../model/index.ts";
import { parseDateTime } from "../runtime/datetime.ts";
import { CimInterval } from "../runtime/interval.ts";
import { CimError } from "../runtime/error.ts";
import { parsePath, referenceTo } from "../runtime/reference.ts";
import type { CimInstance, CimValue, InstancePath } from "../runtime/types.ts";

/** What a constant means depends on what stands around it. */
export interface ConstantContext {
  /** Where the constant stands, for the error's sentence. */
  readonly place: string;
  /** Namespace of references that state none. */
  readonly namespace: string;
  /** The instance that `$Alias` stands for. */
  readonly aliased: (alias: string) => SchemaInstance | undefined;
  /** The path of an instance; `undefined` when its class is unknown. */
  readonly pathOf: (instance: SchemaInstance) => InstancePath | undefined;
  /** An instance as a value. */
  readonly embed: (instance: SchemaInstance) => CimInstance;
}

/**
 * The value of a constant. Whether it fits the type in every respect is for the
 * store to say.
 *
 * @param constant - What the source states.
 * @param type - Type of the property.
 * @param context - See {@link ConstantContext}.
 * @throws CimError `"invalid-parameter"` when it cannot be brought into the type.
 */
export function valueOf(constant: CimConstant, type: CimType, context: ConstantContext): CimValue {
  if (constant === null) return null;
  if (type.array === false) return one(constant, type, context);
  const members = isList(constant) ? constant : [constant];
  return members.map((member) => (member === null ? null : one(member, type, context)));
}

/**
 * The value of a constant whose type nobody knows: a property of an embedded
 * instance whose class is not in the schema.
 *
 * @param constant - What the source states.
 * @param context - See {@link ConstantContext}.
 */
export function untypedValueOf(constant: CimConstant, context: ConstantContext): CimValue {
  if (isList(constant)) return constant.map((member) => untypedValueOf(member, context));
  if (typeof constant === "bigint") return number(constant);
  if (constant === null || typeof constant !== "object") return constant;
  return constant.kind === "alias" ? reference(constant, context) : context.embed(constant);
}

function one(constant: CimConstant, type: CimType, context: ConstantContext): CimValue {
  if (type.kind === "octetstring") return octets(constant, context);
  if (constant === null || isList(constant)) throw refuse(type, context);
  switch (type.kind) {
    case "reference":
      return reference(constant, context);
    case "embedded-instance":
    case "embedded-object":
      return embedded(constant, type, context);
    case "interval":
      return time(constant, type, context);
    case "intrinsic":
      return intrinsic(constant, type, context);
  }
}

function intrinsic(
  constant: CimConstant,
  type: CimType & { readonly kind: "intrinsic" },
  context: ConstantContext,
): CimValue {
  if (constant !== null && typeof constant === "object") throw refuse(type, context);
  const { name } = type;
  if (name === "datetime") return time(constant, type, context);
  if (typeof constant !== "bigint") return constant;
  if (name === "char16") return String.fromCharCode(Number(BigInt.asUintN(16, constant)));
  if (name === "real32" || name === "real64") return Number(constant);
  return name.endsWith("64") ? constant : number(constant);
}

function time(constant: CimConstant, type: CimType, context: ConstantContext): CimValue {
  if (typeof constant !== "string") throw refuse(type, context);
  try {
    return type.kind === "interval" ? CimInterval.parse(constant) : parseDateTime(constant);
  } catch (cause) {
    throw refuse(type, context, cause);
  }
}

/** An alias, or an object path as text (DSP0004 7.9). */
function reference(constant: CimConstant, context: ConstantContext): CimValue {
  if (typeof constant === "string") return referenceTo(parsePath(constant, context.namespace));
  if (constant === null || typeof constant !== "object" || isList(constant)) {
    throw new CimError("invalid-parameter", `${context.place} must be an alias or an object path`);
  }
  const target = constant.kind === "alias" ? context.aliased(constant.alias) : constant;
  const path = target === undefined ? undefined : context.pathOf(target);
  // An instance of a class that nobody declares, such as WMI's __Win32Provider, cannot be found.
  return path === undefined ? null : referenceTo(path);
}

function embedded(constant: CimConstant, type: CimType, context: ConstantContext): CimValue {
  if (constant === null || typeof constant !== "object" || isList(constant)) {
    throw refuse(type, context);
  }
  const instance = constant.kind === "alias" ? context.aliased(constant.alias) : constant;
  return instance === undefined ? null : context.embed(instance);
}

/** Numbers, or `0x` and digits behind a length of four bytes (DSP0004 5.6.3.34). */
function octets(constant: CimConstant, context: ConstantContext): Uint8Array {
  if (typeof constant === "string" && /^0x(?:[\da-f]{2})*$/i.test(constant)) {
    const bytes = Buffer.from(constant.slice(2), "hex");
    const isCounted = bytes.length >= 4 && bytes.readUInt32BE(0) === bytes.length;
    return new Uint8Array(isCounted ? bytes.subarray(4) : bytes);
  }
  const members = isList(constant) ? constant : [constant];
  return Uint8Array.from(members, (member) => {
    if (typeof member === "bigint" && member >= 0n && member < 256n) return Number(member);
    throw new CimError("invalid-parameter", `${context.place} must be octets`);
  });
}

/** A number as long as that loses nothing; the store refuses the rest for types of 32 bits and less. */
function number(value: bigint): number | bigint {
  return BigInt.asIntN(53, value) === value ? Number(value) : value;
}

function isList(constant: CimConstant): constant is readonly CimConstant[] {
  return Array.isArray(constant);
}

function refuse(type: CimType, { place }: ConstantContext, cause?: unknown): CimError {
  const wanted = type.kind === "intrinsic" ? type.name : type.kind;
  return new CimError(
    "invalid-parameter",
    `${place} must be of type ${wanted}`,
    cause === undefined ? {} : { cause },
  );
}
