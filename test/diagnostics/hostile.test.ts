/** Whatever stands in names and texts of files, reports stay what they are. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  adjust,
  diagnose,
  renderGithub,
  renderJson,
  renderText,
  type Diagnostic,
} from "../../src/diagnostics/index.ts";
import { renderSarif } from "../../src/diagnostics/render-sarif.ts";
import { expectSarif } from "./sarif.ts";

/** Texts that mean something to terminals, to workflows, to SARIF, or to nobody. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom("::error ", "\n", "\r", "%0A", "\u001b[2J", "\u009b", "\u202e", "\u2028"),
      fc.constantFrom("{0}", "{", "](", "//", "\\", "C:", ",", '"', "\ud800", "\ufeff"),
      fc.string({ unit: "binary", maxLength: 5 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

const diagnostics: fc.Arbitrary<Diagnostic> = fc
  .record({
    name: hostile,
    text: hostile,
    word: hostile,
    start: fc.nat(40),
    length: fc.nat(40),
    located: fc.boolean(),
  })
  .map(({ name, text, word, start, length, located }) => {
    const location = { source: { name, text }, span: { start, end: start + length } };
    const related = [{ message: `see ${word}`, location }];
    const sentence = { name: word, namespace: word };
    return located
      ? diagnose("duplicate-class", sentence, location, related)
      : diagnose("file-not-found", { path: word });
  });

const commands = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029]/;

test("a report for a terminal or a log holds no commands but its own", () => {
  fc.assert(
    fc.property(fc.array(diagnostics, { maxLength: 4 }), (list) => {
      expect(renderText(list)).not.toMatch(commands);
      expect(renderJson(list)).not.toMatch(commands);
      expect(renderSarif(list)).not.toMatch(commands);
      const github = renderGithub(list);
      expect(github).not.toMatch(commands);
      expect(github.split("\n").filter(Boolean)).toHaveLength(list.length);
      expect(github.match(/^::error /gm) ?? []).toHaveLength(list.length);
    }),
  );
});

test("JSON says what was said, and SARIF is valid", () => {
  fc.assert(
    fc.property(fc.array(diagnostics, { maxLength: 4 }), (list) => {
      const report = JSON.parse(renderJson(list)) as { diagnostics: { message: string }[] };
      const said = report.diagnostics.map(({ message }) => message);
      expect(said.toSorted()).toEqual(list.map(({ message }) => message).toSorted());
      expectSarif(renderSarif(list));
    }),
  );
});

test("comments that silence are looked for in any text", () => {
  const piece = fc.oneof(
    fc.constantFrom("// codegen-disable-next-line ", "/* codegen-disable-file ", "*/", "--", "\n"),
    fc.constantFrom("unknown-superclass", ", ", '"', "'", "\\", "class A : B { };", "\r\n"),
    fc.string({ unit: "binary", maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const source = { name: "a.mof", text: pieces.join("") };
      for (const { location, code } of adjust(
        { diagnostics: [], sources: [source], complete: true },
        {},
      )) {
        expect(code).toMatch(/-suppression$/);
        const { start = -1, end = Infinity } = location?.span ?? {};
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(source.text.length);
      }
    }),
  );
});
