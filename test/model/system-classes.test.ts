import { describe, expect, test } from "vitest";
import { parse } from "../../src/parse/index.ts";
import { builtinSource, systemClass } from "../../src/model/read-system-classes.ts";
import { systemProperties } from "../../src/model/system-properties.ts";
import { classNamed, meaningOf } from "./meaning.ts";

const { value: document, diagnostics } = parse(builtinSource);
const declared = document.declarations.flatMap((each) => (each.kind === "class" ? [each] : []));

describe("the table of WMI's system classes", () => {
  test("is MOF, and its own small reader reads it as the grammar does", () => {
    expect(diagnostics).toEqual([]);
    expect(declared.length).toBe(document.declarations.length);
    expect(declared.map((node) => systemClass(node.name.text.toLowerCase()))).toEqual(declared);
  });

  test("names each class once, and nothing that it does not declare", () => {
    const { schema, said } = meaningOf(builtinSource.text);
    expect(said).toEqual([]);
    expect(schema.classes.length).toBe(declared.length);
    expect(schema.classes.filter((cls) => cls.builtin)).toEqual([]);
  });

  test("has what programs are written against", () => {
    const { schema } = meaningOf(builtinSource.text);
    const binding = classNamed(schema, "__FilterToConsumerBinding");
    expect([binding.association, binding.keys]).toEqual([true, ["Filter", "Consumer"]]);
    const provider = classNamed(schema, "__Win32Provider");
    expect([provider.keys, provider.properties.length]).toEqual([["Name"], 24]);
    const event = classNamed(schema, "__InstanceModificationEvent");
    expect(event.properties.map(({ name }) => name)).toEqual([
      "SECURITY_DESCRIPTOR",
      "TIME_CREATED",
      "TargetInstance",
      "PreviousInstance",
    ]);
    const registration = classNamed(schema, "__InstanceProviderRegistration");
    expect(registration.keys).toEqual(["provider"]);
    const security = classNamed(schema, "__SystemSecurity");
    expect(security.methods.map((method) => [method.name, method.static])).toEqual([
      ["GetSD", true],
      ["Get9XUserList", true],
      ["SetSD", true],
      ["Set9XUserList", true],
      ["GetCallerAccessRights", true],
    ]);
  });
});

describe("a system class need not be declared", () => {
  test("to be a superclass, a target or an embedded type, each in the namespace of its user", () => {
    const { schema, said } = meaningOf(String.raw`
      #pragma namespace("\\\\.\\root\\one")
      class A : __ExtrinsicEvent { __EVENTFILTER ref Filter; __Trustee Who; };
      #pragma namespace("\\\\.\\root\\two")
      class B : __SystemEvent { [EmbeddedInstance("__ACE")] string Entry; };`);
    expect(said).toEqual([]);
    expect(
      schema.classes.map((cls) => `${cls.namespace} ${cls.name}${cls.builtin ? " *" : ""}`),
    ).toEqual([
      "root/one __Event *",
      "root/one __EventFilter *",
      "root/one __ExtrinsicEvent *",
      "root/one __IndicationRelated *",
      "root/one __SecurityRelatedClass *",
      "root/one __SystemClass *",
      "root/one __Trustee *",
      "root/one A",
      "root/two __ACE *",
      "root/two __Event *",
      "root/two __ExtrinsicEvent *",
      "root/two __IndicationRelated *",
      "root/two __SecurityRelatedClass *",
      "root/two __SystemClass *",
      "root/two __SystemEvent *",
      "root/two __Trustee *",
      "root/two B",
    ]);
    const a = classNamed(schema, "A");
    expect(a.properties.map(({ name, type }) => [name, type])).toEqual([
      ["SECURITY_DESCRIPTOR", { kind: "intrinsic", name: "uint8", array: true }],
      ["TIME_CREATED", { kind: "intrinsic", name: "uint64", array: false }],
      ["Filter", { kind: "reference", className: "__EventFilter", array: false }],
      ["Who", { kind: "embedded-instance", className: "__Trustee", array: false }],
    ]);
    expect(a.location.source.name).toBe("0.mof");
    expect(a.superclass?.location.source.name).toBe("<built-in>");
  });

  test("to have instances, whose values have its types; then it is no part of the schema", () => {
    const { schema, said } = meaningOf(`
      instance of __Win32Provider as $P { Name = "P"; PerUserInitialization = "FALSE"; Version = 1.0; __PATH = "x"; };
      instance of __InstanceProviderRegistration { Provider = $P; QuerySupportLevels = "WQL:UnarySelect"; };`);
    expect(said).toEqual([]);
    expect(schema.classes).toEqual([]);
    expect(schema.instances.map(({ values }) => Object.fromEntries(values))).toEqual([
      { Name: "P", PerUserInitialization: false, Version: 1n, __PATH: "x" },
      { Provider: { kind: "alias", alias: "$P" }, QuerySupportLevels: ["WQL:UnarySelect"] },
    ]);
  });

  test("but one that is declared wins, wherever", () => {
    const { schema } = meaningOf(String.raw`
      class B : EventTrace { uint8 Level; };
      #pragma namespace("\\\\.\\root\\wmi")
      class EventTrace { uint32 Own; };`);
    expect(classNamed(schema, "B").properties.map(({ name }) => name)).toEqual(["Own", "Level"]);
    expect(schema.classes.filter((cls) => cls.builtin)).toEqual([]);
  });
});

test("system properties are known by their names in lower case", () => {
  expect([...systemProperties.keys()]).toEqual([...systemProperties.keys()].sort());
  expect([...systemProperties.keys()].filter((name) => !/^__[a-z_]+$/.test(name))).toEqual([]);
});
