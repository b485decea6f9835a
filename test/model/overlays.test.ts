// cspell:ignore Numbr
/** Overlays state what no source says, and must know what they are about. */
import { describe, expect, test } from "vitest";
import { classPage, documented, methodPage, type Written } from "./documented.ts";

const doors = `class Contoso_Thing { string Id; string Name; uint32 Turn(); };
class Contoso_Door : Contoso_Thing {
  uint32 Number;
  [ValueMap { "0", "1", "2" }, Values { "Shut", "Open", "Odd" }, write] uint16 State;
  [BitMap { "0" }, BitValues { "Lit" }] uint8 Flags;
  boolean Locked;
  [static] uint32 Count([in] string Building);
  uint32 Open([in] uint8 Angle);
};
`;

/** The classes as MOF, without the first one. */
function doorWith(overlays: readonly string[], more: Written = {}): string {
  const { mof, said } = documented({ mof: doors, overlays, ...more });
  expect(said).toBe("");
  return mof.slice(mof.indexOf("class Contoso_Door")).trimEnd();
}

test("everything that can be stated", () => {
  const overlay = `namespace: ROOT/contoso
classes:
  contoso_door:
    keys: [number]
    properties:
      State: { required: true, write: false, values: { 1: Wide Open, 2: ~, 3..9: Moving } }
      Flags: { values: { 1: Loud } }
    methods:
      Count: { static: false }
      OPEN:
        static: true
        returns: { 0: Done, 0x05: Stuck }
        parameters:
          angle: { required: true, optional: true, values: { 90: Wide } }
`;
  expect(doorWith([overlay])).toBe(`class Contoso_Door : Contoso_Thing {
  [Key]
  uint32 Number;

  [ValueMap { "0", "1", "3..9" }, Values { "Shut", "Wide Open", "Moving" }, Write(false), Required]
  uint16 State;

  [BitMap { "0", "1" }, BitValues { "Lit", "Loud" }]
  uint8 Flags;

  boolean Locked;

  [Static(false)]
  uint32 Count([in] string Building);

  [Static, ValueMap { "0", "5" }, Values { "Done", "Stuck" }]
  uint32 Open([in, Required, Optional, ValueMap { "90" }, Values { "Wide" }] uint8 Angle);
};`);
});

test("of two overlays the later counts, member by member", () => {
  const first =
    "classes: { Contoso_Door: { methods: { Open: { static: true, returns: { 0: A, 1: B } } } } }";
  const second =
    "classes: { Contoso_Door: { methods: { Open: { static: false, returns: { 1: C } } } } }";
  expect(doorWith([first, second])).toContain(
    '[Static(false), ValueMap { "0", "1" }, Values { "A", "C" }]\n  uint32 Open(',
  );
});

test("subclasses have what their superclass has", () => {
  const overlay =
    "classes: { Contoso_Thing: { keys: [Name], properties: { Name: { values: { x: X } } }, methods: { Turn: { static: true } } } }";
  const { schema, said } = documented({ mof: doors, overlays: [overlay] });
  expect(said).toBe("");
  const door = schema.classes.find(({ name }) => name === "Contoso_Door");
  expect(door?.keys).toEqual(["Name"]);
  expect(door?.properties.find(({ name }) => name === "Name")?.values?.entries).toEqual([
    { key: "x", label: "X" },
  ]);
  expect(door?.methods.find(({ name }) => name === "Turn")?.static).toBe(true);
});

test("what pages leave open is decided, and what they say is changed", () => {
  const pages = [
    classPage("class Contoso_Gate { string Id; };"),
    methodPage("Contoso_Gate", "uint32 Open();"),
    methodPage("Contoso_Gate", "uint32 Close();"),
  ];
  const overlays = [
    "classes: { Contoso_Gate: { keys: [Id], methods: { Open: { static: false } } } }",
  ];
  const { schema, said } = documented({ pages, overlays });
  expect(said).toBe("");
  const [gate] = schema.classes;
  expect(gate?.keys).toEqual(["Id"]);
  expect(
    gate?.methods.map(({ name, static: isStatic, staticUnknown }) => [
      name,
      isStatic,
      staticUnknown,
    ]),
  ).toEqual([
    ["Open", false, undefined],
    ["Close", false, true],
  ]);
});

test("of what documentation names, an overlay makes a fact", () => {
  const docs = [
    methodPage(
      "Contoso_Door",
      "uint32 Open([in] uint8 Angle);",
      "## Return value\n\n<dl> <dt>\n\n**Done** (0)\n</dt> <dt>\n\n**Stuck** (5)\n</dt> </dl>\n\n",
    ),
  ];
  const overlays = ["classes: { Contoso_Door: { methods: { Open: { returns: { 5: Jammed } } } } }"];
  const { schema, said } = documented({ mof: doors, docs, overlays });
  expect(said).toBe("");
  const open = schema.classes.flatMap((cls) => cls.ownMethods).find(({ name }) => name === "Open");
  expect(open?.returns?.values).toEqual({
    kind: "values",
    entries: [
      { key: "0", label: "Done" },
      { key: "5", label: "Jammed" },
    ],
  });
});

describe("what is unknown is an error", () => {
  test.each<[string, string, Written, string]>([
    [
      "a class",
      "classes: { Contoso_Dor: {} }",
      {},
      "error overlay-unknown-class: no source declares Contoso_Dor\nhelp: Did you mean Contoso_Door?",
    ],
    [
      "a class of another namespace",
      "namespace: root/else\nclasses: { Contoso_Door: {} }",
      {},
      "error overlay-unknown-class: no source declares Contoso_Door in root/else\nhelp: It is declared in root/contoso.",
    ],
    [
      "which class of two",
      "classes: { A: {} }",
      {
        mof: '#pragma namespace("root/a")\nclass A {};\n#pragma namespace("root/b")\nclass A {};\n',
      },
      "error overlay-ambiguous-class: A is declared in root/a and root/b\nhelp: State the namespace of the one that is meant.",
    ],
    [
      "a property",
      "classes: { Contoso_Door: { properties: { Stat: {} } } }",
      {},
      "error overlay-unknown-property: Contoso_Door declares no property Stat\nhelp: Did you mean State?",
    ],
    [
      "a property of the superclass",
      "classes: { Contoso_Door: { properties: { Name: {} } } }",
      {},
      "error overlay-unknown-property: Contoso_Door declares no property Name\nhelp: Name is declared by Contoso_Thing: state it there.",
    ],
    [
      "a method",
      "classes: { Contoso_Door: { methods: { Opn: { static: true } } } }",
      {},
      "error overlay-unknown-method: Contoso_Door declares no method Opn\nhelp: Did you mean Open?",
    ],
    [
      "a method of the superclass",
      "classes: { Contoso_Door: { methods: { Turn: {} } } }",
      {},
      "error overlay-unknown-method: Contoso_Door declares no method Turn\nhelp: Turn is declared by Contoso_Thing: state it there.",
    ],
    [
      "a parameter",
      "classes: { Contoso_Door: { methods: { Open: { parameters: { Angel: {} } } } } }",
      {},
      "error overlay-unknown-parameter: Contoso_Door.Open has no parameter Angel\nhelp: Did you mean Angle?",
    ],
    [
      "a key",
      "classes: { Contoso_Door: { keys: [Numbr] } }",
      {},
      "error overlay-unknown-property: Contoso_Door declares no property Numbr\nhelp: Did you mean Number?",
    ],
    [
      "a key that is inherited",
      "classes: { Contoso_Door: { keys: [Name] } }",
      {},
      "error overlay-key-inherited: Contoso_Door inherits Name from Contoso_Thing, and only what a class declares becomes a key of it\nhelp: Make Name a key of Contoso_Thing, which all its subclasses then have.",
    ],
    [
      "a value that the type does not have",
      "classes: { Contoso_Door: { properties: { Locked: { values: { 1: X } } } } }",
      {},
      'error overlay-value-misfit: Contoso_Door.Locked is boolean, which never has the value "1"\nhelp: Values are named of integers and strings, as ValueMap has them.',
    ],
    [
      "a value twice, in two spellings",
      "classes: { Contoso_Door: { properties: { State: { values: { 1: A, 01: B } } } } }",
      {},
      "error overlay-without-effect: this changes nothing of Contoso_Door.State: 01 is a value that stands above\nhelp: Leave it out.",
    ],
    [
      "the name of a value that has none",
      "classes: { Contoso_Door: { properties: { State: { values: { 7: ~ } } } } }",
      {},
      "error overlay-without-effect: this changes nothing of Contoso_Door.State: 7 has no name that could be taken away\nhelp: Leave it out.",
    ],
    [
      "a range that holds nothing",
      "classes: { Contoso_Door: { properties: { State: { values: { 5..1: Reversed } } } } }",
      {},
      "error overlay-without-effect: this changes nothing of Contoso_Door.State: 5..1 holds no value\nhelp: Leave it out.",
    ],
    [
      "that a key may be null",
      "classes: { Contoso_Gate: { properties: { Id: { required: false } } } }",
      { mof: "class Contoso_Gate { [key] string Id; };" },
      "error overlay-without-effect: this changes nothing of Contoso_Gate.Id: a key is never null\nhelp: Leave it out.",
    ],
    [
      "how an output is passed",
      "classes: { Contoso_Gate: { methods: { F: { parameters: { A: { optional: true, required: true } } } } } }",
      { mof: "class Contoso_Gate { uint32 F([out] string A); };" },
      `error overlay-without-effect: this changes nothing of Contoso_Gate.F.A: nobody passes an output
help: Leave it out.
error overlay-without-effect: this changes nothing of Contoso_Gate.F.A: what a method gives back may always be null
help: Leave it out.`,
    ],
    [
      "a bit that the type does not have",
      "classes: { Contoso_Door: { properties: { Flags: { values: { 8: X } } } } }",
      {},
      'error overlay-value-misfit: Contoso_Door.Flags is uint8, which has no bit "8"\nhelp: It has a BitMap, so that its values are positions of bits, from 0.',
    ],
  ])("%s", (_, overlay, more, expected) => {
    const { said } = documented({ mof: doors, overlays: [overlay], ...more });
    const told = said.split("\n").filter((line) => /^(?:error|warning|note|help)\b/.test(line));
    expect(told.join("\n")).toBe(expected);
  });
});

test("a class of the right namespace is found among others of its name", () => {
  const mof =
    '#pragma namespace("root/a")\nclass A { uint8 F(); };\n#pragma namespace("root/b")\nclass A { uint8 F(); };\n';
  const overlays = ["namespace: root/b\nclasses: { A: { methods: { F: { static: true } } } }"];
  const { schema, said } = documented({ mof, overlays });
  expect(said).toBe("");
  expect(schema.classes.map(({ namespace, methods }) => [namespace, methods[0]?.static])).toEqual([
    ["root/a", false],
    ["root/b", true],
  ]);
});

test("ten thousand unknown names are told", () => {
  const members = Array.from({ length: 10_000 }, (_, index) => `Member${index}x`);
  const mof = `class A { ${members.map((name) => `uint8 ${name};`).join(" ")} };`;
  const overlay = `classes:\n  A:\n    properties:\n${members
    .map((name) => `      ${name}y: { required: true }\n`)
    .join("")}`;
  const { said } = documented({ mof, overlays: [overlay] });
  expect(said).toContain("error overlay-unknown-property: A declares no property Member0xy");
  expect(said).toContain("10000 errors");
});
