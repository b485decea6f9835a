/** What `JSON.stringify` made of an instance → its properties again. */
import { classesAround, classFinder, typeOfProperty } from "./class-data.ts";
import { conform, type ConformContext } from "./conform.ts";
import { parseDateTime } from "./datetime.ts";
import { CimError } from "./error.ts";
import { retypeKeys } from "./keys.ts";
import { present } from "./present.ts";
import { parsePath, referenceTo } from "./reference.ts";
import type { CimValue, ClassData, ClassDescriptor, Embedded, TypeCode } from "./types.ts";

/** What {@link fromJson} may be told. */
export interface FromJsonOptions {
  /**
   * Classes of references, and of instances in an `object`. The properties of one that is not
   * listed stay as JSON has them, and so do the keys of such a reference.
   */
  readonly classes?: readonly ClassData[];
}

/**
 * Reads the properties of an instance from what `JSON.stringify` made of it: 64-bit integers
 * and datetimes from text, octets from base64, references from object paths, reals that JSON
 * has no number for (`NaN`, `Infinity`) from their names.
 *
 * @param cls - The class.
 * @param json - The text, or what `JSON.parse` made of it.
 * @param options - See {@link FromJsonOptions}.
 * @returns All properties of the class; those that the text leaves out are null.
 * @throws CimError `"invalid-parameter"` for text that is no JSON, a property that the class
 *   does not have, or a value that is not of its type.
 */
export function fromJson<T>(
  cls: ClassDescriptor<T, string>,
  json: string | object,
  options: FromJsonOptions = {},
): Embedded<T> {
  const reader: Reader = { classOf: classesAround(cls, classFinder(options.classes ?? [])), cls };
  const properties = readAll(cls, typeof json === "string" ? parse(json, cls) : json, reader);
  const presented = Object.entries(cls.properties ?? {}).map(([name, property]) => {
    const value = properties.get(name) ?? null;
    return [name, present(value, typeOfProperty(property), reader.classOf)];
  });
  // As: each property has just been read by its declared type.
  return Object.fromEntries(presented) as Embedded<T>;
}

/** Embedded instances hold embedded instances: JSON may nest them deeper than the stack is high. */
function readAll(cls: ClassData, json: unknown, reader: Reader): Map<string, CimValue> {
  try {
    return readProperties(cls, json, reader);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    const details = { className: cls.name, cause };
    throw new CimError("invalid-parameter", "the instances are nested too deeply", details);
  }
}

interface Reader {
  readonly cls: ClassData;
  readonly classOf: (name: string) => ClassData | undefined;
}

function parse(text: string, cls: ClassData): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CimError("invalid-parameter", "the text is no JSON", { className: cls.name, cause });
  }
}

function readProperties(cls: ClassData, json: unknown, reader: Reader): Map<string, CimValue> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new CimError("invalid-parameter", "an instance is an object", { className: cls.name });
  }
  const declared = cls.properties ?? {};
  return new Map(
    Object.entries(json).map(([name, value]): [string, CimValue] => {
      const property = Object.hasOwn(declared, name) ? declared[name] : undefined;
      if (property === undefined) {
        const sentence = `${name} is no property`;
        throw new CimError("invalid-parameter", sentence, { className: cls.name });
      }
      const type = typeOfProperty(property);
      const { classOf } = reader;
      const context: ConformContext = { place: `property ${name}`, className: cls.name, classOf };
      return [name, conform(read(value, type, reader), type, context)];
    }),
  );
}

/** A value in the shape in which callers hand it over; what has the wrong shape, as it is. */
function read(value: unknown, type: TypeCode, reader: Reader): unknown {
  if (value === null || value === undefined) return null;
  if (!type.endsWith("[]")) return readOne(value, type, reader);
  if (!Array.isArray(value)) return value;
  const one = type.slice(0, -2);
  // As: Array.isArray leaves any.
  return (value as readonly unknown[]).map((member) =>
    member === null ? null : readOne(member, one, reader),
  );
}

function readOne(value: unknown, type: string, reader: Reader): unknown {
  if (type === "object" || type.startsWith("instance ")) return readInstance(value, type, reader);
  if (typeof value !== "string") return value;
  if (type.startsWith("ref ")) return readReference(value, reader);
  switch (type) {
    case "uint64":
    case "sint64":
      return /^-?\d{1,20}$/.test(value) ? BigInt(value) : value;
    case "real32":
    case "real64":
      return ["NaN", "Infinity", "-Infinity", "-0"].includes(value) ? Number(value) : value;
    case "datetime":
    case "interval":
      return parseDateTime(value);
    case "octetstring":
      return /^[A-Za-z0-9+/]*={0,2}$/.test(value) ? octets(value) : value;
    default:
      return value;
  }
}

function octets(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "base64"));
}

function readReference(text: string, { cls, classOf }: Reader): unknown {
  const path = parsePath(text, cls.namespace);
  const target = classOf(path.className);
  return referenceTo(target === undefined ? path : retypeKeys(target, path));
}

/** An embedded instance states its class where the type does not, as `CimInstance` does. */
function readInstance(value: unknown, type: string, reader: Reader): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const stated = type === "object" && "className" in value ? value.className : undefined;
  const className = type === "object" ? stated : type.slice("instance ".length);
  if (typeof className !== "string") return value;
  const cls = reader.classOf(className);
  const members: unknown = type === "object" && "properties" in value ? value.properties : value;
  if (cls === undefined) return type === "object" ? value : { className, properties: value };
  return { className, properties: Object.fromEntries(readProperties(cls, members, reader)) };
}
