// cspell:ignore Setdatetime
/** What the methods of OMI's test providers take and give. */
import { describe, expect, test } from "vitest";
import {
  CimDateTime,
  CimInterval,
  type ClassDescriptor,
  defineClass,
  omi,
  type uint32,
} from "../../../src/runtime/index.ts";
import { check, type Recorded } from "./exchange.ts";
import {
  addressed,
  AllTypes,
  Base,
  body,
  classUri,
  ForEmbedded,
  Friends,
  header,
  namesIn,
  namesOf,
  Person,
  server,
  unsupported,
} from "./omi-classes.ts";
import { haveCaptures } from "./replay.ts";

const common = { format: 1, namespace: "root/test" } as const;

const SpMethod: ClassDescriptor<unknown, never, { MyFunc(): uint32 }> = defineClass({
  ...common,
  name: "TestSP_Method",
  methods: { MyFunc: { static: true, returns: "uint32" } },
});
const RefuseUnload: ClassDescriptor<unknown, never, { RequestUnload(): uint32 }> = defineClass({
  ...common,
  name: "X_RefuseUnload",
  methods: { RequestUnload: { static: true, returns: "uint32" } },
});
interface TesterStatic {
  Func1(input: { In1: string; In2: uint32; In3: boolean }): {
    ReturnValue: uint32;
    Out1: string | null;
    Out2: uint32 | null;
    Out3: boolean | null;
  };
}
const Tester: ClassDescriptor<unknown, never, TesterStatic> = defineClass({
  ...common,
  name: "OMI_Tester",
  methods: {
    Func1: {
      static: true,
      in: { In1: "string", In2: "uint32", In3: "boolean" },
      out: { Out1: "string", Out2: "uint32", Out3: "boolean" },
      returns: "uint32",
    },
  },
});

interface Arrays {
  readonly v_Key: bigint;
  GetBooleanArray(): { ReturnValue: uint32; booleanArray: readonly boolean[] | null };
  GetUint64Array(): { ReturnValue: uint32; uint64Array: readonly bigint[] | null };
  GetDateTimeArray(): {
    ReturnValue: uint32;
    datetimeArray: readonly (CimDateTime | CimInterval)[] | null;
  };
  GetStringArray(): { ReturnValue: uint32; StringArray: readonly string[] | null };
  GetChar16Array(): { ReturnValue: uint32; charArray: readonly string[] | null };
  SetStringArray(input: { StringArray: readonly string[] }): uint32;
  SetdatetimeArray(input: { datetimeArray: readonly (CimDateTime | CimInterval)[] }): uint32;
}
const Arrays: ClassDescriptor<Arrays, "v_Key"> = defineClass({
  ...common,
  name: "TestClass_AllDMTFArrays",
  keys: ["v_Key"],
  properties: { v_Key: "uint64" },
  methods: {
    GetBooleanArray: { out: { booleanArray: "boolean[]" }, returns: "uint32" },
    GetUint64Array: { out: { uint64Array: "uint64[]" }, returns: "uint32" },
    GetDateTimeArray: { out: { datetimeArray: "datetime[]" }, returns: "uint32" },
    GetStringArray: { out: { StringArray: "string[]" }, returns: "uint32" },
    GetChar16Array: { out: { charArray: "char16[]" }, returns: "uint32" },
    SetStringArray: { in: { StringArray: "string[]" }, returns: "uint32" },
    SetdatetimeArray: { in: { datetimeArray: "datetime[]" }, returns: "uint32" },
  },
});

const one = { v_Key: 1n };
const moment = CimDateTime.parse("20261122060000.000000+000");

/** The recorded client wraps a time, which OMI takes as well. */
function unwrapped(place: string): { readonly recorded: string[]; readonly ours: string[] } {
  const text = "20261122060000.000000+000";
  return {
    recorded: [place, `${place}/cim:CIM_DateTime=${text}`],
    ours: [`${place}=${text}`],
  };
}

const input = `${body}/{${classUri}MSFT_Person}TestAllTypes_INPUT`;
const allTypes = (name: string): Recorded => ({
  names: [name],
  call: (cim) =>
    cim.at(Person, { Key: 777 }).TestAllTypes({
      ...{ b: true, u8: 254, s8: -128, u16: 65534, s16: -32768, u32: 4294967294 },
      ...{ s32: -2147483648, u64: 18446744073709551614n, s64: -9223372036854775808n },
      ...{ r32: 1.5, r64: 2.5, dt: moment, rf: cim.at(Base, { Key: 1 }), s: "abcdef", c16: "X" },
      ...{ bA: [true, false], u8A: [1, 2], s8A: [-1], u16A: [1], s16A: [-1], u32A: [7] },
      ...{ s32A: [-7], u64A: [9007199254740993n], s64A: [-9007199254740993n], r32A: [0.5] },
      ...{ r64A: [0.25], sA: ["in x", "in y"], c16A: ["A"] },
    }),
  gives: {
    ReturnValue: "100",
    ...{ b: false, u8: 255, s8: -127, u16: 65535, s16: -32767, u32: 4294967295 },
    ...{ s32: -2147483647, u64: 18446744073709551615n, s64: -9223372036854775807n },
    ...{ r32: -1.5, r64: -2.5, dt: "time 20271223070101.000001+001" },
    ...{ rf: "reference root/test:MSFT_Person.Key=2", s: "abc!", c16: "Y" },
    ...{ bA: [false, true], u8A: [2, 3], s8A: [1, -1], u16A: [1, 1], s16A: [1, -1] },
    ...{ u32A: [1, 7], s32A: [1, -7], u64A: [1n, 9007199254740993n] },
    ...{ s64A: [1n, -9007199254740993n], r32A: null, r64A: null, dtA: null },
    ...{ sA: ["x", "y", "*"], c16A: null, rfA: null },
  },
  request: {
    because: "a time is not wrapped, and the server has another port here",
    differs: {
      [name]: addressed(
        [`${input}/{${classUri}MSFT_Person}rf`],
        unwrapped(`${input}/{${classUri}MSFT_Person}dt`),
      ),
    },
  },
});

const arrayName = "43-invoke-SetdatetimeArray";
const arrayUri = `{${classUri}TestClass_AllDMTFArrays}`;
const setReference = `${body}/{${classUri}TestClass_AllDMTFTypes}SetReferenceValue_INPUT`;

const exchanges: readonly Recorded[] = [
  {
    names: ["24-invoke-no-params"],
    call: (cim) => cim.class(SpMethod).MyFunc(),
    fails: { code: "invalid-parameter", cimStatus: 4, httpStatus: 500, subcode: "InternalError" },
    request: "same",
  },
  {
    names: ["25-invoke-no-params-empty-body"],
    call: (cim) => cim.class(RefuseUnload).RequestUnload(),
    fails: unsupported,
    request: {
      because: "a method without parameters has an empty element, not an empty body",
      differs: {
        "25-invoke-no-params-empty-body": {
          recorded: [],
          ours: [`${body}/{${classUri}X_RefuseUnload}RequestUnload_INPUT`],
        },
      },
    },
  },
  {
    names: ["26-invoke-static-tester"],
    call: (cim) => cim.class(Tester).Func1({ In1: "hello & bye", In2: 42, In3: true }),
    gives: { ReturnValue: 0, Out1: "ONE", Out2: 1, Out3: true },
    request: "same",
  },
  {
    names: ["27-invoke-add-real"],
    call: (cim) => cim.at(Person, { Key: 1 }).Add({ X: 1.5, Y: 2.25 }),
    gives: { ReturnValue: 100, Z: 3.75 },
    request: "same",
  },
  allTypes("28-invoke-all-types"),
  allTypes("29-invoke-all-types-winrm-ua"),
  {
    names: ["30-invoke-GetBoolValue"],
    call: (cim) => cim.at(AllTypes, one).GetBoolValue(),
    gives: { ReturnValue: 0, boolVal: true },
    request: "same",
  },
  {
    names: ["31-invoke-GetUint64Value"],
    call: (cim) => cim.at(AllTypes, one).GetUint64Value(),
    gives: { ReturnValue: 0, Uint64Val: 0n },
    request: "same",
  },
  {
    names: ["32-invoke-GetOctetUint8Value"],
    call: (cim) => cim.at(AllTypes, one).GetOctetUint8Value(),
    gives: { ReturnValue: 0, v_octetUint8Val: "octets 424344" },
    request: "same",
  },
  {
    names: ["33-invoke-set-embedded"],
    call: (cim) =>
      cim.at(AllTypes, one).SetEmbeddedInstanceValue({
        EmbeddedInstanceVal: { embeddedStringValue: "via set" },
      }),
    gives: 0,
    request: "same",
  },
  {
    names: ["34-invoke-get-embedded"],
    call: (cim) => cim.at(AllTypes, one).GetEmbeddedInstanceValue(),
    gives: { ReturnValue: 0, EmbeddedInstanceVal: { embeddedStringValue: "via set" } },
    request: "same",
  },
  {
    names: ["35-invoke-set-ref"],
    call: (cim) =>
      cim.at(AllTypes, one).SetReferenceValue({
        ReferenceVal: cim.at(ForEmbedded, { embeddedStringValue: "k2" }),
      }),
    gives: 0,
    request: {
      because: "the server has another port here",
      differs: {
        "35-invoke-set-ref": addressed([
          `${setReference}/{${classUri}TestClass_AllDMTFTypes}ReferenceVal`,
        ]),
      },
    },
  },
  {
    names: ["36-invoke-get-ref"],
    call: (cim) => cim.at(AllTypes, one).GetReferenceValue(),
    gives: {
      ReturnValue: 0,
      ReferenceVal: 'reference root/test:TestClass_ForEmbedded.embeddedStringValue="k2"',
    },
    request: "same",
  },
  {
    names: ["37-invoke-GetBooleanArray"],
    call: (cim) => cim.at(Arrays, one).GetBooleanArray(),
    gives: { ReturnValue: 0, booleanArray: [true, false, true, false] },
    request: "same",
  },
  {
    names: ["38-invoke-GetUint64Array"],
    call: (cim) => cim.at(Arrays, one).GetUint64Array(),
    gives: { ReturnValue: 0, uint64Array: [0n, 1n, 2n, 3n] },
    request: "same",
  },
  {
    names: ["39-invoke-GetDateTimeArray"],
    call: (cim) => cim.at(Arrays, one).GetDateTimeArray(),
    gives: {
      ReturnValue: 0,
      datetimeArray: [
        "time 00002000000000.000000:000",
        "time 20010101010101.000001+830",
        "time 00002002020202.000002:000",
        "time 20030303030303.000003+830",
      ],
    },
    request: "same",
  },
  {
    names: ["40-invoke-GetStringArray"],
    call: (cim) => cim.at(Arrays, one).GetStringArray(),
    gives: {
      ReturnValue: 0,
      StringArray: ["Test String 0", "Test String 1", "Test String 2", "Test String 3"],
    },
    request: "same",
  },
  {
    names: ["41-invoke-GetChar16Array"],
    call: (cim) => cim.at(Arrays, one).GetChar16Array(),
    gives: { ReturnValue: 0, charArray: ["]", "^", "_", "`"] },
    request: "same",
  },
  {
    names: ["42-invoke-SetStringArray"],
    call: (cim) =>
      cim.at(Arrays, one).SetStringArray({ StringArray: ["one", "", "three & a half"] }),
    gives: 0,
    request: "same",
  },
  {
    names: [arrayName],
    call: (cim) =>
      cim.at(Arrays, one).SetdatetimeArray({
        datetimeArray: [moment, CimInterval.parse("00000001020304.000005:000")],
      }),
    gives: 0,
    request: {
      because: "a time is not wrapped",
      differs: {
        [arrayName]: unwrapped(
          `${body}/${arrayUri}SetdatetimeArray_INPUT/${arrayUri}datetimeArray`,
        ),
      },
    },
  },
  {
    names: ["44-invoke-ref"],
    call: (cim) => {
      const [Left, Right] = [cim.at(Person, { Key: 1 }), cim.at(Person, { Key: 2 })];
      return cim.at(Friends, { Left, Right }).AddFriend({ Friend: Right });
    },
    fails: unsupported,
    request: {
      because: "the server has another port here",
      differs: {
        "44-invoke-ref": addressed([
          `${body}/{${classUri}MSFT_Friends}AddFriend_INPUT/{${classUri}MSFT_Friends}Friend`,
          ...["Left", "Right"].map(
            (name) => `${header}/w:SelectorSet/w:Selector@Name=${name}/a:EndpointReference`,
          ),
        ]),
      },
    },
  },
  {
    names: ["45-invoke-stream"],
    call: (cim) => cim.at(Person, { Key: 1 }).StreamParams({ InArg: [1, 2] }),
    fails: unsupported,
    request: "same",
  },
];

describe.skipIf(!haveCaptures)("methods of OMI", () => {
  test.each(exchanges)("$names", (recorded) =>
    check(server, "/wsman", { ...recorded, options: { dialect: omi } }),
  );

  test("all of them are here", () => {
    expect(namesIn("methods", exchanges)).toEqual(namesOf("methods"));
  });
});
