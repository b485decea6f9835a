import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CimClass,
  type CimConstant,
  findClass,
  resolve,
  type Schema,
} from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";
import { classNamed, meaningOf, qualifiersIn } from "./meaning.ts";

function shown(value: CimConstant): string {
  return typeof value === "bigint" ? value.toString() : JSON.stringify(value);
}

/** A class as a table of what its members are. */
function members(cls: CimClass): Readonly<Record<string, string>> {
  const properties = cls.properties.map((property) => {
    const marks = [
      property.key && "key",
      property.required && "required",
      property.readable && "read",
      property.writable && "write",
      `from ${property.origin}`,
      property.default !== undefined && `= ${shown(property.default)}`,
    ];
    return [property.name, marks.filter(Boolean).join(" ")];
  });
  const methods = cls.methods.map((method) => {
    const parameters = method.parameters.map((parameter) => {
      const marks = [
        parameter.in && "in",
        parameter.out && "out",
        parameter.required && "required",
        parameter.optional && "optional",
        parameter.name,
        parameter.default !== undefined && `= ${shown(parameter.default)}`,
      ];
      return marks.filter(Boolean).join(" ");
    });
    const returns = method.returns ? "returns" : "void";
    const kind = method.static ? "static " : "";
    return [
      `${method.name}()`,
      `${kind}${returns} from ${method.origin}: ${parameters.join(", ")}`,
    ];
  });
  return Object.fromEntries([...properties, ...methods]) as Record<string, string>;
}

test("a class with all that can be said of its members", () => {
  const { schema, said } = meaningOf(`
    [Abstract, Description("A thing.")]
    class CIM_Thing {
      [Key, Required] string Id;
      [Read(false), Write] uint32 Count = 5;
      [Read, Units("Bytes")] uint64 Size;
      boolean On = true;
      void Touch();
      [Static] uint32 Make([In] string A, [Out] string B, [In, Out] string C, string D,
        [In(false), Out] string E, [Required] string F, [Optional] string G, uint32 H = 1);
    };`);
  const cls = classNamed(schema, "CIM_Thing");
  expect(said).toEqual([]);
  expect(members(cls)).toEqual({
    Id: "key required read from CIM_Thing",
    Count: "write from CIM_Thing = 5",
    Size: "read from CIM_Thing",
    On: "read from CIM_Thing = true",
    "Touch()": "void from CIM_Thing: ",
    "Make()":
      "static returns from CIM_Thing: in A, out B, in out C, in D, out E, in required F, in optional G, in optional H = 1",
  });
  expect([cls.abstract, cls.description, cls.keys]).toEqual([true, "A thing.", ["Id"]]);
  expect(cls.properties.map(({ units }) => units)).toEqual([
    undefined,
    undefined,
    "Bytes",
    undefined,
  ]);
  const { source, span } = cls.location;
  expect(source.text.slice(span.start, span.end)).toBe("CIM_Thing");
});

describe("a subclass", () => {
  const texts = [
    `class C : B { [Override("Name"), Write] string Name; uint32 Own; };`,
    `[Version("2")] class b : A { [Override("Run")] uint32 run(string X); uint32 Middle; };`,
    `[Abstract, Association, Version("1"), Description("Of A.")]
     class A { [Key, MaxLen(8)] string Name; uint32 Run(); uint32 Stop(); };`,
  ];

  test("inherits across files, in the order of first declaration, however the names are spelt", () => {
    const { schema, said } = meaningOf(texts);
    expect(said).toEqual([]);
    expect(members(classNamed(schema, "C"))).toEqual({
      Name: "key read write from C",
      Middle: "read from b",
      Own: "read from C",
      "run()": "returns from b: in X",
      "Stop()": "returns from A: ",
    });
    const [, own] = [classNamed(schema, "b"), classNamed(schema, "C")];
    expect(own.ownProperties.map(({ name }) => name)).toEqual(["Name", "Own"]);
    expect(own.ownMethods).toEqual([]);
    expect([own.superclassName, own.superclass?.superclass?.name]).toEqual(["b", "A"]);
    expect(own.keys).toEqual(["Name"]);
  });

  test("takes over the qualifiers of what it overrides, but not those that speak of one class", () => {
    const { schema } = meaningOf(texts);
    const a = classNamed(schema, "A");
    const c = classNamed(schema, "C");
    expect(qualifiersIn(c.properties[0]?.qualifiers)).toEqual([
      "Key = true: boolean, DisableOverride, inherited",
      "MaxLen = 8n: uint32, inherited",
      'Override = "Name": string, Restricted',
      "Write = true: boolean",
    ]);
    expect([a.abstract, c.abstract, a.association, c.association]).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect([a.description, c.description]).toEqual(["Of A.", undefined]);
  });
});

describe("mistakes of meaning", () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ["class A : Nobody {};", ["warning: A extends Nobody, which no source declares «Nobody»"]],
    [
      "class A : C {}; class B : A {}; class C : B {}; class D : C {};",
      ["error: classes extend each other in a circle: A → C → B → A «A»"],
    ],
    ["class A : A {};", ["error: classes extend each other in a circle: A → A «A»"]],
    [
      "class A {}; class a {};",
      ["error: a is declared more than once in root/cimv2 «a»; first declared here: 0.mof"],
    ],
    [
      "class A { uint32 x; uint32 X; };",
      ["warning: A declares the property X twice «X»; first declared here: 0.mof"],
    ],
    [
      "class A { uint32 x; string x; };",
      [
        "error: A declares the property x twice, with different types «x»; first declared here: 0.mof",
      ],
    ],
    [
      "class A { uint32 M(); void m(); };",
      ["error: A declares the method m twice «m»; first declared here: 0.mof"],
    ],
    [
      "class A { uint32 M(uint32 a, uint32 A); };",
      ["error: A.M has two parameters named A «A»; first declared here: 0.mof"],
    ],
    ["class A { uint32 x; uint32 x(); };", []],
    [
      "instance of A { x = $B; y = {$b, $C, instance of D { z = $E; }}; }; instance of A as $B {};",
      [
        "warning: no instance or class has the alias $C «$C»",
        "warning: no instance or class has the alias $E «$E»",
      ],
    ],
    [
      "[AMENDMENT, LOCALE(0x409)] class A {};",
      ["warning: the amendment of A has no class in root/cimv2 to amend «A»"],
    ],
  ];
  test.each(table)("%s", (text, sentences) => expect(meaningOf(text).said).toEqual(sentences));
});

describe("the order of declarations and files has no meaning", () => {
  const pieces = [
    `class A { [Key] string Name; B ref Other; };`,
    `class B : A { [Override("Name")] string Name = "b"; };`,
    `class C : B { [EmbeddedInstance("A")] string Inside; uint32 M(D Part); };`,
    `class D : Nobody { [ValueMap {"1"}, Values {"One"}] uint32 E; };`,
    `[AMENDMENT, LOCALE(0x409), Description("A in English")] class A { [Description("The name")] string Name; };`,
    `[AMENDMENT, LOCALE(0x407), Description("A auf Deutsch")] class A {};`,
  ];

  /** A schema without the places where things stand. */
  function plain(schema: Schema): unknown {
    return JSON.parse(
      JSON.stringify(schema, (key: string, value: unknown) => {
        if (key === "location") return undefined;
        if (typeof value === "bigint") return `${value}n`;
        return value instanceof Map ? [...(value as Map<unknown, unknown>)] : value;
      }),
    );
  }

  function meaning(texts: readonly string[]) {
    const roots = texts.map((text) => parse({ name: "a.mof", text }).value);
    const { value, diagnostics } = resolve({ roots, includes: new Map() });
    return { schema: plain(value), said: diagnostics.map(({ message }) => message).sort() };
  }

  const expected = meaning([pieces.join("\n")]);

  test("in whatever files they stand", () => {
    const shuffled = fc.shuffledSubarray(pieces, { minLength: pieces.length });
    fc.assert(
      fc.property(
        shuffled,
        fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
        (order, places) => {
          const files = [0, 1, 2].map((file) =>
            order.filter((_, at) => places[at] === file).join("\n"),
          );
          expect(meaning(files)).toEqual(expected);
        },
      ),
    );
  });
});

test("classes are sorted by namespace and name, without regard to case", () => {
  const { schema } = meaningOf(`
    #pragma namespace ("root/b")
    class b {}; class A {}; class C {};
    #pragma namespace ("root/A")
    class z {};`);
  expect(schema.classes.map(({ namespace, name }) => `${namespace} ${name}`)).toEqual([
    "root/A z",
    "root/b A",
    "root/b b",
    "root/b C",
  ]);
});

test("a class that only other namespaces have is that of the first one, whatever is read first", () => {
  const texts = ["root/b", "root/A", "root/a/c"].map(
    (namespace) =>
      `#pragma namespace ("${namespace}")\nclass Base { string Of${namespace.at(-1)}; };`,
  );
  const below = '#pragma namespace ("root/z")\nclass Sub : Base { Base ref Of; };';
  for (const order of [texts, texts.toReversed()]) {
    const { schema } = meaningOf([below, ...order]);
    const sub = classNamed(schema, "Sub");
    expect(sub.superclass?.namespace).toBe("root/A");
    expect(sub.superclass).toBe(findClass(schema, "root/z", "base"));
    expect(sub.properties.map(({ name }) => name)).toEqual(["OfA", "Of"]);
  }
});

test("documents that include each other, as no loader makes them, are read once", () => {
  const [first, second] = ["a", "b"].map(
    (name) => parse({ name, text: `#pragma include ("x")\nclass ${name} {};` }).value,
  );
  const [one, two] = [first!.declarations[0]!, second!.declarations[0]!];
  if (one.kind !== "pragma" || two.kind !== "pragma") throw new Error("pragmas were expected");
  const { value } = resolve({
    roots: [first!],
    includes: new Map([
      [one, second!],
      [two, first!],
    ]),
  });
  expect(value.classes.map(({ name }) => name)).toEqual(["a", "b"]);
});
