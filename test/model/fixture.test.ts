/** The fixture, against tables that were not made from it. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { resolve } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";
import { decode } from "../../src/source/index.ts";

const bytes = readFileSync(new URL("../../fixtures/RDManagement.mof", import.meta.url));
const { value, diagnostics } = parse({ name: "RDManagement.mof", text: decode(bytes).text });
const resolved = resolve({ roots: [value], includes: new Map() });
const { classes, instances } = resolved.value;

test("there is nothing to say about it", () => {
  expect([...diagnostics, ...resolved.diagnostics]).toEqual([]);
});

test("13 classes, 87 properties, 68 methods, 131 parameters, 32 static methods, 5 instances", () => {
  const methods = classes.flatMap((cls) => cls.methods);
  expect({
    classes: classes.length,
    properties: classes.flatMap((cls) => cls.properties).length,
    methods: methods.length,
    parameters: methods.flatMap((method) => method.parameters).length,
    static: methods.filter((method) => method.static).length,
    instances: instances.length,
  }).toEqual({
    classes: 13,
    properties: 87,
    methods: 68,
    parameters: 131,
    static: 32,
    instances: 5,
  });
  expect(new Set(classes.map((cls) => cls.namespace))).toEqual(new Set(["root/cimv2/rdms"]));
});

test("every class has its members, its keys and its text", () => {
  const table = classes.map((cls) => [
    cls.name,
    cls.properties.length,
    cls.keys.join(" "),
    cls.methods.filter((method) => !method.static).length,
    cls.methods.filter((method) => method.static).length,
  ]);
  expect(table).toEqual([
    ["Win32_RDMSCollectionProperties", 10, "Alias", 1, 0],
    ["Win32_RDMSDeploymentSettings", 0, "", 0, 19],
    ["Win32_RDMSDesktopAssignment", 4, "CollectionAlias DesktopName UserName UserDomain", 0, 2],
    ["Win32_RDMSEnvironment", 0, "", 0, 4],
    ["Win32_RDMSFileTypeAssociation", 9, "AppAlias PoolName ExtName", 0, 0],
    ["Win32_RDMSJoinedNode", 13, "FQDN", 2, 1],
    ["Win32_RDMSManagementData", 0, "", 0, 2],
    ["Win32_RDMSPublishedApplication", 13, "AppAlias PoolName", 0, 0],
    ["Win32_RDMSVirtualDesktop", 9, "Name", 5, 2],
    ["Win32_RDMSVirtualDesktopCollection", 13, "Alias", 12, 2],
    ["Win32_RDSHCollection", 4, "Alias", 7, 0],
    ["Win32_RDSHServer", 4, "Name", 6, 0],
    ["Win32_VirtualDesktopSession", 8, "VMHostName SessionId", 3, 0],
  ]);
  expect(classes.filter((cls) => !cls.description).map((cls) => cls.name)).toEqual([]);
});

/** What the public documentation says of the same classes. */
interface Documented {
  readonly classes: readonly {
    readonly name: string;
    readonly properties: readonly TypedName[];
    readonly methods: readonly {
      readonly name: string;
      readonly returnType: string;
      readonly params: readonly (TypedName & { readonly direction: readonly string[] })[];
      readonly callKind: { readonly value: string };
    }[];
  }[];
}
interface TypedName {
  readonly name: string;
  readonly type: string;
  readonly array: boolean;
}

const facts = new URL("../../../shared/data/docs/rdms.json", import.meta.url);
const present = existsSync(facts);
if (!present)
  console.warn(`test/model/fixture.test.ts: skipped in part, there is no ${facts.href}`);

describe.skipIf(!present)("it says what the documentation says:", () => {
  const documented = present ? (JSON.parse(readFileSync(facts, "utf8")) as Documented).classes : [];

  test.each(documented.map((cls) => [cls.name, cls] as const))("%s", (name, cls) => {
    const found = classes.find((each) => each.name === name);
    expect(
      found?.properties.map((property) => [property.name, typeOf(property.type)]).sort(),
    ).toEqual(cls.properties.map((property) => [property.name, spelt(property)]).sort());
    expect(
      found?.methods
        .map((method) => [
          method.name,
          method.returns ? typeOf(method.returns.type) : "void",
          ...method.parameters.map((parameter) => {
            const direction = `${parameter.in ? "in" : ""}${parameter.out ? "out" : ""}`;
            return `${direction} ${typeOf(parameter.type)} ${parameter.name}`;
          }),
        ])
        .sort(),
    ).toEqual(
      cls.methods
        .map((method) => [
          method.name,
          method.returnType,
          ...method.params.map((each) => `${each.direction.join("")} ${spelt(each)} ${each.name}`),
        ])
        .sort(),
    );
    const statics = cls.methods.filter(({ callKind }) => callKind.value === "static");
    expect(found?.methods.flatMap((method) => (method.static ? [method.name] : [])).sort()).toEqual(
      statics.map((method) => method.name).sort(),
    );
  });
});

function typeOf(type: {
  readonly kind: string;
  readonly name?: string;
  readonly array: boolean | number;
}): string {
  return `${type.name ?? type.kind}${type.array === false ? "" : "[]"}`;
}

function spelt({ type, array }: TypedName): string {
  return `${type}${array ? "[]" : ""}`;
}
