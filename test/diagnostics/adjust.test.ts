// cspell:ignore superclas
import { describe, expect, test } from "vitest";
import {
  adjust,
  diagnose,
  setSeverities,
  type Diagnostic,
  type SeverityOptions,
} from "../../src/diagnostics/index.ts";
import { grammarSentences } from "../../src/diagnostics/catalogue/grammar.ts";
import { sourceSentences } from "../../src/diagnostics/catalogue/source.ts";
import type { Sentence } from "../../src/diagnostics/sentence.ts";
import { resolve } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";
import { positionAt, type Source } from "../../src/source/index.ts";

const superclass = diagnose("unknown-superclass", { name: "A", superclass: "B" });
const string = diagnose("unterminated-string", {});
const empty = diagnose("nothing-declared", { path: "a.mof" });

function levels(options: SeverityOptions): readonly string[] {
  return setSeverities([superclass, string, empty], options).map(
    ({ code, severity }) => `${severity} ${code}`,
  );
}

describe("the severity of a code", () => {
  test.each<[string, SeverityOptions, readonly string[]]>([
    [
      "is that of the catalogue",
      {},
      ["warning unknown-superclass", "error unterminated-string", "warning nothing-declared"],
    ],
    [
      "is another with --strict, for some",
      { strict: true },
      ["error unknown-superclass", "error unterminated-string", "warning nothing-declared"],
    ],
    [
      "can be lowered, raised and silenced",
      { severities: { "unknown-superclass": "info", "nothing-declared": "off" } },
      ["info unknown-superclass", "error unterminated-string"],
    ],
    [
      "is what was asked for, also with --strict",
      {
        strict: true,
        severities: { "unknown-superclass": "warning", "nothing-declared": "error" },
      },
      ["warning unknown-superclass", "error unterminated-string", "error nothing-declared"],
    ],
    [
      "is not lowered when what is read depends on it",
      { severities: { "unterminated-string": "off" } },
      ["warning unknown-superclass", "error unterminated-string", "warning nothing-declared"],
    ],
  ])("%s", (_, options, expected) => {
    expect(levels(options)).toEqual(expected);
  });

  test("of an error of reading cannot be lowered: what follows would be wrong", () => {
    const reading: readonly [string, Sentence<never>][] = Object.entries({
      ...sourceSentences,
      ...grammarSentences,
    });
    const lowered = reading.filter(([, each]) => each.severity === "error" && each.adjustable);
    expect(lowered.map(([code]) => code)).toEqual([]);
  });
});

/** What is still said about a text, as `line:column code: message`. */
function said(text: string, complete = true): readonly string[] {
  const source: Source = { name: "a.mof", text };
  const parsed = parse(source);
  const resolved = resolve({ roots: [parsed.value], includes: new Map() });
  const diagnostics: readonly Diagnostic[] = [...parsed.diagnostics, ...resolved.diagnostics];
  return adjust({ diagnostics, sources: [source, source], complete }, {}).map(
    ({ code, location }) => {
      const { line, column } = positionAt(source, location?.span.start ?? 0);
      return `${line}:${column} ${code}`;
    },
  );
}

const unknown = "class A : B { };\n";

describe("a comment silences", () => {
  test.each([
    ["the next line", `// codegen-disable-next-line unknown-superclass\n${unknown}`],
    ["from a block", `/* codegen-disable-next-line unknown-superclass */\r\n${unknown}`],
    ["with a reason", `\t // codegen-disable-next-line unknown-superclass -- B is far\n${unknown}`],
    [
      "several codes",
      "// codegen-disable-next-line unknown-superclass, unknown-reference-target\n" +
        "class A : B { C REF X; };\n",
    ],
    [
      "below another such comment",
      "// codegen-disable-next-line unknown-superclass\n" +
        "/* codegen-disable-next-line unknown-reference-target */\n" +
        "class A : B { C REF X; };\n",
    ],
    [
      "where a declaration of several lines begins",
      "// codegen-disable-next-line value-map-mismatch\n" +
        'class A { [ValueMap {\n"1", "2"}, Values {"a"}]\n' +
        "// codegen-disable-next-line value-map-mismatch\nuint8 X; };\n",
    ],
    ["a whole file", `${unknown}// codegen-disable-file unknown-superclass\nclass C : D { };\n`],
    [
      "from a block over lines",
      `/* codegen-disable-next-line unknown-superclass --\nwhy */\n${unknown}`,
    ],
  ])("%s", (name, text) => {
    const expected = name.startsWith("where") ? ["1:30 unused-suppression"] : [];
    expect(said(text)).toEqual(expected);
  });

  test.each([
    ["not the line after next", `// codegen-disable-next-line unknown-superclass\n\n${unknown}`],
    ["not another code", `// codegen-disable-next-line repeated-property\n${unknown}`],
  ])("%s, and says that it silences nothing", (_, text) => {
    const said_ = said(text);
    expect(said_).toContain("1:30 unused-suppression");
    expect(said_.filter((each) => each.endsWith("unknown-superclass"))).toHaveLength(1);
    expect(said(text, false).filter((each) => each.endsWith("unused-suppression"))).toEqual([]);
  });

  test.each([
    ["in a string", `class A { [Description("\\"\n// codegen-disable-file x\n")] uint8 X; };\n`],
    ["in a comment", "/*\n// codegen-disable-file x\n*/ class A { };\n"],
    ["in prose", "// see codegen-disable-file x\nclass A { };\n"],
    ["in an unclosed comment", "class A { }; /* // codegen-disable-file x"],
  ])("nothing %s", (_, text) => {
    expect(said(text).filter((each) => each.endsWith("suppression"))).toEqual([]);
  });
});

describe("a comment that cannot silence anything is reported", () => {
  test.each([
    [
      `// codegen-disable-next-line unknown-superclas\n${unknown}`,
      "there is no code unknown-superclas",
      "Did you mean unknown-superclass?",
    ],
    [
      "// codegen-disable-file gibberish\n",
      "there is no code gibberish",
      "codegen explain lists all codes.",
    ],
    [
      "// codegen-disable-file __proto__\n",
      "there is no code __proto__",
      "codegen explain lists all codes.",
    ],
    [
      "// codegen-disable-line x\n",
      "no comment is called codegen-disable-line",
      "There are codegen-disable-next-line and codegen-disable-file.",
    ],
    [
      "// codegen-disable-file -- because\n",
      "this comment does not say what to silence",
      "Write codes behind it: // codegen-disable-next-line unknown-superclass",
    ],
    [
      "// codegen-disable-file unterminated-string\n",
      "unterminated-string cannot be silenced",
      "What is read depends on it. Put the cause right, and remove the comment.",
    ],
    [
      "class A : B { }; // codegen-disable-next-line unknown-superclass\n",
      "this comment silences nothing, because it does not stand alone on its line",
      "Put it on the line above.",
    ],
  ])("%s", (text, message, help) => {
    const source: Source = { name: "a.mof", text };
    const found = adjust({ diagnostics: [], sources: [source], complete: false }, {});
    expect(found).toMatchObject([
      { code: "wrong-suppression", severity: "warning", message, help },
    ]);
  });

  test("however many there are", () => {
    const line = "// codegen-disable-next-line unknown-superclas nonsense\n";
    const source: Source = { name: "a.mof", text: line.repeat(5000) };
    const found = adjust({ diagnostics: [], sources: [source], complete: true }, {});
    expect(found).toHaveLength(10_000);
  });

  test("a comment before each of very many lines", () => {
    const count = 50_000;
    const text = "// codegen-disable-next-line unknown-superclass\nx\n".repeat(count);
    const source: Source = { name: "a.mof", text };
    const diagnostics = Array.from({ length: count }, (_, index) => {
      const at = (index + 1) * (text.length / count) - 2;
      const sentence = { name: "A", superclass: "B" };
      return diagnose("unknown-superclass", sentence, { source, span: { start: at, end: at + 1 } });
    });
    expect(adjust({ diagnostics, sources: [source], complete: true }, {})).toEqual([]);
  });
});
