/** Classes of the recorded OMI, and how its exchanges are told. */
import { expect } from "vitest";
import {
  type CimDateTime,
  type CimInstance,
  type CimInterval,
  type ClassData,
  type ClassDescriptor,
  defineClass,
  type Embedded,
  type EmbeddedInput,
  formatPath,
  pathOf,
  type Reference,
  type TypeCode,
  type uint16,
  type uint32,
  type uint64,
  type uint8,
} from "../../../src/runtime/index.ts";
import { collect } from "../caught.ts";
import type { Recorded } from "./exchange.ts";
import type { Difference } from "./meaning.ts";
import { partOf } from "./replay.ts";

/** Folder of the recordings. */
export const server = "omi";

/** First number that each test file covers; it ends where the next one begins. */
const parts = { reading: 1, values: 15, methods: 24, embedded: 46, writing: 54, faults: 70 };

/** Names of the exchanges that a test file has to cover. */
export function namesOf(part: keyof typeof parts): readonly string[] {
  return partOf(server, parts, part);
}

/** Those that entries have, sorted; {@link farewell} counts where its turn is. */
export function namesIn(part: keyof typeof parts, entries: readonly Recorded[]): readonly string[] {
  const names = new Set(entries.flatMap((entry) => entry.names));
  if (part !== "reading") names.delete(farewell);
  return [...names].sort();
}

export const header = "/s:Envelope/s:Header";
export const body = "/s:Envelope/s:Body";
export const classUri = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/";

/** Items come with endpoints: we ask for these always. */
const mode = `${body}/n:Enumerate/w:EnumerationMode=EnumerateObjectAndEPR`;
export const withEndpoints: Difference = { recorded: [], ours: [mode] };
/** The same where the recorded client did not ask for items in the first answer, as we do. */
export const optimized: Difference = {
  recorded: [],
  ours: [mode, `${body}/n:Enumerate/w:OptimizeEnumeration`],
};

/** Answers when an enumeration is left that the recorded client simply forgot. */
export const farewell = "09-release";

/** What our release says instead of the recorded one. */
export function releasing(className: string, context: string): Difference {
  const line = (id: string): string => `${body}/n:Release/n:EnumerationContext=${id}`;
  const uri = (name: string): string => `${header}/w:ResourceURI=${classUri}${name}`;
  const isOther = className !== "MSFT_Person";
  return {
    recorded: [line("600178688"), ...(isOther ? [uri("MSFT_Person")] : [])],
    ours: [line(context), ...(isOther ? [uri(className)] : [])],
  };
}

/** What OMI says to what it cannot do. */
export const unsupported = {
  code: "not-supported",
  cimStatus: 7,
  httpStatus: 500,
  subcode: "UnsupportedFeature",
};

/** Addresses of the server in references, which are those of another port here. */
export function addressed(places: readonly string[], others?: Difference): Difference {
  const recorded = places.map((place) => `${place}/a:Address=http://127.0.0.1:5985/wsman`);
  const ours = places.map((place): unknown => {
    const escaped = `${place}/a:Address=`.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return expect.stringMatching(new RegExp(`^${escaped}http://127\\.0\\.0\\.1:\\d+/wsman$`));
  });
  return {
    recorded: [...recorded, ...(others?.recorded ?? [])].sort(),
    // As: a matcher stands for the line that it matches.
    ours: [...(others?.ours ?? []), ...(ours as string[])],
  };
}

/** All items, their properties alone. */
export async function all(items: AsyncIterable<object>): Promise<readonly object[]> {
  return (await collect(items)).map((item) => ({ ...item }));
}

/** The first items, their properties alone; then the loop is left. */
export async function first(
  count: number,
  items: AsyncIterable<object>,
): Promise<readonly object[]> {
  const taken: object[] = [];
  for await (const item of items) {
    taken.push({ ...item });
    if (taken.length === count) break;
  }
  return taken;
}

/** Where something is, as text. */
export function placeOf(reference: Reference<unknown>): string {
  return formatPath(pathOf(reference));
}

const common = { format: 1, namespace: "root/test" } as const;

export interface Base {
  readonly Key: uint32;
}
export const Base: ClassDescriptor<Base, "Key"> = defineClass({
  ...common,
  name: "MSFT_Base",
  keys: ["Key"],
  properties: { Key: "uint32" },
});

/** Scalars that `TestAllTypes` takes and gives; of each there is an array as well. */
export interface AllScalars {
  readonly b: boolean;
  readonly u8: number;
  readonly s8: number;
  readonly u16: number;
  readonly s16: number;
  readonly u32: number;
  readonly s32: number;
  readonly u64: bigint;
  readonly s64: bigint;
  readonly r32: number;
  readonly r64: number;
  readonly dt: CimDateTime | CimInterval;
  readonly rf: Reference<Base>;
  readonly s: string;
  readonly c16: string;
}
export type AllValues = AllScalars & {
  readonly [P in keyof AllScalars as `${P}A`]: readonly AllScalars[P][];
};

const scalars = {
  ...{ b: "boolean", u8: "uint8", s8: "sint8", u16: "uint16", s16: "sint16" },
  ...{ u32: "uint32", s32: "sint32", u64: "uint64", s64: "sint64", r32: "real32" },
  ...{ r64: "real64", dt: "datetime", rf: "ref MSFT_Base", s: "string", c16: "char16" },
} as const satisfies Record<keyof AllScalars, TypeCode>;
const arrays = Object.fromEntries(
  Object.entries(scalars).map(([name, type]) => [`${name}A`, `${type}[]`]),
);
const everything = { ...scalars, ...arrays };

export interface Person extends Base {
  readonly Species: string | null;
  readonly Last: string | null;
  readonly First: string | null;
  readonly ExpensiveProperty: uint32 | null;
  Add(input: { X: number; Y: number }): { ReturnValue: uint32; Z: number | null };
  TestAllTypes(input: Partial<AllValues>): { ReturnValue: string } & {
    readonly [P in keyof AllValues]: AllValues[P] | null;
  };
  StreamParams(input: { InArg: readonly uint32[] }): {
    ReturnValue: uint32;
    OutArg: readonly uint32[] | null;
  };
}
/** Without its name, for those classes that are wrong in one thing. */
export const personData: Omit<ClassData, "name"> = {
  ...common,
  keys: ["Key"],
  properties: {
    Key: "uint32",
    Species: "string",
    Last: "string",
    First: "string",
    ExpensiveProperty: "uint32",
  },
  methods: {
    Add: { in: { X: "real32", Y: "real32" }, out: { Z: "real32" }, returns: "uint32" },
    TestAllTypes: {
      in: everything,
      optional: Object.keys(everything),
      out: everything,
      returns: "string",
    },
    StreamParams: { in: { InArg: "uint32[]" }, out: { OutArg: "uint32[]" }, returns: "uint32" },
  },
};
export const Person: ClassDescriptor<Person, "Key"> = defineClass({
  ...personData,
  name: "MSFT_Person",
});

export interface Friends {
  readonly Left: Reference<Person>;
  readonly Right: Reference<Person>;
  AddFriend(input: { Friend: Reference<Person> }): uint32;
}
export const Friends: ClassDescriptor<Friends, "Left" | "Right"> = defineClass({
  ...common,
  name: "MSFT_Friends",
  association: true,
  keys: ["Left", "Right"],
  properties: { Left: "ref MSFT_Person", Right: "ref MSFT_Person" },
  methods: { AddFriend: { in: { Friend: "ref MSFT_Person" }, returns: "uint32" } },
});

export interface ForEmbedded {
  readonly embeddedStringValue: string;
}
export const ForEmbedded: ClassDescriptor<ForEmbedded, "embeddedStringValue"> = defineClass({
  ...common,
  name: "TestClass_ForEmbedded",
  keys: ["embeddedStringValue"],
  properties: { embeddedStringValue: "string" },
});

export interface AllTypes {
  readonly v_Key: uint64;
  readonly v_bool: boolean | null;
  readonly v_uint8: uint8 | null;
  readonly v_sint8: number | null;
  readonly v_UINT16: uint16 | null;
  readonly v_sint16: number | null;
  readonly v_uint32: uint32 | null;
  readonly v_sint32: number | null;
  readonly v_uint64: bigint | null;
  readonly v_sint64: bigint | null;
  readonly v_rEal32: number | null;
  readonly v_Real64: number | null;
  readonly v_char16: string | null;
  readonly v_string: string | null;
  readonly v_DATETIME: CimDateTime | CimInterval | null;
  readonly v_embeddedObject: CimInstance | null;
  readonly v_embeddedInstance: ForEmbedded | null;
  readonly v_reference: Reference<ForEmbedded> | null;
  readonly v_octetUint8: Uint8Array | null;
  GetBoolValue(): { ReturnValue: uint32; boolVal: boolean | null };
  GetUint64Value(): { ReturnValue: uint32; Uint64Val: uint64 | null };
  GetOctetUint8Value(): { ReturnValue: uint32; v_octetUint8Val: Uint8Array | null };
  SetEmbeddedInstanceValue(input: { EmbeddedInstanceVal: EmbeddedInput<ForEmbedded> }): uint32;
  GetEmbeddedInstanceValue(): {
    ReturnValue: uint32;
    EmbeddedInstanceVal: Embedded<ForEmbedded> | null;
  };
  SetReferenceValue(input: { ReferenceVal: Reference<ForEmbedded> }): uint32;
  GetReferenceValue(): { ReturnValue: uint32; ReferenceVal: Reference<ForEmbedded> | null };
}
const embedded = "instance TestClass_ForEmbedded";
const reference = "ref TestClass_ForEmbedded";
export const AllTypes: ClassDescriptor<AllTypes, "v_Key"> = defineClass({
  ...common,
  name: "TestClass_AllDMTFTypes",
  keys: ["v_Key"],
  properties: {
    ...{ v_Key: "uint64", v_bool: "boolean", v_uint8: "uint8", v_sint8: "sint8" },
    ...{ v_UINT16: "uint16", v_sint16: "sint16", v_uint32: "uint32", v_sint32: "sint32" },
    ...{ v_uint64: "uint64", v_sint64: "sint64", v_rEal32: "real32", v_Real64: "real64" },
    ...{ v_char16: "char16", v_string: "string", v_DATETIME: "datetime" },
    ...{ v_embeddedObject: "object", v_embeddedInstance: embedded, v_reference: reference },
    v_octetUint8: "octetstring",
  },
  methods: {
    GetBoolValue: { out: { boolVal: "boolean" }, returns: "uint32" },
    GetUint64Value: { out: { Uint64Val: "uint64" }, returns: "uint32" },
    GetOctetUint8Value: { out: { v_octetUint8Val: "octetstring" }, returns: "uint32" },
    SetEmbeddedInstanceValue: { in: { EmbeddedInstanceVal: embedded }, returns: "uint32" },
    GetEmbeddedInstanceValue: { out: { EmbeddedInstanceVal: embedded }, returns: "uint32" },
    SetReferenceValue: { in: { ReferenceVal: reference }, returns: "uint32" },
    GetReferenceValue: { out: { ReferenceVal: reference }, returns: "uint32" },
  },
});

/** What instance 1 of {@link AllTypes} has. */
export const secondOfAllTypes = {
  v_Key: 1n,
  v_bool: true,
  v_uint8: 16,
  v_sint8: -14,
  v_UINT16: 256,
  v_sint16: -254,
  v_uint32: 65536,
  v_sint32: -65534,
  v_uint64: 0n,
  v_sint64: -4294967294n,
  // The server prints more digits than the type has.
  v_rEal32: 101.3,
  v_Real64: 1.014234,
  v_char16: '"',
  v_string: "TestString 1",
  v_DATETIME: "time 20010101010101.000001+830",
  v_embeddedObject: null,
  v_embeddedInstance: null,
  v_reference: null,
  v_octetUint8: "octets 424344",
};
/** What instance 777 of {@link Person} has. */
export const provided = {
  Key: 777,
  Species: "c-provider",
  Last: "-C- Provider",
  First: "Test",
  ExpensiveProperty: null,
};

export interface PhysicalDisk {
  readonly serialNumber: string;
  readonly numSectors: uint64 | null;
  readonly sectorSize: uint32 | null;
}
const diskProperties = { serialNumber: "string", numSectors: "uint64", sectorSize: "uint32" };
export const PhysicalDisk: ClassDescriptor<PhysicalDisk, "serialNumber"> = defineClass({
  ...common,
  name: "Test_PhysicalDisk",
  keys: ["serialNumber"],
  properties: diskProperties,
});
export const VirtualDisk: ClassDescriptor<
  PhysicalDisk & { readonly filePath: string | null },
  "serialNumber"
> = defineClass({
  ...common,
  name: "Test_VirtualDisk",
  keys: ["serialNumber"],
  properties: { ...diskProperties, filePath: "string" },
});
