/** A small world with every CIM type, associations, subclasses and indications. */
import {
  type CimDateTime,
  type CimInstance,
  type CimInterval,
  type ClassData,
  type ClassDescriptor,
  type Changes,
  type char16,
  defineClass,
  type real32,
  type real64,
  type Reference,
  type sint16,
  type sint32,
  type sint64,
  type sint8,
  type uint16,
  type uint32,
  type uint64,
  type uint8,
} from "../../../src/runtime/index.ts";

export interface Test_Setting {
  readonly Name: string | null;
  readonly Level: uint32 | null;
  readonly Big: uint64 | null;
  readonly Tags: readonly string[] | null;
  readonly Inner: Test_Setting | null;
}

const settingProperties = {
  Name: "string",
  Level: "uint32",
  Big: "uint64",
  Tags: "string[]",
  Inner: "instance Test_Setting",
} as const;

export const Test_Setting: ClassDescriptor<Test_Setting> = /* @__PURE__ */ defineClass({
  format: 1,
  name: "Test_Setting",
  namespace: "root/test",
  properties: settingProperties,
});

/** One property of every type, scalar and array. */
export interface Test_Everything {
  readonly Id: uint32;
  readonly Flag: boolean | null;
  readonly U8: uint8 | null;
  readonly U16: uint16 | null;
  readonly U32: uint32 | null;
  readonly U64: uint64 | null;
  readonly S8: sint8 | null;
  readonly S16: sint16 | null;
  readonly S32: sint32 | null;
  readonly S64: sint64 | null;
  readonly R32: real32 | null;
  readonly R64: real64 | null;
  readonly Char: char16 | null;
  readonly Text: string | null;
  readonly When: CimDateTime | CimInterval | null;
  readonly Span: CimInterval | null;
  readonly Octets: Uint8Array | null;
  readonly Ref: Reference<Test_Device> | null;
  readonly Embedded: Test_Setting | null;
  readonly Anything: CimInstance | null;
  readonly Flags: readonly (boolean | null)[] | null;
  readonly U8s: readonly (uint8 | null)[] | null;
  readonly U16s: readonly (uint16 | null)[] | null;
  readonly U32s: readonly (uint32 | null)[] | null;
  readonly U64s: readonly (uint64 | null)[] | null;
  readonly S8s: readonly (sint8 | null)[] | null;
  readonly S16s: readonly (sint16 | null)[] | null;
  readonly S32s: readonly (sint32 | null)[] | null;
  readonly S64s: readonly (sint64 | null)[] | null;
  readonly R32s: readonly (real32 | null)[] | null;
  readonly R64s: readonly (real64 | null)[] | null;
  readonly Chars: readonly (char16 | null)[] | null;
  readonly Texts: readonly (string | null)[] | null;
  readonly Whens: readonly (CimDateTime | CimInterval | null)[] | null;
  readonly Spans: readonly (CimInterval | null)[] | null;
  readonly OctetsList: readonly (Uint8Array | null)[] | null;
  readonly Refs: readonly (Reference<Test_Device> | null)[] | null;
  readonly EmbeddedList: readonly (Test_Setting | null)[] | null;
  readonly AnythingList: readonly (CimInstance | null)[] | null;
  /** Gives back what it is given, one parameter of every type. */
  Echo(input?: Partial<Test_Values>): Test_Values & { ReturnValue: uint32 };
}

/** The values that travel: all properties but the key. */
export type Test_Values = {
  [P in Exclude<keyof Test_Everything, "Id" | "Echo">]: Test_Everything[P];
};

export const types = {
  Flag: "boolean",
  U8: "uint8",
  U16: "uint16",
  U32: "uint32",
  U64: "uint64",
  S8: "sint8",
  S16: "sint16",
  S32: "sint32",
  S64: "sint64",
  R32: "real32",
  R64: "real64",
  Char: "char16",
  Text: "string",
  When: "datetime",
  Span: "interval",
  Octets: "octetstring",
  Ref: "ref Test_Device",
  Embedded: "instance Test_Setting",
  Anything: "object",
  Flags: "boolean[]",
  U8s: "uint8[]",
  U16s: "uint16[]",
  U32s: "uint32[]",
  U64s: "uint64[]",
  S8s: "sint8[]",
  S16s: "sint16[]",
  S32s: "sint32[]",
  S64s: "sint64[]",
  R32s: "real32[]",
  R64s: "real64[]",
  Chars: "char16[]",
  Texts: "string[]",
  Whens: "datetime[]",
  Spans: "interval[]",
  OctetsList: "octetstring[]",
  Refs: "ref Test_Device[]",
  EmbeddedList: "instance Test_Setting[]",
  AnythingList: "object[]",
} as const;

export const Test_Everything: ClassDescriptor<Test_Everything, "Id"> = /* @__PURE__ */ defineClass({
  format: 1,
  name: "Test_Everything",
  namespace: "root/test",
  keys: ["Id"],
  properties: { Id: "uint32", ...types },
  methods: {
    Echo: { in: types, optional: Object.keys(types), out: types, returns: "uint32" },
  },
  embedded: { Test_Setting: settingProperties },
});

export interface Test_Device {
  readonly Name: string;
  readonly Slot: uint32;
  readonly Power: uint64 | null;
  readonly State: string | null;
  Start(input: { Delay: uint32; Reason?: string | null }): uint32;
  Fail(input: { Code: uint32 }): uint32;
}

export interface Test_Device_Static {
  Count(input?: { State?: string | null }): uint32;
}

export type Test_Device_Write = Changes<Test_Device, "Power" | "State">;

const deviceProperties = {
  Name: "string",
  Slot: "uint32",
  Power: { type: "uint64", write: true },
  State: { type: "string", write: true },
} as const;
const deviceMethods = {
  Start: { in: { Delay: "uint32", Reason: "string" }, optional: ["Reason"], returns: "uint32" },
  Fail: { in: { Code: "uint32" }, returns: "uint32" },
  Count: { static: true, in: { State: "string" }, optional: ["State"], returns: "uint32" },
} as const;

export const Test_Device: ClassDescriptor<
  Test_Device,
  "Name" | "Slot",
  Test_Device_Static,
  Test_Device_Write
> = /* @__PURE__ */ defineClass({
  format: 1,
  name: "Test_Device",
  namespace: "root/test",
  keys: ["Name", "Slot"],
  properties: deviceProperties,
  methods: deviceMethods,
  values: { Start: "0=Started|4096=Job Started|32768..65535=Vendor" },
});

export interface Test_Disk extends Test_Device {
  readonly Size: uint64 | null;
}

export const Test_Disk: ClassDescriptor<Test_Disk, "Name" | "Slot"> = /* @__PURE__ */ defineClass({
  format: 1,
  name: "Test_Disk",
  namespace: "root/test",
  superclasses: ["Test_Device"],
  keys: ["Name", "Slot"],
  properties: { ...deviceProperties, Size: { type: "uint64", write: true } },
  methods: deviceMethods,
});

export interface Test_Fan extends Test_Device {
  readonly Speed: uint16 | null;
}

export const Test_Fan: ClassDescriptor<Test_Fan, "Name" | "Slot"> = /* @__PURE__ */ defineClass({
  format: 1,
  name: "Test_Fan",
  namespace: "root/test",
  superclasses: ["Test_Device"],
  keys: ["Name", "Slot"],
  properties: { ...deviceProperties, Speed: { type: "uint16", write: true } },
  methods: deviceMethods,
});

export interface Test_Rack {
  readonly Id: string;
}

export const Test_Rack: ClassDescriptor<Test_Rack, "Id"> = /* @__PURE__ */ defineClass({
  format: 1,
  name: "Test_Rack",
  namespace: "root/test",
  keys: ["Id"],
  properties: { Id: "string" },
});

export interface Test_Holds {
  readonly Rack: Reference<Test_Rack>;
  readonly Device: Reference<Test_Device>;
  readonly Since: string | null;
}

export const Test_Holds: ClassDescriptor<Test_Holds, "Rack" | "Device"> =
  /* @__PURE__ */ defineClass({
    format: 1,
    name: "Test_Holds",
    namespace: "root/test",
    association: true,
    keys: ["Rack", "Device"],
    properties: { Rack: "ref Test_Rack", Device: "ref Test_Device", Since: "string" },
  });

export interface Test_Alarm {
  readonly Severity: uint16 | null;
  readonly Message: string | null;
  readonly Source: CimInstance | null;
}

export const Test_Alarm: ClassDescriptor<Test_Alarm> = /* @__PURE__ */ defineClass({
  format: 1,
  name: "Test_Alarm",
  namespace: "root/test",
  indication: true,
  properties: { Severity: "uint16", Message: "string", Source: "object" },
});

export const classes: readonly ClassData[] = [
  Test_Setting,
  Test_Everything,
  Test_Device,
  Test_Disk,
  Test_Fan,
  Test_Rack,
  Test_Holds,
  Test_Alarm,
];
