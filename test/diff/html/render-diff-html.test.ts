import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { PageData } from "../../../src/diff/html/page-data.ts";
import { wordChanges } from "../../../src/diff/html/page/word-changes.ts";
import { renderDiffHtml } from "../../../src/diff/html/render-diff-html.ts";
import { expectGolden } from "../../golden.ts";
import { fans, hostile, sampleOf } from "./sample.ts";

/** A page without its data, and the data. */
function taken(page: string): { readonly shell: string; readonly json: string } {
  const start = '<script type="application/json" id="data">';
  const from = page.indexOf(start) + start.length;
  const to = page.indexOf("</script>", from);
  return { shell: page.slice(0, from) + page.slice(to), json: page.slice(from, to) };
}

function dataOf(page: string): PageData {
  // What renderDiffHtml has written.
  return JSON.parse(taken(page).json) as PageData;
}

const accepted = "16c6e0d8c8a8";
const policy = { acceptances: [{ fingerprint: accepted, reason: "nobody writes longer labels" }] };
const { report, schemas } = fans(policy);
const page = renderDiffHtml(report, schemas);

describe("the data of a page", () => {
  test("is what was recorded", () => {
    const folder = fileURLToPath(new URL("../../../fixtures/diff-page", import.meta.url));
    expectGolden(join(folder), { "data.json": `${JSON.stringify(dataOf(page), null, 2)}\n` });
  });

  test("has each declaration once, whatever happened to it", () => {
    const { changes, declarations } = dataOf(page);
    const about = changes.filter(({ subject }) => /^ACME_Fan\.Speed$/.test(subject));
    expect(about.length).toBe(3);
    expect(new Set(about.map(({ declaration }) => declaration)).size).toBe(1);
    expect(declarations[about[0]?.declaration ?? -1]).toEqual({
      before: expect.stringContaining("each minute") as string,
      after: expect.stringMatching(/each second[^]*uint64 Speed;$/) as string,
    });
  });

  test("has one side of what was added or removed", () => {
    const { changes, declarations } = dataOf(page);
    const of = (subject: string) =>
      declarations[changes.find((each) => each.subject === subject)?.declaration ?? -1];
    expect(of("ACME_Fan.Reset()")).toEqual({ before: "uint32 Reset();" });
    expect(of("ACME_Sensor.Precision")).toEqual({ after: "[Read]\nuint32 Precision;" });
    expect(of("ACME_Fan.SetSpeed(Ramp)")?.before).toContain("uint32 SetSpeed(");
    expect(of("ACME_Valve")?.after).toContain("boolean Open = false;");
    expect(of("Tested")?.after).toContain('"not yet"');
    expect(of('ACME_Sensor.Id="outlet": Reading')?.after).toContain("Reading = 35;");
  });

  test("says once what a class is without its members", () => {
    const { report: of, schemas: both } = sampleOf(
      "class A { [Key] string Id; };",
      '[Description("All that is.")] class A { [Key] string Id; };',
    );
    expect(dataOf(renderDiffHtml(of, both)).declarations).toEqual([
      { before: "class A {};", after: '[Description("All that is.")]\nclass A {};' },
    ]);
  });

  test("names files as it is told to", () => {
    const named = renderDiffHtml(report, schemas, { pathOf: (name) => name.toUpperCase() });
    expect(dataOf(named).changes[0]?.before).toMatch(/^OLD\/FAN\.MOF:\d+:\d+$/);
  });
});

describe("a page", () => {
  test("is the same page whatever is in its data", () => {
    const evil = hostile();
    const other = renderDiffHtml(evil.report, evil.schemas);
    expect(taken(other).shell).toBe(taken(page).shell);
    expect(taken(other).json).not.toMatch(/[<\u2028\u2029\u202e]/);
    const data = dataOf(other);
    expect(data.old).toBe("</script><script>alert(1)</script>");
    expect(JSON.stringify(data)).toContain("\\\\u{202e}");
    expect(JSON.stringify(data)).toContain("<img src=x onerror=alert(1)>");
  });

  test("loads nothing, and runs and styles only what is its own", () => {
    const { shell } = taken(page);
    expect(shell).not.toMatch(/https?:|\burl\(|@import|\bsrc=|<link\b/);
    const policyText = /Content-Security-Policy" content="([^"]*)"/.exec(shell)?.[1] ?? "";
    const hash = (pattern: RegExp) =>
      createHash("sha256")
        .update(pattern.exec(page)?.[1] ?? "")
        .digest("base64");
    expect(policyText).toBe(
      `default-src 'none'; script-src 'sha256-${hash(/<script>([^]*?)<\/script>/)}'; ` +
        `style-src 'sha256-${hash(/<style>([^]*?)<\/style>/)}'; base-uri 'none'; form-action 'none'`,
    );
  });

  test("carries the licence of what is in it", () => {
    expect(page).toContain("Copyright (c) 2009-2015, Kevin Decker");
  });
});

describe("words that changed", () => {
  test("are told apart from those that did not", () => {
    expect(wordChanges("uint32 Speed;", "uint64 Speed;")).toEqual({
      before: [
        { text: "uint32", changed: true },
        { text: " Speed;", changed: false },
      ],
      after: [
        { text: "uint64", changed: true },
        { text: " Speed;", changed: false },
      ],
    });
  });

  test("belong together with the space between them; line ends are no change", () => {
    expect(wordChanges("a one two b", "a\nb")?.before).toEqual([
      { text: "a ", changed: false },
      { text: "one two", changed: true },
      { text: " b", changed: false },
    ]);
    expect(wordChanges("a b", "a\n  b")?.after).toEqual([{ text: "a\n  b", changed: false }]);
  });

  test("are not looked for in texts that have nothing in common", () => {
    const words = (letter: string) =>
      Array.from({ length: 5000 }, (_, index) => `${letter}${index}`).join(";");
    expect(wordChanges(words("a"), words("b"))).toBeUndefined();
  });
});
