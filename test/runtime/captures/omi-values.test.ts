// cspell:ignore octetstrings msftwinrm
/** Values of all types as OMI writes them, and what it says to Get. */
import { describe, expect, test } from "vitest";
import {
  type CimDateTime,
  type CimInstance,
  type CimInterval,
  type ClassDescriptor,
  defineClass,
  omi,
  type Reference,
} from "../../../src/runtime/index.ts";
import { collect } from "../caught.ts";
import { check, type Recorded } from "./exchange.ts";
import {
  addressed,
  all,
  AllTypes,
  farewell,
  first,
  type ForEmbedded,
  Friends,
  header,
  namesIn,
  namesOf,
  Person,
  provided,
  releasing,
  secondOfAllTypes,
  server,
  unsupported,
  withEndpoints,
} from "./omi-classes.ts";
import { haveCaptures } from "./replay.ts";

interface AllArrays {
  readonly v_Key: bigint;
  readonly a_bool: readonly boolean[] | null;
  readonly a_uint8: readonly number[] | null;
  readonly a_uint64: readonly bigint[] | null;
  readonly a_char16: readonly string[] | null;
  readonly a_DATETIME: readonly (CimDateTime | CimInterval)[] | null;
  readonly embeddedReference: Reference<ForEmbedded> | null;
  readonly a_embeddedInstance: readonly ForEmbedded[] | null;
  readonly a_embeddedObject: readonly CimInstance[] | null;
}
const elements = [
  ...["boolean", "uint8", "sint8", "uint16", "sint16", "uint32", "sint32", "uint64", "sint64"],
  ...["real32", "real64", "char16", "string", "datetime"],
];
const spelled: Readonly<Record<string, string>> = {
  boolean: "a_bool",
  uint16: "a_UINT16",
  real32: "a_rEal32",
  real64: "a_REAL64",
  datetime: "a_DATETIME",
};
const AllArrays: ClassDescriptor<AllArrays, "v_Key"> = defineClass({
  format: 1,
  name: "TestClass_AllDMTFArrays",
  namespace: "root/test",
  keys: ["v_Key"],
  properties: {
    v_Key: "uint64",
    ...Object.fromEntries(elements.map((type) => [spelled[type] ?? `a_${type}`, `${type}[]`])),
    embeddedReference: "ref TestClass_ForEmbedded",
    a_embeddedInstance: "instance TestClass_ForEmbedded[]",
    a_embeddedObject: "object[]",
  },
});
const arrays = {
  a_bool: [true, false, true, false],
  a_uint8: [0, 1, 2, 3],
  a_sint8: [0, -1, -2, -3],
  a_UINT16: [0, 1, 2, 3],
  a_sint16: [0, -1, -2, -3],
  a_uint32: [0, 1, 2, 3],
  a_sint32: [0, -1, -2, -3],
  a_uint64: [0n, 1n, 2n, 3n],
  a_sint64: [0n, -1n, -2n, -3n],
  a_rEal32: [0, 1.001, 2.002, 3.003],
  a_REAL64: [0, 1.001, 2.002, 3.003],
  a_char16: ["]", "^", "_", "`"],
  a_string: ["Test String 0", "Test String 1", "Test String 2", "Test String 3"],
  a_DATETIME: [
    "time 00002000000000.000000:000",
    "time 20010101010101.000001+830",
    "time 00002002020202.000002:000",
    "time 20030303030303.000003+830",
  ],
  embeddedReference:
    'reference root/test:TestClass_ForEmbedded.embeddedStringValue="embedded string"',
  a_embeddedInstance: null,
  a_embeddedObject: null,
};

const EmbeddedOperations: ClassDescriptor<{ readonly id: bigint }, "id"> = defineClass({
  format: 1,
  name: "TestEmbeddedOperations",
  namespace: "root/test",
  keys: ["id"],
  properties: { id: "uint64" },
});
const DateTimes: ClassDescriptor<{ readonly Key: string }, "Key"> = defineClass({
  format: 1,
  name: "OMI_Datetime",
  namespace: "root/test",
  keys: ["Key"],
  properties: { Key: "string" },
});
interface OctetStrings {
  readonly Key: string;
  readonly Data1: Uint8Array | null;
  readonly Data2: readonly Uint8Array[] | null;
  readonly Str: string | null;
}
const OctetStrings: ClassDescriptor<OctetStrings, "Key"> = defineClass({
  format: 1,
  name: "OMI_OctetStrings",
  namespace: "root/test",
  keys: ["Key"],
  properties: { Key: "string", Data1: "octetstring", Data2: "octetstring[]", Str: "string" },
});

const threeOfAllTypes = [
  {
    ...secondOfAllTypes,
    v_Key: 0n,
    v_bool: false,
    v_uint8: 15,
    v_sint8: -15,
    v_UINT16: 255,
    v_sint16: -255,
    v_uint32: 65535,
    v_sint32: -65535,
    v_uint64: 4294967295n,
    v_sint64: -4294967295n,
    v_rEal32: 100.3,
    v_Real64: 0.014234,
    v_char16: "!",
    v_string: "TestString 0",
    v_DATETIME: "time 00002000000000.000000:000",
    v_octetUint8: "octets 414243",
  },
  secondOfAllTypes,
  {
    ...secondOfAllTypes,
    v_Key: 2n,
    v_bool: false,
    v_uint8: 17,
    v_sint8: -13,
    v_UINT16: 257,
    v_sint16: -253,
    v_uint32: 65537,
    v_sint32: -65533,
    v_uint64: 1n,
    v_sint64: -4294967293n,
    v_rEal32: 102.3,
    v_Real64: 2.014234,
    v_char16: "#",
    v_string: "TestString 2",
    v_DATETIME: "time 00002002020202.000002:000",
    v_octetUint8: "octets 434445",
  },
];
const exchanges: readonly Recorded[] = [
  {
    names: ["15-enumerate-all-types", farewell],
    call: (cim) => first(3, cim.enumerate(AllTypes)),
    gives: threeOfAllTypes,
    request: {
      because: "the recorded client asked for three and left the rest where it was",
      differs: { [farewell]: releasing("TestClass_AllDMTFTypes", "1491861504") },
    },
  },
  {
    names: ["16-enumerate-all-arrays", farewell],
    call: (cim) => first(2, cim.enumerate(AllArrays)),
    gives: [
      { v_Key: 0n, ...arrays },
      { v_Key: 1n, ...arrays },
    ],
    request: {
      because: "the same, and we want endpoints",
      differs: {
        "16-enumerate-all-arrays": withEndpoints,
        [farewell]: releasing("TestClass_AllDMTFArrays", "522780673"),
      },
    },
  },
  {
    names: ["17-enumerate-all-types-winrm-ua", farewell],
    call: (cim) => first(3, cim.enumerate(AllTypes)),
    gives: threeOfAllTypes,
    request: {
      because: "the same, and we want endpoints",
      differs: {
        "17-enumerate-all-types-winrm-ua": withEndpoints,
        [farewell]: releasing("TestClass_AllDMTFTypes", "2093809666"),
      },
    },
  },
  {
    names: ["18-enumerate-class-with-embedded"],
    call: (cim) => collect(cim.enumerate(EmbeddedOperations)),
    fails: unsupported,
    request: {
      because: "we want endpoints",
      differs: { "18-enumerate-class-with-embedded": withEndpoints },
    },
  },
  {
    names: ["19-enumerate-datetime"],
    call: (cim) => all(cim.enumerate(DateTimes)),
    gives: [],
    request: {
      because: "we want endpoints",
      differs: { "19-enumerate-datetime": withEndpoints },
    },
  },
  {
    names: ["20-enumerate-octetstrings"],
    call: (cim) => all(cim.enumerate(OctetStrings)),
    gives: [
      {
        Key: "OMI_OctetStrings.1",
        Data1: "octets 68656c6c6f",
        Data2: null,
        Str: " &'\"><",
      },
    ],
    request: {
      because: "we want endpoints",
      differs: { "20-enumerate-octetstrings": withEndpoints },
    },
  },
  {
    names: ["21-get"],
    call: async (cim) => ({ ...(await cim.get(Person, { Key: 777 })) }),
    gives: provided,
    request: "same",
  },
  {
    names: ["22-get-precise-arrays"],
    call: async (cim) => ({ ...(await cim.get(AllTypes, { v_Key: 1n })) }),
    gives: secondOfAllTypes,
    request: {
      because: "we never ask for precise arrays, of which OMI takes no notice",
      differs: {
        "22-get-precise-arrays": {
          recorded: [
            `${header}/w:OptionSet`,
            `${header}/w:OptionSet/w:Option@Name=msftwinrm:UsePreciseArrays@Type=xs:boolean=true`,
          ],
          ours: [],
        },
      },
    },
  },
  {
    names: ["23-get-association-instance"],
    call: (cim) => {
      const [Left, Right] = [cim.at(Person, { Key: 1 }), cim.at(Person, { Key: 2 })];
      return cim.get(Friends, { Left, Right });
    },
    fails: unsupported,
    request: {
      because: "the server has another port here",
      differs: {
        "23-get-association-instance": addressed(
          ["Left", "Right"].map(
            (name) => `${header}/w:SelectorSet/w:Selector@Name=${name}/a:EndpointReference`,
          ),
        ),
      },
    },
  },
];

describe.skipIf(!haveCaptures)("values that OMI gives", () => {
  test.each(exchanges)("$names", (recorded) =>
    check(server, "/wsman", { ...recorded, options: { dialect: omi } }),
  );

  test("all of them are here", () => {
    expect(namesIn("values", exchanges)).toEqual(namesOf("values"));
  });
});
