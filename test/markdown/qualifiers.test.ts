// cspell:disable -- words of a translation, some of them damaged
/** What pages say in lists, tables and sections, as qualifiers. */
import { describe, expect, test } from "vitest";
import { LISTED, type ListedType } from "../../src/markdown/meaning/listed-qualifiers.ts";
import { standardQualifiers } from "../../src/model/standard-qualifiers.ts";
import { mofOf, saidOf } from "./meant.ts";
import { pageOf, type ParameterParts, type Parts, type PropertyParts } from "./pages.ts";

const locations = ["root\\t"];

/** The printed class, without the lines around it. */
function bodyOf(parts: Parts): string {
  const page = pageOf({ locations, names: ["T"], ...parts });
  return mofOf([page]).replace(/^.*\n.*\n\n/, "");
}

function said(parts: Parts): readonly string[] {
  return saidOf([pageOf({ locations, names: ["T"], ...parts })]).filter(
    (line) => !line.startsWith("info page-class-missing"),
  );
}

test("a class and all that its page says", () => {
  const page = {
    path: "desktop-src/Fan/my-fan.md",
    names: ["My_Fan"],
    summary: "Blows.",
    code: '[dynamic, provider("P"), AMENDMENT]\nclass My_Fan\n{\n  string Id;\n  uint32 Speed;\n  uint32 Stop();\n  uint32 Start();\n};',
    methods: {
      Stop: "Stops it.\nQualifiers: Implemented, static.",
      start: "Starts it. Qualifiers: see (1).",
    },
    properties: [
      { name: "id", type: "string", access: "read", qualifiers: { key: "" }, text: "Which." },
      {
        name: "Speed",
        type: "UInt32",
        access: "read-write",
        qualifiers: { MaxValue: "0x10", units: '"rpm"', Nothing: "1", MaxLen: "many" },
        values: [{ key: "0", label: "Off" }, { key: "1..16" }],
      },
    ],
    remarks: "Loud.",
    requirements: {
      client: "Some",
      namespace: "Root\\Fan",
      mof: "Fan. mof",
      library: "fan.dll",
      header: "fan.h",
    },
  } as const;
  expect(bodyOf(page)).toBe(`[dynamic,
 provider("P"),
 Description("Blows."),
 Remarks("Loud."),
 Requirements { "client: Some", "namespace: Root\\\\Fan", "mof: Fan.mof", "library: fan.dll" },
 HelpLink("https://learn.microsoft.com/windows/win32/fan/my-fan")]
class My_Fan {
  [key, Read, Description("Which.")]
  string Id;

  [Read, Write, MaxValue(16), units("rpm"), ValueMap { "0", "1..16" }, Values { "Off", "" }]
  uint32 Speed;

  [Static, Implemented, Description("Stops it.")]
  uint32 Stop();

  [Description("Starts it. Qualifiers: see (1).")]
  uint32 Start();
};
`);
  expect(said(page)).toEqual([]);
});

test("a method and all that its page says", () => {
  const page = {
    names: ["T.F"],
    summary: "Does it.",
    code: "uint32 F([in] string Name, [in, out] uint8 Kinds[]);",
    parameters: [
      { name: "kinds", text: "Which.", values: [{ key: "1", label: "One", description: "Uno." }] },
      {
        name: "Name",
        text: "Who.",
        values: [
          { label: "A", marked: true },
          { key: "bee", label: "B" },
        ],
      },
    ],
    returns: "Zero, or not.",
    returnValues: [
      { key: "0", label: "Done" },
      { key: "0", label: "Again" },
      { label: "E_FAIL", description: "Failed." },
    ],
    remarks: "Slow.",
  } as const;
  expect(bodyOf(page)).toBe(`class T {
  [Description("Does it."),
   ReturnDescription("Zero, or not.\\n\\n- E_FAIL: Failed."),
   ValueMap { "0" },
   Values { "Done" },
   Remarks("Slow.")]
  uint32 F(
    [in, Description("Who."), ValueMap { "A", "bee" }, Values { "A", "B" }] string Name,
    [in,
     out,
     Description("Which."),
     ValueMap { "1" },
     Values { "One" },
     ValueDescriptions { "Uno." }]
    uint8 Kinds[]);
};
`);
  expect(said(page)).toEqual([]);
});

test("what the block states is not stated again", () => {
  const code = 'class T { [key, read, Description("Own.")] string A; };';
  const properties: readonly PropertyParts[] = [
    { name: "A", access: "read", qualifiers: { Key: "" }, text: "Other." },
  ];
  expect(bodyOf({ code, properties })).toBe(
    'class T {\n  [key, read, Description("Own.")]\n  string A;\n};\n',
  );
});

describe("access", () => {
  test.each([
    ["read", "[Read]"],
    ["write", "[Read(false), Write]"],
    ["read-write", "[Read, Write]"],
  ] as const)("%s is %s", (access, qualifiers) => {
    const code = "class T { string A; };";
    expect(bodyOf({ code, properties: [{ name: "A", access }] })).toBe(
      `class T {\n  ${qualifiers}\n  string A;\n};\n`,
    );
  });
});

/** The qualifiers of a property of a type with values. */
function valuesOf(type: string, values: PropertyParts["values"], parts: Parts = {}): string {
  const code = `class T { ${type} A; };`;
  const text = bodyOf({ code, properties: [{ name: "A", values: values ?? [] }], ...parts });
  return text
    .replace(/^class T \{\n {2}/, "")
    .replace(/\s+\S+( REF)? A;\n\};\n$/, "")
    .replace(/"\s+"/g, "")
    .replace(/\s+/g, " ");
}

describe("values", () => {
  test.each<[string, string, PropertyParts["values"], string]>([
    [
      "of integers have exact numbers and ranges",
      "sint16",
      [
        { key: "-1", label: "None" },
        { key: "3..", label: "Many" },
        { key: "few", label: "Few" },
      ],
      '[Description("- Few = few"), ValueMap { "-1", "3.." }, Values { "None", "Many" }]',
    ],
    [
      "are called by their meanings in a table, when all of them are short",
      "uint8",
      [
        { key: "0", description: "Primary zone.", meaning: true },
        { key: "1", description: "Stub.\n\nSince 2003.", meaning: true },
      ],
      '[ValueMap { "0", "1" }, Values { "Primary zone", "Stub" }, ValueDescriptions { "", "Stub.\\n\\nSince 2003." }]',
    ],
    [
      "have no names when one of the meanings is long",
      "uint8",
      [
        { key: "0", description: "Short.", meaning: true },
        { key: "1", description: "Very ".repeat(20), meaning: true },
      ],
      `[ValueMap { "0", "1" }, ValueDescriptions { "Short.", "${"Very ".repeat(20)}" }]`,
    ],
    [
      "have no names when they are only described",
      "uint8",
      [{ key: "0", description: "Running jobs" }],
      '[ValueMap { "0" }, ValueDescriptions { "Running jobs" }]',
    ],
    [
      "of strings are their names",
      "string",
      [
        { label: "Boot", marked: true },
        { label: "Boot", marked: true },
        { label: "Auto", description: "At once.", marked: true },
        {},
      ],
      '[ValueMap { "Boot", "Auto" }, ValueDescriptions { "", "At once." }]',
    ],
    [
      "of strings are not what is not marked as a name",
      "string",
      [{ label: "Whatever fits", description: "At once." }],
      '[Description("- Whatever fits: At once.")]',
    ],
    [
      "of others are described",
      "boolean",
      [{ key: "TRUE", description: "On." }, { label: "FALSE" }],
      '[Description("- TRUE: On.\\n- FALSE")]',
    ],
    ["of references are described", "CIM_X REF", [{ label: "X" }], '[Description("- X")]'],
  ])("%s", (_, type, values, expected) => {
    expect(valuesOf(type, values)).toBe(expected);
  });

  test("of strings are not known from a translation, unless it states them apart or has anchors", () => {
    const values: PropertyParts["values"] = [
      { label: "Clonar", description: "Copia.", marked: true },
      { key: "Disk", label: "Disco" },
      { label: "Fallo previsto", anchor: "Pred_Fail", marked: true },
      { key: "Automático", label: "Automático", marked: true },
      { key: "Arranque", label: "Arranque", anchor: "Boot", marked: true },
    ];
    expect(valuesOf("string", values, { language: "es-ES" })).toBe(
      '[Description("- Clonar: Copia.\\n- Automático"), ValueMap { "Disk", "Pred Fail", "Boot" }, ValueDescriptions { "Disco", "", "" }]',
    );
  });

  test("may be stated as qualifiers, unless a list says more; a translation keeps only what they are", () => {
    const code = "class T { uint8 A; };";
    const qualifiers = { ValueMap: '"1", "2"', Values: '"One", "Two"' };
    const text = (parts: Parts, values: PropertyParts["values"] = []): string =>
      bodyOf({ code, properties: [{ name: "A", qualifiers, values }], ...parts }).replace(
        /\s+/g,
        " ",
      );
    expect(text({})).toBe(
      'class T { [ValueMap { "1", "2" }, Values { "One", "Two" }] uint8 A; }; ',
    );
    expect(text({ language: "es-ES" })).toBe('class T { [ValueMap { "1", "2" }] uint8 A; }; ');
    expect(text({}, [{ key: "3", label: "Three" }])).toBe(
      'class T { [ValueMap { "3" }, Values { "Three" }] uint8 A; }; ',
    );
  });

  test("of a translation are called as their anchors are", () => {
    const values: PropertyParts["values"] = [
      { key: "0", label: "Desconocido", anchor: "Unknown", marked: true },
      { key: "1", label: "TARGET _ UP", anchor: "TARGET_UP", marked: true },
      { key: "2", label: "EN_USO", anchor: "In_Use", marked: true },
      {
        key: "3",
        label: "Muy lento",
        anchor: "Very_Slow",
        marked: true,
        description: "Casi nada.",
      },
      { key: "4", label: "Otro", marked: true, description: "Lo que sea." },
      { key: "5", description: "Nada.", meaning: true },
    ];
    expect(valuesOf("uint8", values, { language: "es-ES" })).toBe(
      '[ValueMap { "0", "1", "2", "3", "4", "5" }, ' +
        'Values { "Unknown", "TARGET_UP", "In_Use", "Very Slow", "", "" }, ' +
        'ValueDescriptions { "", "", "", "Casi nada.", "Otro: Lo que sea.", "Nada." }]',
    );
  });
});

describe("lists", () => {
  const code = "class T { string b; uint32 A; string C; };";

  test("of translations are in the order of the names that they had", () => {
    const properties = [
      { name: "Uno", text: "1." },
      { name: "Dos", text: "2." },
      { name: "C", text: "3." },
    ];
    expect(bodyOf({ code, properties, language: "es-ES" })).toBe(
      'class T {\n  [Description("2.")]\n  string b;\n\n  [Description("1.")]\n  uint32 A;\n\n  [Description("3.")]\n  string C;\n};\n',
    );
    expect(said({ code, properties, language: "es-ES" })).toEqual([]);
  });

  test("of pages that are no translations are about what they name, or nearly name", () => {
    const misspelt = "class T { string b; uint32 Length; string C; };";
    const properties = [
      { name: "Zero", text: "1." },
      { name: "C", text: "2." },
      { name: "Lenght", text: "3." },
    ];
    expect(bodyOf({ code: misspelt, properties })).toBe(
      'class T {\n  string b;\n\n  [Description("3.")]\n  uint32 Length;\n\n  [Description("2.")]\n  string C;\n};\n',
    );
    expect(said({ code: misspelt, properties })).toEqual([
      'warning page-list-mismatch at "Zero": T declares no property that is called Zero',
    ]);
  });

  test("of another length are about what they name", () => {
    const properties = [{ name: "Uno" }, { name: "C", text: "3." }, { name: "c" }, { name: "Dos" }];
    expect(bodyOf({ code, properties, language: "es-ES" })).toBe(
      'class T {\n  string b;\n  uint32 A;\n\n  [Description("3.")]\n  string C;\n};\n',
    );
    expect(said({ code, properties, language: "es-ES" })).toEqual([
      'warning page-list-mismatch at "Uno": T declares no property that is called Uno or Dos',
    ]);
  });

  test("of parameters are in the order of the signature", () => {
    const method = { names: ["T.F"], code: "void F([in] string b, [in] string a);" };
    const parameters: readonly ParameterParts[] = [
      { name: "Uno", text: "1." },
      { name: "Dos", text: "2." },
    ];
    expect(bodyOf({ ...method, parameters, language: "es-ES" })).toContain(
      '[in, Description("1.")] string b, [in, Description("2.")] string a',
    );
    const three = [...parameters, { name: "Tres" }];
    expect(said({ ...method, parameters: three, language: "es-ES" })).toEqual([
      'warning page-list-mismatch at "Uno": F declares no parameter that is called Uno, Dos or Tres',
    ]);
    // In the language they were written in, others are others.
    for (const language of ["en-US", undefined]) {
      expect(said({ ...method, parameters, ...(language && { language }) })).toEqual([
        'warning page-list-mismatch at "Uno": F declares no parameter that is called Uno or Dos',
      ]);
    }
  });

  test("of translations that are in the order of the block are told by their types", () => {
    const properties: readonly PropertyParts[] = [
      { name: "Zetta", type: "string", qualifiers: { key: "" } },
      { name: "Alfa", type: "uint32", access: "read-write" },
    ];
    const turned = { code: "class T { string Zeta; uint32 Alpha; };", language: "es-ES" };
    expect(bodyOf({ ...turned, properties })).toBe(
      "class T {\n  [key]\n  string Zeta;\n\n  [Read, Write]\n  uint32 Alpha;\n};\n",
    );
    expect(said({ ...turned, properties })).toEqual([]);
    const other = [{ ...properties[0], name: "Zetta", type: "boolean" }, { name: "Alfa" }];
    expect(bodyOf({ ...turned, properties: other })).toBe(
      "class T {\n  string Zeta;\n  uint32 Alpha;\n};\n",
    );
    expect(said({ ...turned, properties: other })).toEqual([
      'warning page-list-mismatch at "Zetta": T declares no property that is called Zetta',
    ]);
  });

  test("state types that are those of the block, but for case and language", () => {
    const types = (type: string) => said({ code, properties: [{ name: "A", type }] });
    expect(types("UInt32")).toEqual([]);
    expect(types("entero")).toEqual([]);
    expect(types("string")).toEqual([
      'warning page-type-differs at "string": A is declared as uint32, but its description says string',
    ]);
    expect(types("uint32 array")).toEqual([
      'warning page-type-differs at "uint32 array": A is declared as uint32, but its description says uint32[]',
    ]);
  });
});

describe("how a parameter is passed", () => {
  const [input, output, both] = [
    { in: true, out: false, optional: false },
    { in: false, out: true, optional: false },
    { in: true, out: true, optional: true },
  ];
  const cases: readonly [
    signature: string,
    listed: ParameterParts["direction"] | undefined,
    read: string,
    said: readonly string[],
  ][] = [
    ["[in] uint8 P", input, "[in] uint8 P", []],
    ["[in, optional] uint8 P", input, "[in, optional] uint8 P", []],
    ["[out, in(false)] uint8 P", output, "[out, in(false)] uint8 P", []],
    ["uint8 P", input, "uint8 P", []],
    ["uint8 P", undefined, "uint8 P", []],
    [
      '[Units("bytes"), OctetString] uint8 P',
      undefined,
      '[Units("bytes"), OctetString] uint8 P',
      [],
    ],
    ["uint8 P", output, "[Out] uint8 P", [missing("P", "out")]],
    [
      "[MaxValue(3)] uint8 P",
      both,
      "[MaxValue(3), In, Out, Optional] uint8 P",
      [missing("P", "in, out, optional")],
    ],
    ["[in] uint8 P", output, "[in] uint8 P", [differs("in", "out")]],
    ["[in] uint8 P", both, "[in] uint8 P", [differs("in", "in, out, optional")]],
    ["[fuera] uint8 P", output, "[fuera, Out] uint8 P", [missing("P", "out")]],
    ["[en] uint8 P", input, "[en] uint8 P", []],
    [
      "[fuera, opcional] uint8 P",
      undefined,
      "[fuera, opcional] uint8 P",
      [
        'warning page-direction-missing at "fuera": [fuera] is no direction that MOF has, so that P is read as an input',
      ],
    ],
  ];

  test.each(cases)("%s, in the list %o", (signature, direction, read, expected) => {
    const parameters = [{ name: "P", ...(direction && { direction }) }];
    const parts = { names: ["T.F"], code: `void F(${signature});`, parameters };
    expect(bodyOf(parts)).toBe(`class T {\n  void F(${read});\n};\n`);
    expect(said(parts)).toEqual(expected);
  });

  function missing(name: string, direction: string): string {
    return `warning page-direction-missing at "${name}": the declaration does not say how ${name} is passed, which is read as [${direction}] as its description says`;
  }

  function differs(declared: string, listed: string): string {
    return `warning page-direction-differs at "P": P is declared as [${declared}], but its description says [${listed}]`;
  }
});

test("a damaged namespace and file name stand repaired among the requirements", () => {
  const requirements = { namespace: "T raíz de \\ WMI \\", mof: "T. mof", library: "t. dll" };
  expect(bodyOf({ code: "class T {};", requirements })).toBe(
    '[Requirements { "namespace: root/wmi/t", "mof: T.mof", "library: t.dll" }]\nclass T {};\n',
  );
});

describe("the address of a page", () => {
  const link = (parts: Parts, linkBase?: string) => {
    const page = pageOf({ locations, names: ["T"], code: "class T {};", ...parts });
    const options = linkBase === undefined ? {} : { linkBase };
    return /HelpLink\("(.*)"\)/.exec(mofOf([page], options))?.[1];
  };

  test.each([
    ["desktop-src/TermServ/X-Y.md", "https://learn.microsoft.com/windows/win32/termserv/x-y"],
    [
      "C:/docs/windows-driver-docs-pr/storage/x.md",
      "https://learn.microsoft.com/windows-hardware/drivers/storage/x",
    ],
    ["pages/x.md", undefined],
    ["desktop-src/../x.md", undefined],
    ['desktop-src/a b/"q".md', "https://learn.microsoft.com/windows/win32/a%20b/%22q%22"],
  ])("%s: %s", (path, expected) => {
    expect(link({ path })).toBe(expected);
  });

  test("has the language of the page", () => {
    const path = "desktop-src/TermServ/x.md";
    expect(link({ path, language: "es-ES" })).toBe(
      "https://learn.microsoft.com/es-es/windows/win32/termserv/x",
    );
    expect(link({ path, language: "../evil" })).toBe(
      "https://learn.microsoft.com/windows/win32/termserv/x",
    );
  });

  test.each([
    ["https://docs.test/a", "https://docs.test/a/x%20y"],
    ["https://docs.test/a//", "https://docs.test/a/x%20y"],
    ["http://docs.test/a", undefined],
    ["javascript:alert(1)", undefined],
    ['https://docs.test/"a', undefined],
  ])("stands below %s", (linkBase, expected) => {
    expect(link({ path: "desktop-src/z/x y.md" }, linkBase)).toBe(expected);
  });
});

test("listed qualifiers are standard ones, with their types", () => {
  const kinds: Readonly<Record<string, ListedType>> = {
    boolean: "boolean",
    string: "string",
    "string[]": "string[]",
  };
  const standard = new Map(
    standardQualifiers
      .filter(([, , , scopes]) =>
        scopes.some((scope) => scope === "any" || /^(property|reference)$/.test(scope)),
      )
      .map(([name, type]) => [name, kinds[type] ?? "integer"]),
  );
  const unknown = Object.entries(LISTED).filter(([name, type]) => standard.get(name) !== type);
  expect(unknown).toEqual([]);
});
