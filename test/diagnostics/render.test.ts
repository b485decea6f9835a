import { describe, expect, test } from "vitest";
import {
  countText,
  diagnose,
  renderText,
  type Diagnostic,
  type Related,
} from "../../src/diagnostics/index.ts";
import type { Location, Source } from "../../src/source/index.ts";

/** A location in a text: the part between ⟦ and ⟧, which are not part of the source. */
function mark(name: string, marked: string): Location {
  const start = marked.indexOf("⟦");
  const end = marked.indexOf("⟧") - 1;
  const source: Source = { name, text: marked.replace("⟦", "").replace("⟧", "") };
  return { source, span: { start, end } };
}

function unknownSuperclass(location: Location): Diagnostic {
  return diagnose("unknown-superclass", { name: "A", superclass: "B" }, location);
}

/** The line of the file and the marks below it. */
function frame(marked: string, width = 100): string[] {
  const text = renderText([unknownSuperclass(mark("a.mof", marked))], { width });
  return text.split("\n").slice(3, 5);
}

test("a diagnostic says what, where, and what to do", () => {
  const location = mark("schema/a.mof", `${"\n".repeat(39)}class A : ⟦CIM_B⟧ {\n};\n`);
  expect(renderText([unknownSuperclass(location)])).toBe(
    `warning unknown-superclass: A extends B, which no source declares
  --> schema/a.mof:40:11
   |
40 | class A : CIM_B {
   |           ^^^^^
help: Add the file that declares B; its members are missing from the output.

1 warning
`,
  );
});

test("related places follow, and all line numbers share one gutter", () => {
  const first = mark("a.mof", "class ⟦CIM_X⟧ {};");
  const second = mark("b.mof", `${"\n".repeat(119)}class ⟦cim_x⟧ {};`);
  const related: Related[] = [{ message: "first declared here", location: first }];
  const names = { name: "cim_x", namespace: "root/cimv2" };
  expect(renderText([diagnose("duplicate-class", names, second, related)])).toBe(
    `error duplicate-class: cim_x is declared more than once in root/cimv2
   --> b.mof:120:7
    |
120 | class cim_x {};
    |       ^^^^^
note: first declared here
   --> a.mof:1:7
    |
  1 | class CIM_X {};
    |       -----
help: Keep one of the declarations, or give each its own namespace.

1 error
`,
  );
});

test("diagnostics without a place are a plain list in front of the others", () => {
  const located = diagnose("unterminated-string", {}, mark("a.mof", '⟦"⟧'));
  expect(
    renderText([
      located,
      diagnose("output-stale", { path: "out/b.ts" }),
      diagnose("output-missing", { path: "out/a.ts" }),
    ]),
  ).toBe(
    `error output-missing: out/a.ts would be created
error output-stale: out/b.ts differs from what would be generated

error unterminated-string: the string that begins here is never closed
 --> a.mof:1:1
  |
1 | "
  | ^
help: Close it with ". A quote inside a string is written \\".

3 errors
`,
  );
});

test("nothing to say is no text", () => {
  expect(renderText([])).toBe("");
});

describe("order", () => {
  const at = (name: string, marked: string): Diagnostic => unknownSuperclass(mark(name, marked));
  const diagnostics = [
    at("b.mof", "⟦x⟧"),
    at("a.mof", "       ⟦x⟧"),
    at("a.mof", "  ⟦x⟧"),
    diagnose("nothing-declared", { path: "z.mof" }),
    diagnose("unknown-alias", { alias: "$A" }, mark("a.mof", "  ⟦x⟧")),
  ];
  const places = (text: string): string[] =>
    text.split("\n").filter((line) => /-->|declares nothing|^warning unknown-alias/.test(line));

  test("is by source, then place, then code, whatever order they come in", () => {
    const expected = [
      "warning nothing-declared: z.mof declares nothing",
      "warning unknown-alias: no instance or class has the alias $A",
      " --> a.mof:1:3",
      " --> a.mof:1:3",
      " --> a.mof:1:8",
      " --> b.mof:1:1",
    ];
    expect(places(renderText(diagnostics))).toEqual(expected);
    expect(renderText([...diagnostics].reverse())).toBe(renderText(diagnostics));
  });
});

describe("limit", () => {
  test("the rest is a number, and the count is of all", () => {
    const many = ["a", "b", "c"].map((path) => diagnose("nothing-declared", { path }));
    expect(renderText(many, { limit: 2 })).toBe(
      `warning nothing-declared: a declares nothing
warning nothing-declared: b declares nothing
and 1 more: 1 warning

3 warnings
`,
    );
  });

  test("an error is never hidden behind warnings", () => {
    const many = [
      ...["a", "b", "c"].map((path) => diagnose("nothing-declared", { path })),
      diagnose("no-mof-files", { path: "empty" }),
    ];
    const text = renderText(many, { limit: 2 });
    expect(text).toContain("error no-mof-files");
    expect(text).toContain("\nand 2 more: 2 warnings\n\n1 error, 3 warnings\n");
  });

  test("it is fifty unless stated", () => {
    const many = Array.from({ length: 51 }, (_, index) =>
      diagnose("nothing-declared", { path: String(index) }),
    );
    expect(renderText(many)).toContain("\nand 1 more: 1 warning\n");
    expect(renderText(many.slice(1))).not.toContain("more");
  });
});

test("counts speak of one and of several", () => {
  const error = diagnose("unterminated-string", {});
  const warning = diagnose("nothing-declared", { path: "a" });
  const note: Diagnostic = { ...warning, severity: "info" };
  expect(countText([warning, error, error])).toBe("2 errors, 1 warning");
  expect(countText([note, note])).toBe("2 notes");
  expect(countText([])).toBe("");
});

describe("the line", () => {
  test("a tab takes four columns", () => {
    expect(frame("\tclass A :\t⟦B⟧")).toEqual(["1 |     class A :    B", "  |                  ^"]);
  });

  test("wide characters take two columns, combining ones none", () => {
    expect(frame("/* 日本 e\u0301 😀 */ ⟦B⟧")).toEqual([
      "1 | /* 日本 e\u0301 😀 */ B",
      `  | ${" ".repeat("/* NNNN e EE */ ".length)}^`,
    ]);
    expect(frame("⟦日本⟧")[1]).toBe("  | ^^^^");
  });

  test("a span over several lines is marked to the end of the first", () => {
    expect(frame("class ⟦A {\n  uint8 B;\n}⟧;")).toEqual(["1 | class A {", "  |       ^^^"]);
  });

  test("an empty span and one behind the last character have one mark", () => {
    expect(frame("class ⟦⟧A")).toEqual(["1 | class A", "  |       ^"]);
    expect(frame("class A⟦⟧")).toEqual(["1 | class A", "  |        ^"]);
  });

  test("nothing in it reaches the terminal as a command", () => {
    const text = renderText([
      unknownSuperclass(mark("a.mof", "\u001b[31m\u0000\u009b⟦B⟧ \u202e\u2066\u200b\ud800")),
    ]);
    expect(text.split("\n")[3]).toBe("1 | ␛[31m␀\\u{9b}B \\u{202e}\\u{2066}\\u{200b}\\u{d800}");
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2066\u200b]/);
  });

  test("marks are below what they mean even behind made-visible characters", () => {
    const [line = "", marks = ""] = frame("\u009b\u0007 ⟦Bad⟧");
    expect(line.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1)).toBe("Bad");
  });

  test("so is a name or a message that comes from a file", () => {
    const location = mark("a\u001b]0;x\u0007.mof", "⟦\u0007⟧");
    const text = renderText([
      diagnose("unexpected-character", { character: "\u001b[2J" }, location),
      diagnose("file-not-found", { path: "a\nerror forged: b" }),
    ]);
    expect(text).toContain("the character ␛[2J has no place");
    expect(text).toContain(" --> a␛]0;x␇.mof:1:1");
    expect(text).toContain("there is no file or folder a␊error forged: b\n");
  });

  test("a long one is cut around the mark", () => {
    const long = `${"a".repeat(300)}⟦BBB⟧${"c".repeat(300)}`;
    const [line = "", marks = ""] = frame(long, 40);
    expect(line).toBe(`1 | …${"a".repeat(12)}BBB${"c".repeat(19)}…`);
    expect(line).toHaveLength(40);
    expect(line.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1)).toBe("BBB");
  });

  test("a long one is cut on one side only when the mark is at its edge", () => {
    expect(frame(`⟦B⟧${"c".repeat(300)}`, 40)).toEqual([`1 | B${"c".repeat(33)}…`, "  | ^"]);
    expect(frame(`${"a".repeat(300)}⟦B⟧`, 40)).toEqual([
      `1 | …${"a".repeat(33)}B`,
      `  | ${" ".repeat(34)}^`,
    ]);
  });

  test("a span longer than the terminal is marked as far as it is shown", () => {
    const [line = "", marks = ""] = frame(`⟦${"b".repeat(300)}⟧`, 40);
    expect(marks.length).toBeLessThanOrEqual(line.length);
  });

  test("a file without line ends costs no more than a short line", () => {
    const text = "x".repeat(8_000_000);
    const location = { source: { name: "a", text }, span: { start: 4_000_000, end: 4_000_001 } };
    const diagnostics = Array.from({ length: 50 }, () => unknownSuperclass(location));
    const before = performance.now();
    renderText(diagnostics);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

describe("colour", () => {
  const diagnostics = [diagnose("unterminated-string", {}, mark("a.mof", '⟦"⟧'))];
  const escapes = /\u001b\[\d+m/g;

  test("changes nothing but the colours", () => {
    const coloured = renderText(diagnostics, { colour: true });
    expect(coloured).toMatch(escapes);
    expect(coloured.replace(escapes, "")).toBe(renderText(diagnostics));
  });

  test("is off unless asked for", () => {
    expect(renderText(diagnostics)).not.toMatch(escapes);
  });

  test("shows an error in red and a warning in yellow", () => {
    expect(renderText(diagnostics, { colour: true })).toContain("\u001b[31m");
    const warning = [diagnose("nothing-declared", { path: "a" })];
    expect(renderText(warning, { colour: true })).toContain("\u001b[33m");
  });
});
