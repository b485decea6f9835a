import { describe, expect, test } from "vitest";
import { identityOf, readNamespace } from "../../src/model/namespace.ts";
import { localeNumber } from "../../src/source/index.ts";
import { meaningOf } from "./meaning.ts";
import type { Dialect } from "../../src/ast/index.ts";
import { resolve } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";

describe("a namespace, however it is written", () => {
  const current = { namespace: "root/here" };
  const table: readonly (readonly [text: string, namespace: string, locale?: number])[] = [
    ["root/x", "root/x"],
    [String.raw`root\x`, "root/x"],
    [String.raw`\\.\root\x`, "root/x"],
    ["//./root/x", "root/x"],
    [String.raw`\\.\Root\CIMv2\Terminal Services`, "Root/CIMv2/Terminal Services"],
    [String.raw`\\server\root\x`, "root/x"],
    [String.raw` \\ . \ root \ x `, "root/x"],
    [String.raw`\root\x`, "root/x"],
    ["root/x/", "root/x"],
    [String.raw`\\.\root`, "root"],
    [String.raw`\\.\root\x\ms_409`, "root/x", 0x409],
    ["root/x/MS_c0a", "root/x", 0xc0a],
    ["ms_409", "root/here", 0x409],
    ["", "root/here"],
    [String.raw`\\.`, "root/here"],
    ["root/ms_", "root/ms_"],
    ["root/ms_40999", "root/ms_40999"],
  ];
  for (const [text, namespace, locale] of table) {
    test(JSON.stringify(text), () =>
      expect(readNamespace(text, current)).toEqual({
        namespace,
        ...(locale !== undefined && { locale }),
      }),
    );
  }

  test("identity ignores case", () => {
    expect(identityOf("Root/X", "CIM_A")).toBe(identityOf("root/x", "cim_a"));
  });
});

test("a switch in mid-file, a class in two namespaces, a relative switch to a locale", () => {
  const { schema, said } = meaningOf(String.raw`
    class A {};
    #pragma namespace ("\\\\.\\root\\one")
    class A {};
    #pragma namespace ("//./ROOT/two")
    class A {};
    class B : A {};
    #pragma namespace ("ms_409")
    [Description("B in English")] class B {};
    #pragma namespace ("root/one")
    class C : B {};`);
  expect(said).toEqual([]);
  expect(
    schema.classes.map(({ namespace, name, superclass, description }) =>
      [namespace, name, superclass?.namespace, description].filter(Boolean).join(" "),
    ),
  ).toEqual([
    "root/cimv2 A",
    "root/one A",
    "root/one C ROOT/two",
    "ROOT/two A",
    "ROOT/two B ROOT/two B in English",
  ]);
});

test("the default namespace is the user's, and an include has the one in force where it stands", () => {
  const { schema } = meaningOf("class A {};", { defaultNamespace: String.raw`\\.\root\mine` });
  expect(schema.classes.map(({ namespace }) => namespace)).toEqual(["root/mine"]);
});

describe("a locale", () => {
  const table: readonly (readonly [string, number | undefined])[] = [
    ["en", 0x409],
    ["en-US", 0x409],
    ["ES-es", 0xc0a],
    ["pt-BR", 0x416],
    ["zh-TW", 0x404],
    ["409", 0x409],
    ["0x409", 0x409],
    ["ms_409", 0x409],
    ["c0a", 0xc0a],
    ["MS_C0A", 0xc0a],
    ["xx", undefined],
    ["", undefined],
  ];
  test.each(table)("%j", (text, number) => expect(localeNumber(text)).toBe(number));
});

describe("the default namespace is that of the dialect", () => {
  function namespacesOf(texts: readonly string[], dialect?: Dialect, defaultNamespace?: string) {
    const roots = texts.map((text, index) => parse({ name: `${index}.mof`, text }).value);
    const set = { roots, includes: new Map<never, never>(), ...(dialect && { dialect }) };
    const { value } = resolve(set, defaultNamespace === undefined ? {} : { defaultNamespace });
    return value.classes.map(({ namespace, name }) => `${namespace} ${name}`);
  }

  const plain = "class A {};";
  const wmi = "#pragma autorecover\nclass B {};";

  test("root/cimv2, but root/default for Microsoft's", () => {
    expect(namespacesOf([plain])).toEqual(["root/cimv2 A"]);
    expect(namespacesOf([wmi])).toEqual(["root/default B"]);
    expect(namespacesOf([plain], "wmi")).toEqual(["root/default A"]);
    expect(namespacesOf([plain], "mof3")).toEqual(["root/cimv2 A"]);
  });

  test("a file that shows no dialect has that of the others", () => {
    expect(namespacesOf([plain, wmi])).toEqual(["root/default A", "root/default B"]);
  });

  test("and the user's is that of all", () => {
    expect(namespacesOf([plain, wmi], "wmi", String.raw`\\.\root\x`)).toEqual([
      "root/x A",
      "root/x B",
    ]);
  });

  test("spelt as it is written first, also where nothing else is declared", () => {
    expect(
      namespacesOf([
        '#pragma namespace("Root/X")\nclass B {};\n#pragma namespace("root/x")\nclass A {};',
      ]),
    ).toEqual(["Root/X A", "Root/X B"]);
  });
});
