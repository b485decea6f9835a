import { describe, expect, test } from "vitest";
import {
  CimDateTime,
  CimInterval,
  type CimValue,
  type ClassData,
  type Dialect,
  omi,
  openwsman,
  pathOf,
  pegasus,
  type Reference,
  referenceTo,
  type TypeCode,
  windows,
} from "../../src/runtime/index.ts";
import { namespaces, parseResourceUri, resourceUri } from "../../src/runtime/wsman/names.ts";
import { decodeValue, encodeValue } from "../../src/runtime/wsman/values.ts";
import { parseXml } from "../../src/runtime/xml/parse.ts";
import { writeXml } from "../../src/runtime/xml/write.ts";
import { failure } from "./caught.ts";

const address = "http://h/wsman";
const when = CimDateTime.parse("20261122060000.000000+000");
const span = CimInterval.from({ days: 1, hours: 2, minutes: 3, seconds: 4 });
const schema = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2";

function encode(type: TypeCode, value: CimValue, dialect: Dialect = windows): string {
  const context = { prefix: "c", dialect, namespace: "root/x", address };
  return encodeValue("X", type, value, context).map(writeXml).join("");
}

const Numbers: ClassData = {
  format: 1,
  name: "Numbers",
  namespace: "root/x",
  keys: ["id"],
  properties: { id: "uint32", numbers: "sint64[]", count: { type: "sint64", write: true } },
};

/** `inner` is what stands inside one `<w>` around all elements. */
function decode(type: TypeCode, inner: string): CimValue {
  const bindings = Object.entries(namespaces).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  const root = parseXml(`<w ${bindings.join(" ")}>${inner}</w>`);
  return decodeValue(root.children, type, {
    namespace: "root/x",
    classOf: (name) => (name.toLowerCase() === "numbers" ? Numbers : undefined),
  });
}

const endpoint = (keys: string): string =>
  `<a:Address>${address}</a:Address><a:ReferenceParameters><w:ResourceURI>${schema}/Numbers</w:ResourceURI>` +
  `<w:SelectorSet><w:Selector Name="__cimnamespace">root/x</w:Selector>${keys}</w:SelectorSet></a:ReferenceParameters>`;

describe("encodeValue", () => {
  test.each<[TypeCode, CimValue, string]>([
    ["boolean", true, "<c:X>true</c:X>"],
    ["uint8", 255, "<c:X>255</c:X>"],
    ["uint64", 18446744073709551615n, "<c:X>18446744073709551615</c:X>"],
    ["sint64", -9223372036854775808n, "<c:X>-9223372036854775808</c:X>"],
    ["real64", 0.1, "<c:X>0.1</c:X>"],
    ["real64", 1e21, "<c:X>1e+21</c:X>"],
    ["real64", -0, "<c:X>-0</c:X>"],
    ["real64", -Infinity, "<c:X>-INF</c:X>"],
    ["real64", NaN, "<c:X>NaN</c:X>"],
    ["string", "a<b&c", "<c:X>a&lt;b&amp;c</c:X>"],
    ["string", "", "<c:X></c:X>"],
    ["string", null, '<c:X xsi:nil="true"/>'],
    ["string[]", null, '<c:X xsi:nil="true"/>'],
    ["string[]", [], ""],
    ["string[]", ["a", null, "b"], '<c:X>a</c:X><c:X xsi:nil="true"/><c:X>b</c:X>'],
    ["char16", "X", "<c:X>X</c:X>"],
    ["datetime", when, "<c:X><cim:Datetime>2026-11-22T06:00:00Z</cim:Datetime></c:X>"],
    ["datetime", span, "<c:X><cim:Interval>P1DT2H3M4S</cim:Interval></c:X>"],
    [
      "datetime",
      CimDateTime.parse("20261122******.******+000"),
      "<c:X><cim:Date>2026-11-22Z</cim:Date></c:X>",
    ],
    [
      "datetime",
      CimDateTime.parse("202611**060000.000000+000"),
      "<c:X><cim:CIM_DateTime>202611**060000.000000+000</cim:CIM_DateTime></c:X>",
    ],
    [
      "datetime",
      CimDateTime.parse("20260000000000.000000+000"),
      "<c:X><cim:CIM_DateTime>20260000000000.000000+000</cim:CIM_DateTime></c:X>",
    ],
    [
      "datetime",
      CimDateTime.parse("20261122060000.000000-000"),
      "<c:X><cim:Datetime>2026-11-22T06:00:00-00:00</cim:Datetime></c:X>",
    ],
    [
      "datetime",
      CimDateTime.parse("20261122060000.000000-***"),
      "<c:X><cim:CIM_DateTime>20261122060000.000000-***</cim:CIM_DateTime></c:X>",
    ],
    ["octetstring", Uint8Array.of(1, 255), "<c:X>1</c:X><c:X>255</c:X>"],
    ["octetstring", new Uint8Array(), ""],
    [
      "octetstring[]",
      [Uint8Array.of(1), Uint8Array.of(2, 3)],
      '<c:X xsi:type="cim:cimBase64Binary">AQ==</c:X><c:X xsi:type="cim:cimBase64Binary">AgM=</c:X>',
    ],
    [
      "ref Numbers",
      referenceTo({ namespace: "root/x", className: "Numbers", keys: { id: 3 } }),
      `<c:X>${endpoint('<w:Selector Name="id">3</w:Selector>')}</c:X>`,
    ],
    [
      "instance Numbers",
      { className: "Numbers", properties: { numbers: [1n, 2n], count: 2n, none: null } },
      `<c:X xmlns:cq="${schema}/Numbers" xsi:type="cq:Numbers_Type">` +
        '<cq:numbers>1</cq:numbers><cq:numbers>2</cq:numbers><cq:count>2</cq:count><cq:none xsi:nil="true"/></c:X>',
    ],
  ])("%s %o", (type, value, xml) => {
    expect(encode(type, value)).toBe(xml);
  });

  test("nests embedded instances under prefixes of their own", () => {
    const inner = { className: "B", properties: { b: 1 } };
    expect(encode("object", { className: "A", properties: { a: inner } })).toBe(
      `<c:X xmlns:cq="${schema}/A" xsi:type="cq:A_Type">` +
        `<cq:a xmlns:cqq="${schema}/B" xsi:type="cqq:B_Type"><cqq:b>1</cqq:b></cq:a></c:X>`,
    );
  });

  test("a key that is a reference becomes an endpoint inside its selector", () => {
    const inner = { namespace: "root/x", className: "Numbers", keys: { id: 3 } };
    const outer = referenceTo({ namespace: "root/x", className: "Numbers", keys: { id: inner } });
    const nested = `<a:EndpointReference>${endpoint('<w:Selector Name="id">3</w:Selector>')}</a:EndpointReference>`;
    expect(encode("ref Numbers", outer)).toBe(
      `<c:X>${endpoint(`<w:Selector Name="id">${nested}</w:Selector>`)}</c:X>`,
    );
  });

  test.each<[Dialect, TypeCode, CimValue, string]>([
    [omi, "datetime", when, "<c:X>20261122060000.000000+000</c:X>"],
    [omi, "interval", span, "<c:X>00000001020304.000000:000</c:X>"],
    [omi, "char16", "X", "<c:X>88</c:X>"],
    [pegasus, "datetime", when, "<c:X>20261122060000.000000+000</c:X>"],
    [
      pegasus,
      "instance Numbers",
      { className: "Numbers", properties: { count: 2n } },
      `<c:X><cq:Numbers xmlns:cq="${schema}/Numbers" xsi:type="cq:Numbers_Type"><cq:count>2</cq:count></cq:Numbers></c:X>`,
    ],
    [openwsman, "datetime", when, "<c:X>20261122060000.000000+000</c:X>"],
    [
      { ...omi, octetString: "base64" },
      "octetstring",
      Uint8Array.of(1, 255),
      '<c:X xsi:type="cim:cimBase64Binary">Af8=</c:X>',
    ],
  ])("$name: %s", (dialect, type, value, xml) => {
    expect(encode(type, value, dialect)).toBe(xml);
  });
});

describe("decodeValue", () => {
  const nil = '<X xsi:nil="true"/>';

  test.each<[TypeCode, string, CimValue]>([
    ["boolean", "<X>true</X>", true],
    ["boolean", "<X>FALSE</X>", false],
    ["boolean", "<X> 1 </X>", true],
    ["uint8", "<X>255</X>", 255],
    ["sint8", "<X>-128</X>", -128],
    ["uint16", "<X>+7</X>", 7],
    ["uint32", "<X>0xFF</X>", 255],
    ["uint64", "<X>18446744073709551615</X>", 18446744073709551615n],
    ["sint64", "<X>-9007199254740993</X>", -9007199254740993n],
    ["real64", "<X>4.0000000000000000e+00</X>", 4],
    ["real64", "<X>0.014234</X>", 0.014234],
    ["real32", "<X>100.300003051758</X>", 100.3],
    ["real32", "<X>1.00100004673004</X>", 1.001],
    ["real32", "<X>-1.5</X>", -1.5],
    ["real32", "<X>-0</X>", -0],
    ["real64", "<X>INF</X>", Infinity],
    ["real64", "<X>-INF</X>", -Infinity],
    ["real64", "<X>NaN</X>", NaN],
    ["char16", "<X>88</X>", "X"],
    ["char16", "<X>X</X>", "X"],
    ["char16", "<X>7</X>", "7"],
    ["char16", "<X> </X>", " "],
    ["string", "<X> a&amp;b </X>", " a&b "],
    ["string", "<X/>", ""],
    ["string", nil, null],
    ["string", "", null],
    ["string[]", '<X w:IsNullArray="true"/>', null],
    ["uint8[]", '<X w:IsNullArray="false">1</X>', [1]],
    ["datetime", "<X>2026-11-22T06:00:00Z</X>", when],
    ["datetime", "<X>20261122060000.000000+000</X>", when],
    ["datetime", "<X><cim:Datetime>2026-11-22T06:00:00Z</cim:Datetime></X>", when],
    ["datetime", "<X><cim:CIM_DateTime>20261122060000.000000+000</cim:CIM_DateTime></X>", when],
    [
      "datetime",
      "<X><cim:CIM_DateTime><cim:Datetime>2026-11-22T06:00:00Z</cim:Datetime></cim:CIM_DateTime></X>",
      when,
    ],
    [
      "datetime",
      "<X><cim:Date>2026-11-22Z</cim:Date></X>",
      CimDateTime.parse("20261122******.******+000"),
    ],
    ["datetime", "<X>P1DT2H3M4S</X>", span],
    ["datetime", "<X><cim:Interval>P1DT2H3M4S</cim:Interval></X>", span],
    ["interval", "<X>00000001020304.000000:000</X>", span],
    ["octetstring", '<X xsi:type="cim:cimBase64Binary">QUJD</X>', Uint8Array.of(65, 66, 67)],
    ["octetstring", "<X>1</X><X>255</X>", Uint8Array.of(1, 255)],
    ["octetstring", "<X>12</X>", Uint8Array.of(12)],
    ["octetstring", '<X xsi:type="cim:cimHexBinary">0aFF</X>', Uint8Array.of(10, 255)],
    ["octetstring", '<X xsi:type="cim:cimBase64Binary">0x8A</X>', Uint8Array.of(211, 31, 0)],
    ["octetstring", "<X>0x8A</X>", Uint8Array.of(138)],
    ["octetstring", "", new Uint8Array()],
    ["octetstring", nil, null],
    ["octetstring[]", "<X>QUJD</X><X>QQ==</X>", [Uint8Array.of(65, 66, 67), Uint8Array.of(65)]],
    ["uint32[]", "<X>1</X>", [1]],
    ["uint32[]", "<X>1</X><X>2</X>", [1, 2]],
    ["uint32[]", "", []],
    ["uint32[]", nil, null],
    ["string[]", `<X>a</X>${nil}`, ["a", null]],
  ])("%s %s", (type, inner, value) => {
    expect(decode(type, inner)).toEqual(value);
  });

  test("a digit is a character, or the code of one where the peer sends numbers", () => {
    const element = parseXml("<X>9</X>");
    const context = { namespace: "root/x" };
    expect(decodeValue([element], "char16", context)).toBe("9");
    expect(decodeValue([element], "char16", { ...context, char16: "number" })).toBe("\t");
  });

  test.each<[TypeCode, string, string]>([
    ["uint8", "<X>256</X>", '"256" is not a uint8'],
    ["uint8", "<X>-1</X>", '"-1" is not a uint8'],
    ["uint8", "<X>1.5</X>", '"1.5" is not a uint8'],
    ["uint8", "<X/>", '"" is not a uint8'],
    ["sint64", `<X>${"9".repeat(90)}</X>`, `"${"9".repeat(80)}…" is not a sint64`],
    ["boolean", "<X>yes</X>", '"yes" is not a boolean'],
    ["real64", "<X>1,5</X>", '"1,5" is not a real64'],
    ["char16", "<X>65536</X>", '"65536" is not a char16'],
    ["char16", "<X>ab</X>", '"ab" is not a char16'],
    ["datetime", "<X>today</X>", '"today" is not a datetime'],
    ["interval", "<X>2026-11-22T06:00:00Z</X>", '"2026-11-22T06:00:00Z" is not a interval'],
    ["octetstring", "<X>%</X>", '"%" is not a octetstring'],
    ["octetstring", "<X>1</X><X>256</X>", '"256" is not a uint8'],
    ["string", "<X><y/></X>", '"markup" is not a string'],
  ])("%s refuses %.60s", async (type, inner, sentence) => {
    expect(await failure(() => decode(type, inner))).toEqual(["protocol", sentence]);
  });
});

describe("references", () => {
  const noNamespace = endpoint('<w:Selector Name="ID">3</w:Selector>').replace(
    /<w:Selector Name="__cimnamespace">.*?<\/w:Selector>/,
    "",
  );
  const path = { namespace: "root/x", className: "Numbers", keys: { id: 3 } };

  test.each([
    ["content", `<X>${endpoint('<w:Selector Name="id">3</w:Selector>')}</X>`],
    ["without namespace, key in another case", `<X>${noNamespace}</X>`],
    ["wrapped", `<X><a:EndpointReference>${noNamespace}</a:EndpointReference></X>`],
  ])("%s", (_, inner) => {
    expect(pathOf(decode("ref Numbers", inner) as Reference<unknown>)).toEqual(path);
  });

  test("an object path as text, as openwsman writes it", () => {
    const text = 'root/y:Other.a="x\\"y",b=3,c=TRUE,d=18446744073709551615';
    expect(pathOf(decode("ref Other", `<X>${text}</X>`) as Reference<unknown>)).toEqual({
      namespace: "root/y",
      className: "Other",
      keys: { a: 'x"y', b: 3, c: true, d: 18446744073709551615n },
    });
  });

  test("keys of an unknown class stay text, and nested endpoints become paths", () => {
    const inner = `<X>${endpoint(
      `<w:Selector Name="id"><a:EndpointReference>${noNamespace}</a:EndpointReference></w:Selector>`,
    ).replace(`${schema}/Numbers`, `${schema}/Unknown`)}</X>`;
    expect(pathOf(decode("ref Unknown", inner) as Reference<unknown>)).toEqual({
      namespace: "root/x",
      className: "Unknown",
      keys: { id: path },
    });
  });

  test.each(["", "x.=1", 'x.a="'])("%j is no object path", async (text) => {
    expect(await failure(() => decode("ref Other", `<X>${text}</X>`))).toEqual([
      "protocol",
      `${JSON.stringify(text)} is not a reference`,
    ]);
  });

  test("an endpoint without resource URI is none", async () => {
    expect(await failure(() => decode("ref X", "<X><a:Address>x</a:Address></X>"))).toEqual([
      "protocol",
      "an endpoint reference without wsman:ResourceURI",
    ]);
  });
});

describe("embedded instances", () => {
  const members = "<q:numbers>1</q:numbers><q:COUNT>2</q:COUNT>";
  const value = { className: "Numbers", properties: { id: null, numbers: [1n], count: 2n } };
  const q = `xmlns:q="${schema}/Numbers"`;

  test.each<[string, TypeCode, string]>([
    ["inline", "instance Numbers", `<X ${q} xsi:type="q:Numbers_Type">${members}</X>`],
    ["inline, no declared class", "object", `<X ${q} xsi:type="q:Numbers_Type">${members}</X>`],
    ["inline, no type", "instance Numbers", `<X ${q}>${members}</X>`],
    [
      "class element",
      "instance Numbers",
      `<X><q:Numbers ${q} xsi:type="q:Numbers_Type">${members}</q:Numbers></X>`,
    ],
    [
      "inline, all in the namespace of the class around",
      "instance Numbers",
      `<o:X xmlns:o="${schema}/Outer"><o:numbers>1</o:numbers><o:COUNT>2</o:COUNT></o:X>`,
    ],
    ["class element, no type", "object", `<X><q:Numbers ${q}>${members}</q:Numbers></X>`],
  ])("%s", (_, type, inner) => {
    expect(decode(type, inner)).toEqual(value);
  });

  test("the property of one name with its class is no class element", () => {
    const inner = `<X ${q} xsi:type="q:Numbers_Type"><q:numbers>1</q:numbers></X>`;
    expect(decode("object", inner)).toEqual({
      className: "Numbers",
      properties: { id: null, numbers: [1n], count: null },
    });
  });

  test("arrays of them", () => {
    const one = `<X ${q} xsi:type="q:Numbers_Type"><q:count>2</q:count></X>`;
    expect(decode("object[]", one + one)).toHaveLength(2);
  });

  test("of unknown classes are read as well as they say", () => {
    const inner =
      `<X xmlns:q="${schema}/U" xsi:type="q:U_Type"><q:text>1</q:text>` +
      '<q:typed xsi:type="cim:cimUnsignedInt">1</q:typed><q:list>a</q:list><q:list>b</q:list>' +
      "<q:when><cim:Datetime>2026-11-22T06:00:00Z</cim:Datetime></q:when>" +
      '<q:none xsi:nil="true"/><q:deep><q:n>1</q:n></q:deep></X>';
    expect(decode("object", inner)).toEqual({
      className: "U",
      properties: {
        text: "1",
        typed: 1,
        list: ["a", "b"],
        when,
        none: null,
        deep: { className: "U", properties: { n: "1" } },
      },
    });
  });

  test("pollute nothing", () => {
    const inner = `<X xmlns:q="${schema}/U" xsi:type="q:U_Type"><q:__proto__><q:polluted>1</q:polluted></q:__proto__></X>`;
    const { properties } = decode("object", inner) as { properties: object };
    expect(Object.keys(properties)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(properties)).toBe(Object.prototype);
    expect({}).not.toHaveProperty("polluted");
  });
});

describe("resource URIs", () => {
  test("in each style", () => {
    expect([
      resourceUri("Win32_X", "root/cimv2"),
      resourceUri("Win32_X", "root/cimv2", "microsoft"),
      resourceUri("AMT_X", "root/x", "dmtf", new Map([["AMT_", "http://intel/"]])),
    ]).toEqual([
      `${schema}/Win32_X`,
      "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_X",
      "http://intel/AMT_X",
    ]);
  });

  test("read back", async () => {
    expect([
      parseResourceUri(` ${schema}/Win32_X `),
      parseResourceUri("http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/rdms/Win32_X"),
    ]).toEqual([{ className: "Win32_X" }, { className: "Win32_X", namespace: "root/cimv2/rdms" }]);
    expect((await failure(() => parseResourceUri("x")))[0]).toBe("protocol");
    expect((await failure(() => parseResourceUri("http://x/")))[0]).toBe("protocol");
  });
});
