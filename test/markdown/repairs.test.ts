/** What is wrong in the declarations of pages: what is read instead, and what is said about it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { EditedText } from "../../src/markdown/declaration/edited-text.ts";
import { repair } from "../../src/markdown/declaration/repair.ts";
import { parse } from "../../src/parse/index.ts";
import { decode } from "../../src/source/index.ts";
import { mofOf, saidOf } from "./meant.ts";
import { pageOf, type PropertyParts } from "./pages.ts";

interface Case {
  readonly name: string;
  readonly code: string;
  /** What stands between the braces of the class, or its head where that matters. */
  readonly read: string;
  readonly said: readonly string[];
  readonly properties?: readonly PropertyParts[];
}

const classes: readonly Case[] = [
  {
    name: "what is in order",
    code: "[dynamic, AMENDMENT]\nclass T : __Event\n{\n  Uint32 A[];\n  DATETIME B = NULL;\n  string\n    C;\n};",
    read: "[dynamic]\nclass T : __Event {\n  Uint32 A[];\n  DATETIME B = null;\n  string C;\n};\n",
    said: [],
  },
  {
    name: "a type that the list of properties has",
    code: "class T\n{\n  boolean A;\n          Level;\n};",
    properties: [{ name: "Level", type: "Uint8 array" }],
    read: "class T {\n  boolean A;\n  uint8 Level[];\n};\n",
    said: [
      'warning page-type-missing at "Level": Level has no type, and is read as uint8[] as its description says',
    ],
  },
  {
    name: "a type that the name tells",
    code: "class T { InstanceName; };",
    read: "class T {\n  string InstanceName;\n};\n",
    said: [
      'warning page-type-missing at "InstanceName": InstanceName has no type, and is read as string because of what it is called',
    ],
  },
  {
    name: "a type that a key has",
    code: "class T { Instance; };",
    properties: [{ name: "Instance", qualifiers: { Key: "" } }],
    read: "class T {\n  [Key]\n  string Instance;\n};\n",
    said: [
      'warning page-type-missing at "Instance": Instance has no type, and is read as string because of what it is called',
    ],
  },
  {
    name: "a type that nobody knows",
    code: "class T { uint32 A; Level; uint32 B; };",
    read: "class T {\n  uint32 A;\n  uint32 B;\n};\n",
    said: ['error unexpected-token at ";": expected the name of a property or method, found ";"'],
  },
  {
    name: "no semicolons",
    code: 'class T\n{\n  uint32 A\n  [read] string B[]\n  string C = "x"\n  uint32 D()\n}',
    read: 'class T {\n  uint32 A;\n\n  [read]\n  string B[];\n\n  string C = "x";\n  uint32 D();\n};\n',
    said: [
      'warning page-mark-missing at "": ";" is missing behind A, and is read there',
      'warning page-mark-missing at "": ";" is missing behind B, and is read there',
      'warning page-mark-missing at "": ";" is missing behind C, and is read there',
      'warning page-mark-missing at "": ";" is missing behind D, and is read there',
      'warning page-mark-missing at "": ";" is missing behind T, and is read there',
    ],
  },
  {
    name: "no closing brace",
    code: "class T\n{\n  uint32 A;\n",
    read: "class T {\n  uint32 A;\n};\n",
    said: ['warning page-mark-missing at "": "};" is missing behind T, and is read there'],
  },
  {
    name: "commas with nothing between",
    code: "[dynamic, , read]\nclass T { uint8 A[] = {1,,2,}; };",
    read: "[dynamic, read]\nclass T {\n  uint8 A[] = { 1, 2 };\n};\n",
    said: Array<string>(3).fill(
      'warning page-mark-superfluous at ",": "," stands here for nothing, and is passed over',
    ),
  },
  {
    name: "dots in place of members",
    code: "class T { uint32 A; ... uint32 B; … };",
    read: "class T {\n  uint32 A;\n  uint32 B;\n};\n",
    said: [
      'warning page-mark-superfluous at "...": "..." stands here for nothing, and is passed over',
      'warning page-mark-superfluous at "…": "…" stands here for nothing, and is passed over',
    ],
  },
  {
    name: "a superclass of which nothing is left",
    code: "class T :\n{\n  uint32 A;\n};",
    read: "class T {\n  uint32 A;\n};\n",
    said: [
      'warning page-superclass-cut-off at ":": the name of the superclass of T is cut off, so it is read without one',
    ],
  },
  {
    name: "a superclass of which the beginning is left",
    code: "class T : CIM_ { uint32 A; };",
    read: "class T {\n  uint32 A;\n};\n",
    said: [
      'warning page-superclass-cut-off at ": CIM_": the name of the superclass of T is cut off, so it is read without one',
    ],
  },
  {
    name: "a reference to a number",
    code: "class T { uint32 REF A; CIM_X REF B; };",
    read: "class T {\n  uint32 A;\n  CIM_X REF B;\n};\n",
    said: ['warning page-reference-repaired at "uint32 REF A": uint32 REF A is read as uint32 A'],
  },
  {
    name: "a default that is missing",
    code: "class T { boolean A = ; };",
    read: "class T {\n  boolean A;\n};\n",
    said: [
      'warning page-default-left-out at "=": nothing is no default of A, which is read without one',
    ],
  },
  {
    name: "a point in time without quotation marks",
    code: "class T\n{\n  datetime A =\n    00000000000500.000000:000\n  ;\n};",
    read: 'class T {\n  datetime A = "00000000000500.000000:000";\n};\n',
    said: [
      'warning page-default-unquoted at "00000000000500.000000:000": the default of A is read as "00000000000500.000000:000"',
    ],
  },
  {
    name: "words in place of a value",
    code: "class T { string A = Auto Start; uint32 B = Low; boolean C = True; uint8 D = 0x1F; };",
    read: 'class T {\n  string A = "Auto Start";\n  uint32 B;\n  boolean C = true;\n  uint8 D = 31;\n};\n',
    said: [
      'warning page-default-unquoted at "Auto Start": the default of A is read as "Auto Start"',
      'warning page-default-left-out at "= Low": Low is no default of B, which is read without one',
    ],
  },
  {
    name: "characters of word processors and HTML",
    code: "class T { string\u00A0A = “x”;\u2003string\u200B B = &quot;y&quot;; string My\\_C； };",
    read: 'class T {\n  string A = "x";\n  string B = "y";\n  string My_C;\n};\n',
    said: [
      'warning page-character-replaced at "\u00A0": U+00A0 stands in code, and is read as a blank',
      'warning page-character-replaced at "“": “ stands in code, and is read as "',
      'warning page-character-replaced at "”": ” stands in code, and is read as "',
      'warning page-character-replaced at "\u2003": U+2003 stands in code, and is read as a blank',
      'warning page-character-replaced at "\u200B": U+200B stands in code, and is read as nothing',
      'warning page-character-replaced at "&quot;": &quot; stands in code, and is read as "',
      'warning page-character-replaced at "\\\\_": \\_ stands in code, and is read as _',
      'warning page-character-replaced at "；": ； stands in code, and is read as ;',
    ],
  },
  {
    name: "ends of lines and marks of direction that nobody sees",
    code: "class T { string A\u2028; \u202Astring\u202C B;\u2029 string C\u00AD; };",
    read: "class T {\n  string A;\n  string B;\n  string C;\n};\n",
    said: ["2028", "202A", "202C", "2029", "00AD"].map((code) => {
      const character = String.fromCharCode(parseInt(code, 16));
      const read = code.startsWith("202") && Number(code[3]) > 7 ? "a blank" : "nothing";
      return `warning page-character-replaced at "${character}": U+${code} stands in code, and is read as ${read}`;
    }),
  },
  {
    name: "many commas in a row",
    code: "class T { uint32 F([in] string A,,,, , [in] string B,); };",
    read: "class T {\n  uint32 F([in] string A, [in] string B);\n};\n",
    said: [
      'warning page-mark-superfluous at ",,, ,": "," stands here for nothing, and is passed over',
      'warning page-mark-superfluous at ",": "," stands here for nothing, and is passed over',
    ],
  },
  {
    name: "a string that is closed by another mark",
    code: 'class T { string A = "x”; };',
    read: 'class T {\n  string A = "x";\n};\n',
    said: ['warning page-character-replaced at "”": ” stands in code, and is read as "'],
  },
  {
    name: "what strings and comments say",
    code: 'class T { // “a”, ... &amp;\n  string A = "“a” … &amp;,,"; /* = ; */\n};',
    read: 'class T {\n  string A = "“a” … &amp;,,";\n};\n',
    said: [],
  },
];

/** Signatures of methods, in which the class is our own. */
const methods: readonly Case[] = [
  {
    name: "what is in order",
    code: "uint32 F(\n  [in]           string        A,\n  [in, optional] CIM_X REF B = NULL,\n  [out]          uint8   C[]\n);",
    read: "uint32 F([in] string A, [in, optional] CIM_X REF B = null, [out] uint8 C[]);",
    said: [],
  },
  {
    name: "qualifiers in front, and nothing behind",
    code: "[static, implemented] void F()\n",
    read: "[static, implemented]\n  void F();",
    said: ['warning page-mark-missing at "": ";" is missing behind F, and is read there'],
  },
  {
    name: "no closing parenthesis",
    code: "uint32 F(\n  [in] string A,\n  [out] uint32 B",
    read: "uint32 F([in] string A, [out] uint32 B);",
    said: ['warning page-mark-missing at "": ");" is missing behind F, and is read there'],
  },
  {
    name: "no comma between lines, and one too many at the end",
    code: "uint32 F(\n  [in] string A\n  [out] uint32 B,\n);",
    read: "uint32 F([in] string A, [out] uint32 B);",
    said: [
      'warning page-mark-superfluous at ",": "," stands here for nothing, and is passed over',
      'warning page-mark-missing at "": "," is missing behind A, and is read there',
    ],
  },
  {
    name: "dots in place of parameters",
    code: "uint32 F([in] string A, ...);",
    read: "uint32 F([in] string A);",
    said: [
      'warning page-mark-superfluous at "...": "..." stands here for nothing, and is passed over',
      'warning page-mark-superfluous at ",": "," stands here for nothing, and is passed over',
    ],
  },
  {
    name: "references as C++ writes them",
    code: "uint32 F(\n  [out, ref] CIM_X &A,\n  [ref, in]  CIM_X B,\n  [ref]      string &amp;C\n);",
    read: "uint32 F([out] CIM_X REF A, [in] CIM_X REF B, string C);",
    said: [
      'warning page-character-replaced at "&amp;": &amp; stands in code, and is read as &',
      'warning page-reference-repaired at "CIM_X &A": CIM_X &A is read as CIM_X REF A',
      'warning page-reference-repaired at "CIM_X B": CIM_X B is read as CIM_X REF B',
      'warning page-reference-repaired at "string &amp;C": string &C is read as string C',
    ],
  },
  {
    name: "defaults that are none",
    code: "uint32 F([in] boolean A = , [in] string B = Auto Start, [in] uint8 C = );",
    read: 'uint32 F([in] boolean A, [in] string B = "Auto Start", [in] uint8 C);',
    said: [
      'warning page-default-left-out at "=": nothing is no default of A, which is read without one',
      'warning page-default-left-out at "=": nothing is no default of C, which is read without one',
      'warning page-default-unquoted at "Auto Start": the default of B is read as "Auto Start"',
    ],
  },
  {
    name: "a parameter without a type",
    code: "uint32 F([in] Path);",
    read: "uint32 F([in] string Path);",
    said: [
      'warning page-type-missing at "Path": Path has no type, and is read as string because of what it is called',
    ],
  },
];

const page = { locations: ["root\\t"] };
const missing = /^info page-class-missing/;

describe("the block of a class", () => {
  test.each(classes)("$name", ({ code, read, said, properties }) => {
    const pages = [pageOf({ ...page, names: ["T"], code, ...(properties && { properties }) })];
    expect(mofOf(pages)).toBe(`// t.md\n#pragma namespace ("root/t")\n\n${read}`);
    expect(saidOf(pages)).toEqual(said);
  });
});

describe("the signature of a method", () => {
  test.each(methods)("$name", ({ code, read, said }) => {
    const pages = [pageOf({ ...page, names: ["T.F"], code, codeLanguage: "mof" })];
    const head = '// t.f.md (partial)\n#pragma namespace ("root/t")\n\nclass T {\n';
    expect(mofOf(pages)).toBe(`${head}  ${read}\n};\n`);
    expect(saidOf(pages).filter((line) => !missing.test(line))).toEqual(said);
  });

  test("a return type that only the return values tell", () => {
    const parts = { ...page, names: ["T.F"], code: "F();" };
    const values = [{ key: "0", label: "Success" }];
    expect(saidOf([pageOf({ ...parts, returnValues: values })])[0]).toBe(
      'warning page-type-missing at "F": F has no type, and is read as uint32 because its return values are numbers',
    );
    expect(saidOf([pageOf(parts)])).toEqual([
      'error unexpected-token at "(": expected the name of a property or method, found "("',
    ]);
  });
});

/** All MOF of a folder that is understood as it is. */
function understood(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".mof"))
    .map((name) => decode(readFileSync(join(folder, name))).text)
    .filter((text) => {
      const { value, diagnostics } = parse({ name: "x.mof", text });
      return diagnostics.length === 0 && value.dialect !== "mof3";
    });
}

test.each(["checks", "formats", "oddities", "selection"])(
  "MOF that is in order stays as it is: fixtures/%s",
  (folder) => {
    const texts = understood(fileURLToPath(new URL(`../../fixtures/${folder}`, import.meta.url)));
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) {
      // Words in place of values are what one fixture is about.
      if (/= (?:Fast|yes|now);/.test(text)) continue;
      const source = { name: "x.mof", text };
      const whole = EditedText.of(source, { start: 0, end: text.length });
      const { text: after, diagnostics } = repair(whole, source, { typeOf: () => undefined });
      expect(diagnostics).toEqual([]);
      expect(after.text).toBe(text);
    }
  },
);
