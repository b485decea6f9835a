/** Pages describe what other sources declare: texts are added, types stay, and conflicts are told. */
import { describe, expect, test } from "vitest";
import { generate } from "../../src/codegen/index.ts";
import { classPage, documented, methodPage, type Written } from "./documented.ts";

const door = `[dynamic]
class Contoso_Door {
  [key] string Id;
  [read] uint16 State;
  uint32 Open([in] uint8 Angle, [out] string Answer);
};`;

test("what a source does not say is added, and nothing else", () => {
  const state = `## Properties

<dl> <dt>

**Id**
</dt> <dd> <dl> <dt>

Data type: **string**
</dt> <dt>

Access type: Read/write
</dt> <dt>

Qualifiers: [**key**](/x/key-qualifier), **MaxLen** (9)
</dt> </dl>

What it is called.

</dd> <dt>

**State**
</dt> <dd> <dl> <dt>

Data type: **uint16**
</dt> <dt>

Access type: Read-only
</dt> </dl>

How it is.

<dl> <dt>

**Shut** (0)
</dt> <dd>

Nobody gets in.

</dd> </dl> </dd> </dl>

## Remarks

Doors are doors.
`;
  const returns = `## Parameters

<dl> <dt>

*Angle* \\[in\\]
</dt> <dd>

How far.

</dd> <dt>

*Answer* \\[out\\]
</dt> <dd>

What it says.

</dd> </dl>

## Return value

A code.

<dl> <dt>

**Done** (0)
</dt> <dt>

**Stuck** (5)
</dt> </dl>

`;
  const { mof, said, schema } = documented({
    mof: door,
    docs: [
      classPage("class Contoso_Door { string Id; uint16 State; };", state),
      methodPage("Contoso_Door", "uint32 Open([in] uint8 Angle, [out] string Answer);", returns),
    ],
  });
  expect(said).toBe("");
  expect(mof).toBe(`#pragma namespace ("root/contoso")

[dynamic,
 Description("What Contoso_Door is."),
 Remarks("Doors are doors."),
 Requirements { "Namespace: Root\\\\contoso" }]
class Contoso_Door {
  [key, Description("What it is called.")]
  string Id;

  [read,
   Description("How it is."),
   ValueMap { "0" },
   Values { "Shut" },
   ValueDescriptions { "Nobody gets in." },
   ValuesDocumented]
  uint16 State;

  [Description("What Open does."),
   ReturnDescription("A code."),
   ValueMap { "0", "5" },
   Values { "Done", "Stuck" },
   Requirements { "Namespace: Root\\\\contoso" },
   ValuesDocumented]
  uint32 Open(
    [in, Description("How far.")] uint8 Angle,
    [out, Description("What it says.")] string Answer);
};
`);
  const [file] = generate(schema).value;
  // Names of values are offered, types stay.
  expect(file?.text).toContain("export const Contoso_Door_Open_ReturnValue = {");
  expect(file?.text).toContain("readonly State: uint16 | null;");
  expect(file?.text).toContain("ReturnValue: uint32;");
});

test("what is printed as MOF is read as the same", () => {
  const { mof, schema } = documented({
    mof: door,
    docs: [
      methodPage(
        "Contoso_Door",
        "uint32 Open([in] uint8 Angle, [out] string Answer);",
        "## Return value\n\n<dl> <dt>\n\n**Done** (0)\n</dt> </dl>\n\n",
      ),
    ],
  });
  const again = documented({ mof });
  expect(again.mof).toBe(mof);
  expect(generate(again.schema).value.map(({ text }) => text.replace(/^.*\n/, ""))).toEqual(
    generate(schema).value.map(({ text }) => text.replace(/^.*\n/, "")),
  );
});

test("a subclass has what its superclass is described by, and its own values are its own", () => {
  const { schema } = documented({
    mof: `class A { [key] uint8 Id; uint8 State; };
class B : A { };
class C : A { [ValueMap { "1" }, Values { "One" }] uint8 State; };`,
    docs: [
      classPage(
        "class A { uint8 Id; uint8 State; };",
        "## Properties\n\n<dl> <dt>\n\n**State**\n</dt> <dd>\n\nHow.\n\n<dl> <dt>\n\n**Up** (1)\n</dt> </dl>\n\n</dd> </dl>\n\n",
      ),
    ],
  });
  const stateOf = (name: string) =>
    schema.classes
      .find((cls) => cls.name === name)
      ?.properties.find((property) => property.name === "State")?.values;
  const entries = [{ key: "1", label: "Up" }];
  expect(stateOf("A")).toEqual({ kind: "values", entries, documented: true });
  expect(stateOf("B")).toEqual({ kind: "values", entries, documented: true });
  expect(stateOf("C")).toEqual({ kind: "values", entries: [{ key: "1", label: "One" }] });
});

test("values that the type does not have are left out, the others named", () => {
  const { mof } = documented({
    mof: "class A { uint8 State; };",
    docs: [
      classPage(
        "class A { uint8 State; };",
        "## Properties\n\n<dl> <dt>\n\n**State**\n</dt> <dd>\n\nHow.\n\n<dl> <dt>\n\n**Many** (70000)\n</dt> <dt>\n\n**Few** (7)\n</dt> <dd>\n\nHardly any.\n\n</dd> </dl>\n\n</dd> </dl>\n\n",
      ),
    ],
  });
  expect(mof).toContain(
    '[Description("How."),\n   ValueMap { "7" },\n   Values { "Few" },\n   ValueDescriptions { "Hardly any." },\n   ValuesDocumented]\n  uint8 State;',
  );
});

describe("conflicts", () => {
  const open = "uint32 Open([in] uint8 Angle, [out] string Answer);";
  test.each<[string, Written, string]>([
    [
      "a type",
      { docs: [classPage("class Contoso_Door { string Id; uint32 State; };")] },
      "warning documentation-other-type: Contoso_Door.State is uint16, but its page says uint32",
    ],
    [
      "what a method returns",
      { docs: [methodPage("Contoso_Door", open.replace("uint32", "boolean"))] },
      "warning documentation-other-type: Contoso_Door.Open returns uint32, but its page says boolean",
    ],
    [
      "a direction",
      { docs: [methodPage("Contoso_Door", open.replace("out", "in, out"))] },
      "warning documentation-other-direction: the parameter Contoso_Door.Open.Answer is out, but its page says in and out",
    ],
    [
      "other parameters",
      { docs: [methodPage("Contoso_Door", "uint32 Open([in] uint8 Angel, [out] string Answer);")] },
      "warning documentation-other-parameters: the page of Contoso_Door.Open has other parameters: it does not have Angle and has Angel",
    ],
    [
      "a key",
      {
        docs: [
          classPage(
            "class Contoso_Door { string Id; uint16 State; };",
            "## Properties\n\n<dl> <dt>\n\n**Id**\n</dt> <dd> <dl> <dt>\n\nData type: **string**\n</dt> </dl>\n\nIt.\n\n</dd> <dt>\n\n**State**\n</dt> <dd> <dl> <dt>\n\nData type: **uint16**\n</dt> <dt>\n\nQualifiers: **Key**\n</dt> </dl>\n\nIt.\n\n</dd> </dl>\n\n",
          ),
        ],
      },
      `warning documentation-other-key: Contoso_Door.Id is a key, but not one of those that the page names
warning documentation-other-key: Contoso_Door.State is no key, but its page says that it is one`,
    ],
    [
      "that a method is static",
      { docs: [methodPage("Contoso_Door", `[static] ${open}`)] },
      "warning documentation-other-fact: Contoso_Door.Open is not static, but its page says that it is",
    ],
    [
      "the superclass",
      {
        mof: `class Contoso_Thing { [key] string Id; };\n${door}`,
        docs: [classPage("class Contoso_Door : Contoso_Thing { string Id; };")],
      },
      "warning documentation-other-fact: Contoso_Door extends no class, but its page says that it extends Contoso_Thing",
    ],
    [
      "no superclass, where it is one of those above",
      {
        mof: "class A { [key] string Id; }; class B : A { }; class C : B { };",
        docs: [classPage("class C : A { string Id; };"), classPage("class B { string Id; };")],
      },
      "",
    ],
    [
      "how a property is used",
      {
        mof: "class Contoso_Door { [key] string Id; [write] uint16 State; [read, MaxLen(8)] string Label; string Note; };",
        docs: [
          classPage(
            "class Contoso_Door { [read] string Id; [read] uint16 State; [MaxLen(9), Required, Write] string Label; [write] string Note; };",
          ),
        ],
      },
      `warning documentation-other-fact: Contoso_Door.State can be written, but its page says that it cannot be written
warning documentation-other-fact: Contoso_Door.Label cannot be written, but its page says that it can be written
warning documentation-other-fact: Contoso_Door.Label has at most 8 characters, but its page says that it has at most 9
warning documentation-other-fact: Contoso_Door.Label may be null, but its page says that it is required`,
    ],
    [
      "a member that the class does not have",
      { docs: [methodPage("Contoso_Door", "uint32 Slam();")] },
      "warning documentation-unknown-member: the page of Contoso_Door describes Slam, which the class does not have",
    ],
    [
      "the name of a value",
      {
        mof: 'class Contoso_Door { [key] string Id; [ValueMap { "0" }, Values { "Shut" }] uint16 State; };',
        docs: [
          classPage(
            "class Contoso_Door { string Id; uint16 State; };",
            "## Properties\n\n<dl> <dt>\n\n**State**\n</dt> <dd>\n\nHow.\n\n<dl> <dt>\n\n**Closed** (0)\n</dt> </dl>\n\n</dd> </dl>\n\n",
          ),
        ],
      },
      'warning documentation-other-values: the value 0 of Contoso_Door.State is called "Shut", but its page says "Closed"',
    ],
    [
      "a value that the type does not have",
      {
        docs: [
          methodPage(
            "Contoso_Door",
            open,
            "## Return value\n\n<dl> <dt>\n\n**Done** (0)\n</dt> <dt>\n\n**Bad** (-1)\n</dt> </dl>\n\n",
          ),
        ],
      },
      "warning documentation-value-out-of-range: the page of Contoso_Door.Open lists the value -1, which uint32 cannot have",
    ],
    [
      "no name of a value, which is none",
      {
        mof: 'class Contoso_Door { [key] string Id; [ValueMap { "0" }, Values { "Shut" }] uint16 State; };',
        docs: [
          classPage(
            "class Contoso_Door { string Id; uint16 State; };",
            "## Properties\n\n<dl> <dt>\n\n**State**\n</dt> <dd>\n\nHow.\n\n<dl> <dt>\n\n**Open** (1)\n</dt> <dt>\n\n0\n</dt> <dd>\n\nClosed.\n\n</dd> </dl>\n\n</dd> </dl>\n\n",
          ),
        ],
      },
      "",
    ],
    [
      "a namespace",
      { docs: [methodPage("Contoso_Door", open, "", "Root\\\\other")] },
      "note documentation-other-namespace: this page is about Contoso_Door in root/other, and describes the only class of that name, which is in root/contoso",
    ],
    [
      "several namespaces",
      {
        mof: '#pragma namespace("root/a")\nclass Contoso_Door { [key] string Id; };\n#pragma namespace("root/b")\nclass Contoso_Door { [key] string Id; };\n',
        docs: [methodPage("Contoso_Door", open, "", "Root\\\\other")],
      },
      "note documentation-ambiguous-class: this page describes nothing: it does not say which Contoso_Door it is about, that of root/a or root/b",
    ],
    [
      "no class at all",
      { docs: [methodPage("Contoso_Gate", "uint32 Open();")] },
      "warning documentation-unused: the page of documentation is about no class of the sources",
    ],
  ])("%s", (_, written, expected) => {
    const { said, schema } = documented({ mof: door, ...written });
    const told = said.split("\n").filter((line) => /^(?:error|warning|note) [\w-]+:/.test(line));
    expect(told.join("\n")).toBe(expected);
    const bare = documented({ mof: written.mof ?? door });
    const types = (of: typeof schema) =>
      of.classes.map((cls) => [
        cls.properties.map(({ name, type, key, writable }) => ({ name, type, key, writable })),
        cls.methods.map(({ name, returns, parameters }) => ({
          name,
          returns: returns?.type,
          parameters: parameters.map((each) => ({ name: each.name, type: each.type, in: each.in })),
        })),
      ]);
    expect(types(schema)).toEqual(types(bare.schema));
  });
});
