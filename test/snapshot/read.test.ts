import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSnapshot, printMof, readSnapshot } from "../../src/snapshot/index.ts";
import { schemaOf } from "./again.ts";
import { expected, scenarios } from "./scenarios.ts";

const versions = fileURLToPath(new URL("../../fixtures/snapshot-versions/", import.meta.url));

/** These files are never changed: whoever kept one has to be able to read it. */
describe("every version is read", () => {
  test("1", () => {
    const [text, mof] = ["1.json", "1.mof"].map((name) =>
      readFileSync(join(versions, name), "utf8").replaceAll("\r\n", "\n"),
    );
    const schema = schemaOf(readSnapshot({ name: "1.json", text: text! }));
    expect(printMof(schema)).toBe(mof);
  });
});

/** What is said about a text: the marked part of it, and the sentence. */
function said(text: string): readonly string[] {
  return readSnapshot({ name: "a.json", text }).diagnostics.map(({ message, location }) => {
    const { start, end } = location!.span;
    return `«${text.slice(start, end)}» ${message.replace("a.json is no snapshot of a schema: ", "")}`;
  });
}

const rest = '"instances": [], "qualifierTypes": []';
const classes = (text: string): string => `{ "version": 1, ${rest}, "classes": [${text}] }`;
const cls = (text: string): string =>
  classes(`{ "name": "A", "namespace": "root/a", "superclass": null, ${text} }`);
const property = (text: string): string =>
  cls(
    `"qualifiers": [], "methods": [], "properties": [\n{ "name": "P", "qualifiers": [], ${text} }]`,
  );
const method = (text: string): string =>
  cls(`"qualifiers": [], "properties": [], "methods": [\n${text}]`);
const instance = (text: string): string =>
  `{ "version": 1, "classes": [], "qualifierTypes": [], "instances": [\n{ "class": "A", "namespace": "a", ${text} }] }`;

describe("mistakes", () => {
  test.each([
    ["nothing", "", ["«» here a value is expected"]],
    ["another kind of value", "[]", ["«[]» the whole: it should be an object"]],
    ["an empty object", "{}", ["«{» the whole: version is missing"]],
    [
      "a later version",
      '{ "version": 2 }',
      ["«2» the snapshot has version 2, and only 1 can be read"],
    ],
    ["a version in quotes", '{ "version": "1" }', ['«"1"» version: it should be a number']],
    ["an object that goes on", '{ "version": 1', ['«» here "," or "}" is expected']],
    [
      "a comma too many",
      '{ "version": 1, }',
      ['«}» here a name in double quotes or "}" is expected'],
    ],
    [
      "text behind the end",
      '{ "version": 2 } }',
      ["«}» there is more behind the end of the object"],
    ],
    ["a name without a value", '{ "version" }', ['«}» here ":" is expected']],
    [
      "a name that stands twice",
      '{ "version": 1,\n"version": 1 }',
      ['«"version"» "version" stands here twice'],
    ],
    ["single quotes", "{ 'version': 1 }", [`«'» here a name in double quotes or "}" is expected`]],
    ["an open string", '{ "vers\n": 1 }', ["«\n» a string is not closed in its line"]],
    ["a string that never ends", '{ "vers', ['«"» a string is not closed in its line']],
    ["an unknown escape", '{ "a\\x": 1 }', ["«\\» JSON knows no such escape"]],
    ["a wrong number", '{ "version": 01 }', ['«1» here "," or "}" is expected']],
    ["a wrong word", '{ "version": True }', ["«True» here a value is expected"]],
    [
      "missing parts",
      '{ "version": 1 }',
      ["classes", "instances", "qualifierTypes"].map((name) => `«{» the whole: ${name} is missing`),
    ],
    [
      "an unknown key",
      `{ "version": 1, "classes": [], ${rest}, "class": [] }`,
      [
        '«"class"» the whole: "class" is none of $schema, version, classes, instances, qualifierTypes',
      ],
    ],
    ["an item that is none", classes("7"), ["«7» classes[0]: it should be an object"]],
    [
      "a name that would be something else in MOF",
      cls('"qualifiers": [], "methods": [], "properties": []').replace('"A"', '"A {}; class B"'),
      [
        '«"A {}; class B"» classes[0].name: "A {}; class B" is not a name of letters, digits and underscores',
      ],
    ],
    [
      "an empty namespace",
      cls('"qualifiers": [], "methods": [], "properties": []').replace('"root/a"', '" "'),
      ['«" "» classes[0].namespace: " " is not the name of a namespace'],
    ],
    [
      "an unknown type",
      property('"array": false, "type": "uint33"'),
      [
        '«"uint33"» classes[0].properties[0].type: "uint33" is none of boolean, uint8, uint16, uint32, uint64, sint8, sint16, sint32, sint64, real32, real64, char16, string, datetime, reference, instance, object, void',
      ],
    ],
    [
      "an instance of nothing",
      property('"array": false, "type": "instance"'),
      ['«"instance"» classes[0].properties[0]: class is missing beside instance'],
    ],
    [
      "a class beside a number",
      property('"array": false, "type": "uint8", "class": "B"'),
      ['«"B"» classes[0].properties[0].class: a uint8 has no class'],
    ],
    [
      "a wrong number of elements",
      property('"array": -1, "type": "uint8"'),
      ["«-1» classes[0].properties[0].array: it should be true, false or a number of elements"],
    ],
    [
      "several mistakes",
      method('{ "name": "M", "type": 1, "array": false, "static": false, "qualifiers": {} }'),
      [
        "«1» classes[0].methods[0].type: it should be a string",
        "«false» classes[0].methods[0].static: it should be true, or left out",
        "«{}» classes[0].methods[0].qualifiers: it should be an array",
        "«{» classes[0].methods[0]: parameters is missing",
      ],
    ],
    [
      "a value that is none",
      instance('"properties": [{ "name": "P", "value": { "alias": "X" } }]'),
      ['«"X"» instances[0].properties[0].value.alias: "X" is not an alias such as $X'],
    ],
  ])("%s", (_name, text, expectedSayings) => {
    expect(said(text)).toEqual(expectedSayings);
  });

  test("a hundred are enough", () => {
    expect(said(classes("7,".repeat(100_000) + "7"))).toHaveLength(100);
  });
});

describe("hostile texts", () => {
  const deep = (open: string, close: string): string =>
    open.repeat(100_000) + close.repeat(100_000);

  test.each([
    ["arrays", deep("[", "]")],
    ["objects", deep('{"a":', "")],
    ["open arrays", "[".repeat(1_000_000)],
  ])("%s that contain each other without end", (_name, text) => {
    expect(said(text)).toEqual([
      expect.stringContaining("its values contain each other too many times"),
    ]);
  });

  test("values nest as deep as in MOF, and no deeper", () => {
    const nested = (depth: number): string =>
      instance(
        `"properties": [{ "name": "P", "value": ${"[".repeat(depth)}${"]".repeat(depth)} }]`,
      );
    expect(said(nested(200))).toEqual([]);
    expect(said(nested(202))).toEqual([expect.stringContaining("more than 200 times")]);
  });

  test("numbers of any length", () => {
    const digits = "9".repeat(1_000_000);
    const text = (value: string): string =>
      instance(`"properties": [{ "name": "P", "type": "uint64", "value": ${value} }]`);
    expect(said(text(digits))).toEqual([]);
    expect(said(text(`"${digits}"`))).toEqual([]);
  });

  test("names of JavaScript are names", () => {
    const text = instance(
      '"properties": [{ "name": "__proto__", "value": 1 }, { "name": "constructor", "value": { "class": "__proto__", "properties": [] } }]',
    );
    expect(said(text)).toEqual([]);
    expect(said(text.replace('"value": 1', '"__proto__": 1'))).toEqual([
      '«"__proto__"» instances[0].properties[0]: "__proto__" is none of name, type, value',
      "«{» instances[0].properties[0]: value is missing",
    ]);
  });

  test("a text that is cut off anywhere, or in which one character is another", () => {
    const text = expected("values-are-data", "schema.json").replace(/\s+/g, " ");
    for (let end = 0; end < text.length - 2; end += 1) {
      expect(said(text.slice(0, end)), text.slice(0, end)).toHaveLength(1);
    }
    fc.assert(
      fc.property(fc.nat(text.length), fc.string({ maxLength: 2, unit: "binary" }), (at, other) => {
        expect(said(text.slice(0, at) + other + text.slice(at + 1))).toBeInstanceOf(Array);
      }),
    );
  });

  test("what JSON.parse reads is read, and what it refuses is refused", () => {
    const texts = fc.oneof(
      fc.json(),
      fc.string({
        unit: fc.constantFrom(
          "{",
          "}",
          "[",
          "]",
          '"',
          ",",
          ":",
          "1",
          "-",
          ".",
          "e",
          "\\",
          "u",
          " ",
        ),
      }),
      fc
        .json()
        .chain((text) =>
          fc
            .tuple(fc.nat(text.length), fc.string({ maxLength: 1 }))
            .map(([at, other]) => text.slice(0, at) + other + text.slice(at + 1)),
        ),
    );
    fc.assert(
      fc.property(texts, (text) => {
        // JSON.parse keeps the last of two members of one name, and we look no further then.
        if (/ stands here twice/.test(said(text)[0] ?? "")) return;
        const isShape = said(text).every((each) =>
          /: (?:version is missing|it should be)/.test(each),
        );
        expect(isShape).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test.each(scenarios)("%s is known by its name and by its beginning", (name) => {
  const [json, mof] = [expected(name, "schema.json"), expected(name, "schema.mof")];
  expect(isSnapshot({ name: "a.JSON", text: "" })).toBe(true);
  expect(isSnapshot({ name: "<stdin>", text: json })).toBe(true);
  expect(isSnapshot({ name: "<stdin>", text: mof })).toBe(false);
});
