/**
 * The documentation of root/cimv2/rdms, in English and in Spanish, and the MOF of the fixture:
 * what each says of the same 13 classes.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { generate } from "../../src/codegen/index.ts";
import { type CimClass, type CimMethod, resolve, type Schema } from "../../src/model/index.ts";
import { readPages } from "../../src/markdown/index.ts";
import { readOverlay } from "../../src/overlay/index.ts";
import { parse } from "../../src/parse/index.ts";
import { decode } from "../../src/source/index.ts";
import { hasPages, pagesIn, schemaOf, seed, warnWithoutPages } from "./shared-pages.ts";

warnWithoutPages("test/markdown/rdms.test.ts");

function ofFixture(): Schema {
  const path = fileURLToPath(new URL("../../fixtures/RDManagement.mof", import.meta.url));
  const { text } = decode(readFileSync(path));
  const { value } = parse({ name: "RDManagement.mof", text });
  return resolve({ roots: [value], includes: new Map() }).value;
}

/** What counts for whoever calls: a line for each class and each of its elements. */
function linesOf({ classes }: Schema): readonly string[] {
  return classes
    .filter(({ builtin }) => !builtin)
    .flatMap((cls) => [
      `${cls.namespace}:${cls.name}${cls.superclassName === undefined ? "" : `:${cls.superclassName}`}`,
      ...cls.properties.map((property) => {
        const { name, key, writable, declaredType, values } = property;
        const flags = `${key ? " key" : ""}${writable ? " write" : ""}`;
        return `${cls.name}.${name}: ${typeText(declaredType)}${flags}${valuesText(values)}`;
      }),
      ...cls.methods.flatMap((method) => methodLines(cls, method)),
    ]);
}

function methodLines({ name: owner }: CimClass, method: CimMethod): readonly string[] {
  const { name, returns, parameters } = method;
  const type = returns ? typeText(returns.declaredType) : "void";
  return [
    `${owner}.${name}(): ${type}${valuesText(returns?.values)}`,
    ...parameters.map((parameter, index) => {
      const directions = `${parameter.in ? " in" : ""}${parameter.out ? " out" : ""}`;
      const place = `${owner}.${name}(${index} ${parameter.name})`;
      return `${place}: ${typeText(parameter.declaredType)}${directions}${valuesText(parameter.values)}`;
    }),
  ];
}

function typeText({ name, reference, array }: CimMethod["parameters"][number]["declaredType"]) {
  return `${name}${reference ? " ref" : ""}${array === false ? "" : "[]"}`;
}

function valuesText(values: CimClass["properties"][number]["values"]): string {
  return values
    ? ` {${values.entries.map(({ key, label }) => `${key}=${label ?? ""}`).join("|")}}`
    : "";
}

/** Lines that only the one has, and those that only the other has. */
function differences(one: Schema, other: Schema): readonly string[] {
  const [left, right] = [linesOf(one), linesOf(other)];
  return [
    ...left.filter((line) => !right.includes(line)).map((line) => `- ${line}`),
    ...right.filter((line) => !left.includes(line)).map((line) => `+ ${line}`),
  ].sort((a, b) => (a.slice(2) < b.slice(2) ? -1 : 1));
}

/** Generated files without the comments. */
function codeOf(schema: Schema): Readonly<Record<string, string>> {
  const { value, diagnostics } = generate(schema);
  expect(diagnostics).toEqual([]);
  return Object.fromEntries(
    value.map(({ path, text }) => [
      path,
      text.replaceAll(/^ *\/\*\*[^]*?\*\/\n|^ *\/\/.*\n/gm, "").replaceAll(/\n{2,}/g, "\n"),
    ]),
  );
}

describe.runIf(hasPages)("the documentation of RDManagement.mof (needs ../shared)", () => {
  const english = hasPages ? schemaOf(pagesIn("en")) : undefined;
  const spanish = hasPages ? schemaOf(pagesIn("es-es")) : undefined;

  test("in English nothing is wrong with it", () => {
    expect(english?.said).toEqual([]);
    const classes = english?.schema.classes ?? [];
    const methods = classes.flatMap((cls) => cls.methods);
    expect([
      classes.length,
      methods.length,
      methods.flatMap(({ parameters }) => parameters).length,
    ]).toEqual([13, 68, 131]);
  });

  test("says what the MOF of the fixture says, but for the names of some values", () => {
    if (!english) throw new Error("there are no pages");
    const { GetProvisioningProperties, GetJoinedNodeCount, ProvisioningEnumerateJobs, Type } = {
      GetProvisioningProperties: "Win32_RDMSCollectionProperties.GetProvisioningProperties",
      GetJoinedNodeCount: "Win32_RDMSJoinedNode.GetJoinedNodeCount",
      ProvisioningEnumerateJobs: "Win32_RDMSVirtualDesktopCollection.ProvisioningEnumerateJobs",
      Type: "Win32_RDSHCollection.Type",
    };
    const kinds = "0=Regular|2=Reserved|3=Reserved|4=ManualPersonal|5=AutoPersonal";
    expect(differences(ofFixture(), english.schema)).toEqual([
      // The page lists them without a mark that would make them names, which a translation keeps.
      `+ ${GetProvisioningProperties}(0 PoolVhdType): string out`,
      `- ${GetProvisioningProperties}(0 PoolVhdType): string out {Clone=Clone|DiffDisk=DiffDisk}`,
      // The page says what each number stands for, and does not give it a name. Its numbers are bits.
      `- ${GetJoinedNodeCount}(0 roleType): uint32 in {0=ConnectionBroker|1=SessionHost|2=VirtualizationHost}`,
      `+ ${GetJoinedNodeCount}(0 roleType): uint32 in {0=|1=|2=|4=}`,
      // As above.
      `- ${ProvisioningEnumerateJobs}(0 JobType): uint32 in {0=Running|1=Completed}`,
      `+ ${ProvisioningEnumerateJobs}(0 JobType): uint32 in {0=|1=}`,
      // As above, for two of five.
      `- ${Type}: uint32 write {${kinds}}`,
      `+ ${Type}: uint32 write {${kinds.replaceAll("Reserved", "")}}`,
    ]);
  });

  test("is the same in Spanish, after repairs of the namespace", () => {
    if (!english || !spanish) throw new Error("there are no pages");
    expect(spanish.said.map((line) => line.replace(/ at .*/, ""))).toEqual(
      Array.from({ length: 4 }, () => "warning page-namespace-repaired"),
    );
    expect(differences(english.schema, spanish.schema)).toEqual([]);
    expect(codeOf(spanish.schema)).toEqual(codeOf(english.schema));
  });

  test("is the same on bilingual pages", () => {
    const { schema } = schemaOf(pagesIn("es-es.live-sxs"));
    const lines = linesOf(schema);
    const known = new Set(english && linesOf(english.schema));
    expect(lines.filter((line) => !known.has(line))).toEqual([]);
    expect(lines.length).toBe(13);
  });

  test("says with the overlay which methods are static, as far as that is known", () => {
    const path = fileURLToPath(new URL("../../fixtures/rdms.overlay.json", import.meta.url));
    const overlay = readOverlay({
      name: "rdms.overlay.json",
      text: readFileSync(path, "utf8"),
    });
    const { value: roots } = readPages(pagesIn("en"));
    const overlays = overlay.value ? [overlay.value] : [];
    const { value, diagnostics } = resolve({ roots, includes: new Map(), overlays });
    expect([...overlay.diagnostics, ...diagnostics]).toEqual([]);
    const staticIn = (schema: Schema) =>
      schema.classes.flatMap((cls) =>
        cls.methods.filter((method) => method.static).map(({ name }) => `${cls.name}.${name}`),
      );
    expect(staticIn(value)).toEqual(staticIn(ofFixture()));
    expect(staticIn(value).length).toBe(32);
    const unknown = value.classes.flatMap((cls) =>
      cls.methods.filter(({ staticUnknown }) => staticUnknown),
    );
    expect(unknown.length).toBe(24);
    expect(differences(ofFixture(), value)).toEqual([
      "+ Win32_RDMSJoinedNode.GetJoinedNodeCount(0 roleType): uint32 in {0=All|1=ConnectionBroker|2=SessionHost|4=VirtualizationHost}",
      "- Win32_RDMSJoinedNode.GetJoinedNodeCount(0 roleType): uint32 in {0=ConnectionBroker|1=SessionHost|2=VirtualizationHost}",
      "- Win32_RDSHCollection.Type: uint32 write {0=Regular|2=Reserved|3=Reserved|4=ManualPersonal|5=AutoPersonal}",
      "+ Win32_RDSHCollection.Type: uint32 write {0=Regular|2=|3=|4=ManualPersonal|5=AutoPersonal}",
    ]);
  });

  test("begins with a page of one method", () => {
    const { schema, said } = schemaOf([seed()]);
    expect(said).toEqual([
      "warning page-namespace-repaired at seed.md:56:44",
      "info page-class-missing at seed.md:13:3",
    ]);
    expect(linesOf(schema)).toEqual([
      "root/cimv2/rdms:Win32_VirtualDesktopSession",
      "Win32_VirtualDesktopSession.Logoff(): uint32",
    ]);
  });
});
