import { describe, expect, test } from "vitest";
import { CimDateTime, CimInterval, formatPath, type Reference } from "../../src/runtime/index.ts";
import { isReference, pathOf } from "../../src/runtime/reference.ts";
import { startServer } from "../../src/simulator/index.ts";
import { start } from "./sessions.ts";
import { schemaOf } from "./wire.ts";

async function stored(mof: string, className: string): Promise<readonly Record<string, unknown>[]> {
  const { store } = await start({ schema: schemaOf(mof) });
  return store.instances(className, "root/cimv2").map((instance) => instance.properties);
}

function shown(reference: unknown): string {
  return isReference(reference)
    ? formatPath(pathOf(reference satisfies Reference<unknown>))
    : "none";
}

describe("the value of a property", () => {
  test.each([
    ["boolean", "true", true],
    ["uint8", "255", 255],
    ["sint32", "-2147483648", -2147483648],
    ["uint64", "18446744073709551615", 18446744073709551615n],
    ["sint64", "-1", -1n],
    ["real32", "3", 3],
    ["real64", "2.5", 2.5],
    ["char16", "'x'", "x"],
    ["string", '"a" "b"', "ab"],
    ["string", "null", null],
    ["datetime", '"20261122060100.000000+060"', CimDateTime.parse("20261122060100.000000+060")],
    ["datetime", '"00000001020304.000005:000"', CimInterval.parse("00000001020304.000005:000")],
    [
      '[SubType("interval")] datetime',
      '"00000001020304.000005:000"',
      CimInterval.parse("P1DT2H3M4.000005S"),
    ],
  ])("%s = %s", async (type, text, value) => {
    const mof = `class X { [key] uint8 K; ${type} P; }; instance of X { K = 1; P = ${text}; };`;
    expect(await stored(mof, "X")).toEqual([{ K: 1, P: value }]);
  });

  test.each([
    ["uint32 P[]", "{1, 2}", [1, 2]],
    ["uint32 P[]", "{}", []],
    ["uint32 P[]", "7", [7]],
    ["[OctetString] uint8 P[]", "{1, 255}", Uint8Array.of(1, 255)],
    [
      "[OctetString] string P[]",
      '{"0x000000060102", "0x"}',
      [Uint8Array.of(1, 2), new Uint8Array()],
    ],
  ])("%s = %s", async (declaration, text, value) => {
    const mof = `class X { [key] uint8 K; ${declaration}; }; instance of X { K = 1; P = ${text}; };`;
    expect(await stored(mof, "X")).toEqual([{ K: 1, P: value }]);
  });

  test("what is left out has its default, or is null", async () => {
    const mof = "class X { [key] uint8 K; uint32 A = 5; string B; }; instance of X { k = 1; };";
    expect(await stored(mof, "X")).toEqual([{ K: 1, A: 5, B: null }]);
  });
});

describe("references", () => {
  const classes = `
    class X_Part { [key] string Name; [key] uint32 Number; };
    [association] class X_Uses { [key] X_Part ref Who; X_Part ref What; };
  `;

  test("an alias stands for the instance's path, wherever the instance is declared", async () => {
    const mof = `${classes}
      instance of X_Uses { Who = $A; What = $b; };
      instance of X_Part as $A { Name = "a"; Number = 1; };
      instance of X_Part as $B { Name = "b"; Number = 2; };
    `;
    const [uses] = await stored(mof, "X_Uses");
    expect([shown(uses?.["Who"]), shown(uses?.["What"])]).toEqual([
      'root/cimv2:X_Part.Name="a",Number=1',
      'root/cimv2:X_Part.Name="b",Number=2',
    ]);
  });

  test("an object path is a reference, too", async () => {
    const mof = `${classes} instance of X_Uses { Who = "X_Part.Name=\\"a\\",Number=1"; };`;
    const [uses] = await stored(mof, "X_Uses");
    expect(shown(uses?.["Who"])).toBe('root/cimv2:X_Part.Name="a",Number=1');
  });

  test("keys that lead back to themselves are refused", async () => {
    const mof = `class X { [key] X ref Next; };
      instance of X as $A { Next = $B; };
      instance of X as $B { Next = $A; };`;
    await expect(startServer({ schema: schemaOf(mof) })).rejects.toThrow(
      /its key refers to itself/,
    );
  });
});

describe("embedded instances", () => {
  test("have the types of their class", async () => {
    const mof = `class X_In { uint64 N; string S; };
      class X { [key] uint8 K; [EmbeddedInstance("X_In")] string P; };
      instance of X { K = 1; P = instance of X_In { N = 5; }; };`;
    expect(await stored(mof, "X")).toEqual([
      { K: 1, P: { className: "X_In", properties: { N: 5n } } },
    ]);
  });

  test("of an unknown class have those of their constants", async () => {
    const mof = `class X { [key] uint8 K; [EmbeddedObject] string P; };
      instance of X { K = 1; P = instance of X_In { N = 5; L = {"a", null}; }; };`;
    expect(await stored(mof, "X")).toEqual([
      { K: 1, P: { className: "X_In", properties: { N: 5, L: ["a", null] } } },
    ]);
  });
});

test("instances of classes that nobody declares are passed over", async () => {
  const mof = `class X { [key] uint8 K; };
    instance of __Win32Provider as $P { Name = "Provider"; };
    instance of __InstanceProviderRegistration { Provider = $P; };
    instance of X { K = 1; };`;
  expect(await stored(mof, "X")).toEqual([{ K: 1 }]);
});

test.each([
  ["P = 1;", "invalid-parameter: instance of X: P is no property of the class"],
  ['D = "soon";', "invalid-parameter: instance of X: D must be of type datetime"],
  ["N = 256;", "invalid-parameter: X: property N must be a uint8, not the number 256"],
  ["", "invalid-parameter: X: key K is missing"],
])("instance of X { %s } is refused with its reason", async (assignments, message) => {
  const key = assignments === "" ? "" : 'K = "k";';
  const mof = `class X { [key] string K; uint8 N; datetime D; }; instance of X { ${key} ${assignments} };`;
  await expect(startServer({ schema: schemaOf(mof) })).rejects.toThrow(message);
});
