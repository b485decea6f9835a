/**
 * The whole report of a file in every format. Record anew with `UPDATE_GOLDEN=1`, then
 * read what changed.
 */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readSchema } from "../../src/build/index.ts";
import {
  diagnose,
  renderGithub,
  renderJson,
  renderText,
  type Diagnostic,
} from "../../src/diagnostics/index.ts";
import { renderSarif } from "../../src/diagnostics/render-sarif.ts";
import type { Source } from "../../src/source/index.ts";
import { expectGolden, read } from "../golden.ts";
import { expectSarif } from "./sarif.ts";

const root = fileURLToPath(new URL("../../fixtures/formats", import.meta.url));

test.each(readdirSync(root).sort())("%s", async (name) => {
  const folder = `${root}/${name}`;
  const input = read(folder)["input.mof"] ?? "";
  const { diagnostics } = await readSchema({ sources: ["input.mof"], workingFolder: folder });
  const sarif = renderSarif(diagnostics, { version: "1.2.3" });
  expectSarif(sarif);
  expectGolden(folder, {
    "input.mof": input,
    "expected.txt": renderText(diagnostics),
    "expected.json": renderJson(diagnostics),
    "expected.github": renderGithub(diagnostics),
    "expected.sarif": sarif,
  });
});

test("the order in which diagnostics come changes nothing", async () => {
  const folder = `${root}/several-mistakes-of-every-severity`;
  const { diagnostics } = await readSchema({ sources: ["input.mof"], workingFolder: folder });
  const turned = [...diagnostics].reverse();
  for (const render of [renderText, renderJson, renderGithub, renderSarif]) {
    expect(render(turned)).toBe(render(diagnostics));
  }
});

const source: Source = { name: "dir, 1/a:b%.mof", text: "class A {\n  uint32 X;\n};\n" };

function duplicate(start: number, end: number): Diagnostic {
  return diagnose(
    "duplicate-class",
    { name: "A", namespace: "n" },
    { source, span: { start, end } },
  );
}

test("a place over several lines ends where its last character does", () => {
  const over = [duplicate(6, 23)];
  const place = { file: source.name, line: 1, column: 7, endLine: 3, endColumn: 2 };
  expect(JSON.parse(renderJson(over))).toMatchObject({ diagnostics: [place] });
  expect(renderGithub(over)).toBe(
    "::error file=dir%2C 1/a%3Ab%25.mof,line=1,endLine=3,title=duplicate-class::" +
      "A is declared more than once in n%0AKeep one of the declarations, or give each its own namespace.\n",
  );
  expect(renderSarif(over)).toContain(`"region": {
                  "startLine": 1,
                  "startColumn": 7,
                  "endLine": 3,
                  "endColumn": 2
                }`);
});

test.each([
  ["a b/ü#.mof", { uri: "a%20b/%C3%BC%23.mof", uriBaseId: "%SRCROOT%" }],
  ["../x.mof", { uri: "../x.mof", uriBaseId: "%SRCROOT%" }],
  ["sub\\x.mof", { uri: "sub/x.mof", uriBaseId: "%SRCROOT%" }],
  ["/tmp/x.mof", { uri: "file:///tmp/x.mof" }],
  ["C:/x y.mof", { uri: "file:///C:/x%20y.mof" }],
  ["//server/share/x.mof", { uri: "file://server/share/x.mof" }],
  ["half \ud800", { uri: "half%20%EF%BF%BD", uriBaseId: "%SRCROOT%" }],
])("the file %s is a URI in SARIF", (name, artifactLocation) => {
  const location = { source: { name, text: "" }, span: { start: 0, end: 0 } };
  const written = renderSarif([diagnose("unterminated-string", {}, location)]);
  expectSarif(written);
  expect(JSON.parse(written)).toMatchObject({
    runs: [{ results: [{ locations: [{ physicalLocation: { artifactLocation } }] }] }],
  });
});

test("what is about no text is no result of SARIF, but stands beside them", () => {
  const missing = diagnose("file-not-found", { path: "{a}.mof" });
  const empty = diagnose("nothing-declared", { path: "b.mof" });
  const written = renderSarif([missing, empty, duplicate(0, 1)]);
  expectSarif(written);
  expect(JSON.parse(written)).toMatchObject({
    runs: [
      {
        invocations: [
          {
            executionSuccessful: false,
            toolExecutionNotifications: [
              {
                level: "error",
                message: {
                  text: "there is no file or folder {{a}}.mof. Check the spelling, and the folder that the command runs in.",
                },
                associatedRule: { id: "file-not-found", index: 1 },
              },
              { level: "warning", message: { text: "b.mof declares nothing" } },
            ],
          },
        ],
        results: [{ ruleId: "duplicate-class" }],
      },
    ],
  });
});

test("a limit leaves out warnings first and says how many", () => {
  const warning = diagnose("nothing-declared", { path: "a.mof" });
  const many = [warning, duplicate(0, 1), warning, duplicate(1, 2)];
  const report: unknown = JSON.parse(renderJson(many, { limit: 3 }));
  expect(report).toMatchObject({
    diagnostics: [
      { code: "nothing-declared" },
      { code: "duplicate-class", column: 1 },
      { code: "duplicate-class", column: 2 },
    ],
    counts: { errors: 2, warnings: 2, notes: 0 },
    truncated: 1,
  });
  expect(renderGithub(many, { limit: 3 })).toMatch(
    /\n::notice title=mof-codegen::1 of 2 warnings are not shown as annotations; see the log, or --format text\n$/,
  );
  expect(JSON.parse(renderSarif(many, { limit: 0 }))).toMatchObject({ runs: [{ results: [] }] });
});

test("what GitHub would drop stands in its log, and nothing in it is a command", () => {
  const many = Array.from({ length: 12 }, (_, index) => duplicate(index, index));
  const lines = renderGithub(many).trimEnd().split("\n");
  expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(10);
  expect(lines.slice(10)).toEqual([
    "error duplicate-class: dir, 1/a:b%.mof:2:1: A is declared more than once in n",
    "error duplicate-class: dir, 1/a:b%.mof:2:2: A is declared more than once in n",
    "::notice title=mof-codegen::2 of 12 errors are not shown as annotations; see the log, or --format text",
  ]);
});
