/** Values of every CIM type, extreme ones among them, that WS-Management can carry. */
import fc from "fast-check";
import {
  CimDateTime,
  type CimInstance,
  CimInterval,
  type CimValue,
  type ClassData,
  type InstancePath,
  type KeyValue,
  referenceTo,
  type TypeCode,
} from "../../src/runtime/index.ts";

/** Finds the classes of what is embedded or referred to. */
export type ClassOf = (name: string) => ClassData;

const integerBits: Readonly<Record<string, number>> = {
  uint8: 8,
  uint16: 16,
  uint32: 32,
  sint8: -8,
  sint16: -16,
  sint32: -32,
};

function integers(type: string): fc.Arbitrary<number> {
  const bits = integerBits[type] ?? 0;
  const min = bits < 0 ? -(2 ** (-bits - 1)) : 0;
  const max = bits < 0 ? 2 ** (-bits - 1) - 1 : 2 ** bits - 1;
  return fc.oneof(fc.constantFrom(min, max, 0, 1), fc.integer({ min, max }));
}

/** The decimal number with fewest digits that a single stands for, as people write it. */
function shortest(single: number): number {
  if (!Number.isFinite(single)) return single;
  const candidates = Array.from({ length: 9 }, (_, index) => Number(single.toPrecision(index + 1)));
  return candidates.find((candidate) => Math.fround(candidate) === single) ?? single;
}

const extremeReals = [0, -0, Infinity, -Infinity, NaN, 1e21, 1e-7];

/** Code points that XML 1.0 can carry. */
const texts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("", " ", "\t", "\n", "\r", "\r\n", "]]>", "<a>&amp;</a>", "0", "true", "\ufffd"),
  fc.constantFrom(
    "x".repeat(20_000),
    "\u{1f600}".repeat(2000),
    " padded ",
    "\ufeff",
    "\u0085\u2028",
  ),
  fc.string({ unit: "grapheme-composite" }),
  fc
    .string({ unit: "binary" })
    .map((text) => text.replace(/[^\t\n\r\P{C}]|\p{Cs}|[\ufffe\uffff]/gu, "")),
);

/** No tab: a client of OMI sends 9, which is a digit to a server that does not know that it is one. */
const letters: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("0", "9", " ", "\n", "\r", "<", "\ufffd", "\ud7ff", "\ue000"),
  fc.integer({ min: 0x20, max: 0xd7ff }).map((unit) => String.fromCharCode(unit)),
);

const digits = (count: number, max = 10 ** count - 1): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max }).map((value) => String(value).padStart(count, "0"));

/** `count` digits, or all of it not stated. */
const field = (count: number, max?: number): fc.Arbitrary<string> =>
  fc.oneof({ weight: 4, arbitrary: digits(count, max) }, fc.constant("*".repeat(count)));

/** Six digits, of which the last ones may be left open. */
const microseconds: fc.Arbitrary<string> = fc
  .tuple(digits(6), fc.constantFrom(6, 6, 6, 5, 3, 0))
  .map(([text, stated]) => text.slice(0, stated).padEnd(6, "*"));

const zone: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("+", "-"),
    fc.oneof(fc.constantFrom("000", "840", "841", "***"), digits(3)),
  )
  .map((parts) => parts.join(""));

const clock = [field(2, 23), field(2, 59), field(2, 59)];

const timestamps: fc.Arbitrary<CimDateTime> = fc.oneof(
  fc
    .constantFrom(
      ...["00010101000000.000000+000", "99991231235959.999999-999", "00000000000000.000000+000"],
      ...["20240229120000.000001+060", "20260101******.******+000", "********120000.000000+***"],
      ...["**************.******+000", "20260101000000.000000-000", "20260101000000.000000-***"],
    )
    .map((text) => CimDateTime.parse(text)),
  fc
    .tuple(field(4), field(2, 12), field(2, 28), ...clock, fc.constant("."), microseconds, zone)
    .map((parts) => CimDateTime.parse(parts.join(""))),
);

const intervals: fc.Arbitrary<CimInterval> = fc.oneof(
  fc
    .constantFrom(
      ...["00000000000000.000000:000", "99999999235959.999999:000", "********010203.000000:000"],
      ...["00000001020304.000005:000", "00000001020304.500000:000"],
    )
    .map((text) => CimInterval.parse(text)),
  fc
    .tuple(field(8), ...clock, fc.constant("."), microseconds, fc.constant(":000"))
    .map((parts) => CimInterval.parse(parts.join(""))),
);

/** Octets whose base64 looks like hexadecimal or like a number are among them. */
const octets: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.constantFrom(
    ...[[], [0], [255], [0xd3, 0x1f, 0x00], [0xd3, 0x1d, 0x34], [0xd7, 0x6d, 0xf8]].map((bytes) =>
      Uint8Array.from(bytes),
    ),
  ),
  fc.uint8Array({ maxLength: 40 }),
);

/**
 * An array; its null is no member alone, since that cannot be told from a null array.
 */
function arrays(type: string, classOf: ClassOf): fc.Arbitrary<CimValue> {
  return fc
    .array(nullable(scalars(type, classOf)), { maxLength: 5 })
    .filter((members) => members.length !== 1 || members[0] !== null);
}

/** Keys of every type that a class has; references to it. */
function references(className: string, classOf: ClassOf): fc.Arbitrary<CimValue> {
  return paths(classOf(className), classOf).map((path) => referenceTo(path));
}

/** Paths of instances of a class. */
export function paths(cls: ClassData, classOf: ClassOf): fc.Arbitrary<InstancePath> {
  const keys = (cls.keys ?? []).map((name): [string, fc.Arbitrary<KeyValue>] => {
    const type = typeOf(cls, name);
    const key = type.startsWith("ref ")
      ? paths(classOf(type.slice("ref ".length)), classOf)
      : // As: what is no reference, array or instance is a key's value as it is.
        (scalars(type, classOf) as fc.Arbitrary<KeyValue>);
    return [name, key];
  });
  const { name: className, namespace } = cls;
  return fc
    .record(Object.fromEntries(keys))
    .map((values) => ({ namespace, className, keys: values }));
}

/** Embedded instances with all properties, in the form of transports. */
function instances(className: string, classOf: ClassOf, depth = 2): fc.Arbitrary<CimInstance> {
  const cls = classOf(className);
  const properties = Object.keys(cls.properties ?? {}).map(
    (name): [string, fc.Arbitrary<CimValue>] => {
      const type = typeOf(cls, name);
      const inner = type.startsWith("instance ") ? type.slice("instance ".length) : undefined;
      if (inner === undefined) return [name, values(type, classOf)];
      return [
        name,
        depth === 0 ? fc.constant(null) : nullable(instances(inner, classOf, depth - 1)),
      ];
    },
  );
  return fc.record(Object.fromEntries(properties)).map((all) => ({ className, properties: all }));
}

function typeOf(cls: ClassData, name: string): TypeCode {
  const property = cls.properties?.[name];
  if (property === undefined) throw new Error(`${cls.name} has no ${name}`);
  return typeof property === "string" ? property : property.type;
}

function nullable<T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(values, { nil: null, freq: 5 });
}

/** A value of a type, never null. */
export function scalars(type: string, classOf: ClassOf): fc.Arbitrary<CimValue> {
  if (type in integerBits) return integers(type);
  if (type.startsWith("ref ")) return references(type.slice("ref ".length), classOf);
  if (type.startsWith("instance ")) return instances(type.slice("instance ".length), classOf);
  // An embedded object may be of any class; here it is one that both sides know.
  if (type === "object") return instances("Sample_Item", classOf);
  switch (type) {
    case "boolean":
      return fc.boolean();
    case "uint64":
      return fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    case "sint64":
      return fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    case "real32":
      return fc.oneof(
        fc.constantFrom(...extremeReals, 3.4028235e38, 1e-45),
        fc.float().map(shortest),
      );
    case "real64":
      return fc.oneof(fc.constantFrom(...extremeReals, Number.MAX_VALUE, 5e-324), fc.double());
    case "char16":
      return letters;
    case "string":
      return texts;
    case "datetime":
      return fc.oneof(timestamps, intervals);
    case "interval":
      return intervals;
    case "octetstring":
      return octets;
    default:
      throw new Error(`no values of type ${type}`);
  }
}

/** A value of a type, or null. */
export function values(type: TypeCode, classOf: ClassOf): fc.Arbitrary<CimValue> {
  const one = type.endsWith("[]") ? arrays(type.slice(0, -2), classOf) : scalars(type, classOf);
  return nullable(one);
}
