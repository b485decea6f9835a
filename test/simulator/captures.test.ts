import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CimError, type CimValue, type ClassData } from "../../src/runtime/index.ts";
import type { InstanceData } from "../../src/runtime/operations.ts";
import { faultError } from "../../src/runtime/wsman/fault.ts";
import { decodeInstance } from "../../src/runtime/wsman/instance.ts";
import { decodeValue } from "../../src/runtime/wsman/values.ts";
import { child, childrenByName, parseXml, type XmlElement } from "../../src/runtime/xml/parse.ts";
import type { MethodHandler } from "../../src/runtime/index.ts";
import { describeSchema } from "../../src/simulator/index.ts";
import { start } from "./sessions.ts";
import { schemaOf, send } from "./wire.ts";

/** Exchanges with OMI, recorded: `NN-name.request` and `.response`, head and body. */
const folder = new URL("../../../shared/data/captures/", import.meta.url);

function recorded(name: string, half: "request" | "response"): string {
  const text = readFileSync(new URL(`${name}.${half}`, folder), "utf8");
  return text.slice(text.indexOf("\r\n\r\n") + 4);
}

function bodyOf(text: string): XmlElement | undefined {
  return child(parseXml(text), "Body")?.children[0];
}

const sessionClass = `
  #pragma namespace("root/cimv2/rdms")
  class Win32_VirtualDesktopSession {
    [key] uint32 SessionId; string UserName; string VirtualDesktopName; uint16 SessionState; datetime LogonTime;
    uint32 Logoff(); uint32 Disconnect([in] boolean Force, [out] string Reason);
  };`;

const scalars =
  "boolean b,uint8 u8,sint8 s8,uint16 u16,sint16 s16,uint32 u32,sint32 s32,uint64 u64,sint64 s64,real32 r32,real64 r64,datetime dt,MSFT_Base ref rf,string s,char16 c16";
const allTypes = scalars
  .split(",")
  .flatMap((each) => [`[in, out] ${each}`, `[in, out] ${each}A[]`])
  .join(", ");
const testClasses = `
  #pragma namespace("root/test")
  class MSFT_Base { [key] uint32 Key; };
  class MSFT_Animal : MSFT_Base { string Species; };
  class MSFT_Person : MSFT_Animal { string Last; string First; uint32 ExpensiveProperty;
    uint32 Add([in] real32 X, [in] real32 Y, [out] real32 Z);
    string TestAllTypes(${allTypes}); };
  class OMI_Tester { [static] uint32 Func1([in] string In1, [in] uint32 In2, [in] boolean In3, [out] string Out1, [out] uint32 Out2, [out] boolean Out3); };
  class TestClass_MethodProvider_Calc { [static] uint64 Add([in] sint64 Left, [in] sint64 Right, [out] sint64 sum); };
  class TestClass_AllDMTFTypes {
    [key] uint64 v_Key; boolean v_bool; uint8 v_uint8; sint8 v_sint8; uint16 v_UINT16; sint16 v_sint16; uint32 v_uint32; sint32 v_sint32;
    uint64 v_uint64; sint64 v_sint64; real32 v_rEal32; real64 v_Real64; char16 v_char16; string v_string; datetime v_DATETIME;
    [EmbeddedObject] string v_embeddedObject; [EmbeddedInstance("MSFT_Base")] string v_embeddedInstance; MSFT_Base ref v_reference;
    [OctetString] uint8 v_octetUint8[]; };`;

const classes: readonly ClassData[] = [sessionClass, testClasses].flatMap((text) =>
  describeSchema(schemaOf(text)),
);

function classNamed(name: string): ClassData {
  const found = classes.find((cls) => cls.name === name);
  if (found === undefined) throw new Error(`no class ${name}`);
  return found;
}

function decoding(cls: ClassData) {
  return {
    namespace: cls.namespace,
    classOf: (name: string) =>
      classes.find((each) => each.name.toLowerCase() === name.toLowerCase()),
  };
}

/** The instances in an answer to Get, Enumerate or Pull. */
function instancesIn(text: string, cls: ClassData): readonly InstanceData[] {
  const body = bodyOf(text);
  const isBatch = body?.name === "EnumerateResponse" || body?.name === "PullResponse";
  const items = isBatch ? (child(body, "Items")?.children ?? []) : body === undefined ? [] : [body];
  return items.map((item) => {
    const element = item.name === "Item" ? item.children[0] : item;
    if (element === undefined) throw new Error("an empty item");
    return decodeInstance(element, cls, undefined, decoding(cls));
  });
}

/** What a method answered, by lower-case name. */
function outputIn(text: string, cls: ClassData, method: string): Record<string, CimValue> {
  const body = bodyOf(text);
  const { out = {}, returns } = cls.methods?.[method] ?? {};
  const groups = body === undefined ? new Map<string, never>() : childrenByName(body);
  const types = [
    ...Object.entries(out),
    ...(returns === undefined ? [] : [["ReturnValue", returns] as const]),
  ];
  return Object.fromEntries(
    types.map(([name, type]) => [
      name,
      decodeValue(groups.get(name.toLowerCase()) ?? [], type, decoding(cls)),
    ]),
  );
}

function faultCode(text: string, operation: string): string {
  const body = bodyOf(text);
  if (body?.name !== "Fault") throw new Error("no fault");
  return faultError(body, 500, { operation }).code;
}

async function replay(
  name: string,
  cls: ClassData,
  seed: readonly InstanceData[],
  methods: Readonly<Record<string, MethodHandler>> = {},
): Promise<{ readonly status: number; readonly body: string }> {
  const { url } = await start({
    classes,
    instances: { [cls.name]: seed.map(({ properties }) => properties) },
    handlers: { [cls.name]: methods },
  });
  return send(url, { body: recorded(name, "request") });
}

function instance(cls: ClassData, properties: Record<string, CimValue>): InstanceData {
  return { path: { namespace: cls.namespace, className: cls.name, keys: {} }, properties };
}

describe.skipIf(!existsSync(folder))("what OMI was asked, answered alike", () => {
  test.each([
    ["omi-virtualdesktopsession/01-enumerate", "Win32_VirtualDesktopSession"],
    ["omi-virtualdesktopsession/02-get", "Win32_VirtualDesktopSession"],
    ["omi-virtualdesktopsession/03-get-namespace-lowercase", "Win32_VirtualDesktopSession"],
    ["omi/10-enumerate-optimized-object-and-epr", "MSFT_Person"],
    ["omi/15-enumerate-all-types", "TestClass_AllDMTFTypes"],
    ["omi/17-enumerate-all-types-winrm-ua", "TestClass_AllDMTFTypes"],
    ["omi/21-get", "MSFT_Person"],
    ["omi/81-fault-small-envelope", "TestClass_AllDMTFTypes"],
  ])("%s", async (name, className) => {
    const cls = classNamed(className);
    const expected = instancesIn(recorded(name, "response"), cls);
    const { status, body } = await replay(name, cls, expected);
    expect(expected.length).toBeGreaterThan(0);
    expect([status, instancesIn(body, cls)]).toEqual([200, expected]);
  });

  test.each([
    ["omi-virtualdesktopsession/04-invoke-logoff-ok", "Win32_VirtualDesktopSession", "Logoff", {}],
    [
      "omi-virtualdesktopsession/05-invoke-logoff-wmi-error",
      "Win32_VirtualDesktopSession",
      "Logoff",
      {},
    ],
    [
      "omi-virtualdesktopsession/09-invoke-disconnect",
      "Win32_VirtualDesktopSession",
      "Disconnect",
      { Force: true },
    ],
    [
      "omi/26-invoke-static-tester",
      "OMI_Tester",
      "Func1",
      { In1: "hello & bye", In2: 42, In3: true },
    ],
    ["omi/27-invoke-add-real", "MSFT_Person", "Add", { X: 1.5, Y: 2.25 }],
    [
      "omi/46-invoke-calc-add",
      "TestClass_MethodProvider_Calc",
      "Add",
      { Left: 9007199254740993n, Right: 1n },
    ],
  ])("%s", async (name, className, method, input) => {
    const cls = classNamed(className);
    const expected = outputIn(recorded(name, "response"), cls, method);
    const seen: unknown[] = [];
    const key = cls.keys?.[0];
    const known = key === undefined ? [] : [1, 2].map((id) => instance(cls, { [key]: id }));
    const { status, body } = await replay(name, cls, known, {
      [method](call) {
        seen.push(call.input);
        return expected;
      },
    });
    expect(seen).toEqual([input]);
    expect([status, outputIn(body, cls, method)]).toEqual([200, expected]);
  });

  test.each(["omi/28-invoke-all-types", "omi/29-invoke-all-types-winrm-ua"])("%s", async (name) => {
    const cls = classNamed("MSFT_Person");
    const answer = recorded(name, "response").replace("<p:ReturnValue>100<", "<p:ReturnValue>abc<");
    const expected = outputIn(answer, cls, "TestAllTypes");
    const seen: Readonly<Record<string, CimValue>>[] = [];
    const { status, body } = await replay(name, cls, [instance(cls, { Key: 777 })], {
      TestAllTypes({ input }) {
        seen.push(input);
        return expected;
      },
    });
    expect([status, outputIn(body, cls, "TestAllTypes")]).toEqual([200, expected]);
    expect(seen[0]).toMatchObject({
      u64: 18446744073709551614n,
      s64: -9223372036854775808n,
      c16: "X",
      bA: [true, false],
      sA: ["in x", "in y"],
      u64A: [9007199254740993n],
    });
    expect(JSON.stringify([seen[0]?.["dt"], seen[0]?.["rf"]])).toBe(
      '["20261122060000.000000+000","root/test:MSFT_Base.Key=1"]',
    );
  });

  test.each([
    ["omi-virtualdesktopsession/06-invoke-logoff-fault", "Win32_VirtualDesktopSession", "invoke"],
    [
      "omi-virtualdesktopsession/07-invoke-logoff-not-found",
      "Win32_VirtualDesktopSession",
      "invoke",
    ],
    [
      "omi-virtualdesktopsession/08-invoke-logoff-no-selector",
      "Win32_VirtualDesktopSession",
      "invoke",
    ],
    ["omi/70-fault-bad-class", "MSFT_Person", "get"],
    ["omi/73-fault-bad-key", "MSFT_Person", "get"],
    ["omi/76-fault-bad-namespace", "MSFT_Person", "get"],
    ["omi/80-fault-bad-context", "MSFT_Person", "pull"],
    ["omi/82-fault-tiny-envelope", "TestClass_AllDMTFTypes", "get"],
    ["omi/86-fault-mustunderstand", "MSFT_Person", "get"],
  ])("%s", async (name, className, operation) => {
    const cls = classNamed(className);
    const key = cls.keys?.[0] ?? "";
    const { status, body } = await replay(name, cls, [instance(cls, { [key]: 3 })], {
      ...(className === "Win32_VirtualDesktopSession" && {
        Logoff() {
          throw new CimError("access-denied", "not you");
        },
      }),
    });
    expect([status, faultCode(body, operation)]).toEqual([
      500,
      faultCode(recorded(name, "response"), operation),
    ]);
  });
});
