// cspell:ignore octetstrings
import { describe, expect, test } from "vitest";
import {
  CimDateTime,
  CimInterval,
  type ClassData,
  type InstanceData,
  pathOf,
  type Reference,
  type TypeCode,
} from "../../src/runtime/index.ts";
import { faultError } from "../../src/runtime/wsman/fault.ts";
import { decodeEndpoint } from "../../src/runtime/wsman/endpoint.ts";
import { decodeInstance } from "../../src/runtime/wsman/instance.ts";
import { decodeValue } from "../../src/runtime/wsman/values.ts";
import { child, childrenByName } from "../../src/runtime/xml/parse.ts";
import { capture, captured, captures, haveCaptures } from "./captures.ts";

const context = { namespace: "root/test" };

const AllTypes: ClassData = {
  format: 1,
  name: "TestClass_AllDMTFTypes",
  namespace: "root/test",
  keys: ["v_Key"],
  properties: {
    v_Key: "uint64",
    v_bool: "boolean",
    v_uint8: "uint8",
    v_sint8: "sint8",
    v_uint16: "uint16",
    v_sint16: "sint16",
    v_uint32: "uint32",
    v_sint32: "sint32",
    v_uint64: "uint64",
    v_sint64: "sint64",
    v_real32: "real32",
    v_real64: "real64",
    v_char16: "char16",
    v_string: "string",
    v_datetime: "datetime",
    v_embeddedObject: "object",
    v_embeddedInstance: "instance TestClass_ForEmbedded",
    v_reference: "ref TestClass_ForEmbedded",
    v_octetUint8: "octetstring",
  },
};

function instances(name: string, cls: ClassData): readonly InstanceData[] {
  const { body } = captured("omi", name);
  return (child(body, "Items")?.children ?? []).map((item) => {
    const endpoint = child(item, "EndpointReference");
    const classOf = () => cls;
    const path = endpoint && decodeEndpoint(endpoint, { ...context, classOf });
    const element = item.name === "Item" ? item.children[0] : item;
    if (element === undefined) throw new Error("an empty item");
    return decodeInstance(element, cls, path, context);
  });
}

function outputs(name: string, types: Record<string, TypeCode>): Record<string, unknown> {
  const { body } = captured("omi", name);
  if (body === undefined) throw new Error("an empty body");
  const groups = childrenByName(body);
  return Object.fromEntries(
    Object.entries(types).map(([key, type]) => [
      key,
      decodeValue(groups.get(key.toLowerCase()) ?? [], type, context),
    ]),
  );
}

describe.skipIf(!haveCaptures)("recorded exchanges with OMI", () => {
  const second = {
    v_Key: 1n,
    v_bool: true,
    v_uint8: 16,
    v_sint8: -14,
    v_uint16: 256,
    v_sint16: -254,
    v_uint32: 65536,
    v_sint32: -65534,
    v_uint64: 0n,
    v_sint64: -4294967294n,
    v_real32: 101.3,
    v_real64: 1.014234,
    v_char16: '"',
    v_string: "TestString 1",
    v_datetime: CimDateTime.parse("20010101010101.000001+830"),
    v_embeddedObject: null,
    v_embeddedInstance: null,
    v_reference: null,
    v_octetUint8: Uint8Array.from([66, 67, 68]),
  };

  test.each(["15-enumerate-all-types", "17-enumerate-all-types-winrm-ua"])(
    "every scalar type: %s",
    (name) => {
      const [first, next, third] = instances(name, AllTypes);
      expect(next).toEqual({
        path: { namespace: "root/test", className: AllTypes.name, keys: { v_Key: 1n } },
        properties: second,
      });
      expect([first?.properties["v_datetime"], third?.properties["v_datetime"]]).toEqual([
        CimInterval.from({ days: 2000 }),
        CimInterval.from({ days: 2002, hours: 2, minutes: 2, seconds: 2, microseconds: 2 }),
      ]);
    },
  );

  test("arrays of every type", () => {
    const arrays = ["bool", "uint8", "sint64", "char16", "string", "real32", "datetime"] as const;
    const properties = Object.fromEntries(
      arrays.map((name): [string, TypeCode] => [
        `a_${name}`,
        `${name === "bool" ? "boolean" : name}[]`,
      ]),
    );
    const cls: ClassData = {
      format: 1,
      name: "TestClass_AllDMTFArrays",
      namespace: "root/test",
      keys: ["v_Key"],
      properties: {
        v_Key: "uint64",
        ...properties,
        a_embeddedInstance: "object[]",
        absent: "uint8[]",
      },
    };
    expect(instances("16-enumerate-all-arrays", cls)[0]?.properties).toEqual({
      v_Key: 0n,
      a_bool: [true, false, true, false],
      a_uint8: [0, 1, 2, 3],
      a_sint64: [0n, -1n, -2n, -3n],
      a_char16: ["]", "^", "_", "`"],
      a_string: ["Test String 0", "Test String 1", "Test String 2", "Test String 3"],
      a_real32: [0, 1.001, 2.002, 3.003],
      a_datetime: [
        CimInterval.from({ days: 2000 }),
        CimDateTime.parse("20010101010101.000001+830"),
        CimInterval.from({ days: 2002, hours: 2, minutes: 2, seconds: 2, microseconds: 2 }),
        CimDateTime.parse("20030303030303.000003+830"),
      ],
      a_embeddedInstance: null,
      absent: [],
    });
  });

  test("a method with every type", () => {
    const { rf, ...rest } = outputs("28-invoke-all-types", {
      ReturnValue: "uint32",
      b: "boolean",
      u64: "uint64",
      s64: "sint64",
      r32: "real32",
      dt: "datetime",
      c16: "char16",
      bA: "boolean[]",
      sA: "string[]",
      u64A: "uint64[]",
      r32A: "real32[]",
      rfA: "ref MSFT_Base[]",
      rf: "ref MSFT_Base",
    });
    expect(rest).toEqual({
      ReturnValue: 100,
      b: false,
      u64: 18446744073709551615n,
      s64: -9223372036854775807n,
      r32: -1.5,
      dt: CimDateTime.parse("20271223070101.000001+001"),
      c16: "Y",
      bA: [false, true],
      sA: ["x", "y", "*"],
      u64A: [1n, 9007199254740993n],
      r32A: null,
      rfA: null,
    });
    // As: a reference type decodes to a reference.
    expect(pathOf(rf as Reference<unknown>)).toEqual({
      namespace: "root/test",
      className: "MSFT_Person",
      keys: { Key: "2" },
    });
  });

  test("embedded instances", () => {
    expect([
      outputs("34-invoke-get-embedded", { EmbeddedInstanceVal: "instance TestClass_ForEmbedded" }),
      outputs("48-invoke-embedded-out", { factors: "object" }),
      outputs("53-invoke-embedded-objects", { ReturnValue: "object", objectsArray: "object[]" }),
    ]).toEqual([
      {
        EmbeddedInstanceVal: {
          className: "TestClass_ForEmbedded",
          properties: { embeddedStringValue: "via set" },
        },
      },
      {
        factors: { className: "Numbers", properties: { numbers: ["2", "3", "5"], count: "3" } },
      },
      {
        ReturnValue: {
          className: "X_TestObject",
          properties: {
            id: "2",
            str: null,
            operation: null,
            left_operand: null,
            right_operand: null,
            result: null,
          },
        },
        objectsArray: null,
      },
    ]);
  });

  test("octet strings and markup in strings", () => {
    const cls: ClassData = {
      format: 1,
      name: "OMI_OctetStrings",
      namespace: "root/test",
      keys: ["Key"],
      properties: { Key: "string", Data1: "octetstring", Data2: "octetstring", Str: "string" },
    };
    expect(instances("20-enumerate-octetstrings", cls)[0]).toEqual({
      path: {
        namespace: "root/test",
        className: "OMI_OctetStrings",
        keys: { Key: "OMI_OctetStrings.1" },
      },
      properties: {
        Key: "OMI_OctetStrings.1",
        Data1: Uint8Array.from(Buffer.from("hello")),
        Data2: null,
        Str: " &'\"><",
      },
    });
  });

  const faults: readonly (readonly [
    server: string,
    name: string,
    code: string,
    status: number | undefined,
  ])[] = [
    ["omi-virtualdesktopsession", "06-invoke-logoff-fault", "access-denied", 2],
    ["omi-virtualdesktopsession", "07-invoke-logoff-not-found", "not-found", 6],
    ["omi-virtualdesktopsession", "08-invoke-logoff-no-selector", "invalid-parameter", 4],
    ["omi-virtualdesktopsession", "10-get-microsoft-uri", "invalid-class", 5],
    ["omi", "23-get-association-instance", "not-supported", 7],
    ["omi", "50-fault-datetime-form", "no-such-property", 12],
    ["omi", "62-fault-already-exists", "already-exists", 11],
    ["omi", "69-fault-cim-error-from-provider", "server-is-shutting-down", 28],
    ["omi", "70-fault-bad-class", "invalid-class", 5],
    ["omi", "72-fault-bad-method", "failed", 1],
    ["omi", "80-fault-bad-context", "invalid-context", undefined],
    ["omi", "82-fault-tiny-envelope", "too-large", undefined],
    ["omi", "86-fault-mustunderstand", "protocol", undefined],
    ["omi", "87-fault-not-xml", "failed", undefined],
  ];

  test.each(faults)("%s/%s is %s", (server, name, code, cimStatus) => {
    const { body } = captured(server, name);
    if (body?.name !== "Fault") throw new Error("no fault");
    const operation = name.includes("context") ? "pull" : "invoke";
    const error = faultError(body, capture(server, name).status, { operation });
    expect([error.code, error.cimStatus, error.httpStatus]).toEqual([code, cimStatus, 500]);
  });

  test.each(["omi", "omi-virtualdesktopsession", "omi-subscription"])(
    "every XML answer of %s is read",
    (server) => {
      const bodies = captures(server).map((name) => capture(server, name).body);
      const withXml = captures(server).filter((_, index) => bodies[index]?.includes("<"));
      expect(withXml.filter((name) => captured(server, name).header === undefined)).toEqual([]);
      expect(withXml.length).toBeGreaterThan(3);
    },
  );
});
