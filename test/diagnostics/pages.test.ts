/** Every code has a page, and its examples do what they say. */
import { describe, expect, test } from "vitest";
import { readSchema } from "../../src/build/index.ts";
import { selectionSentences } from "../../src/diagnostics/catalogue/selection.ts";
import { catalogue, isCode, type Code } from "../../src/diagnostics/index.ts";
import { pages, type Page } from "../../src/diagnostics/pages/index.ts";
import { template } from "../../src/diagnostics/template.ts";
import { folderWith } from "../build/folder.ts";

const codes = Object.keys(catalogue).filter(isCode);

/** Those that no text of MOF alone can give, because they are about files, bytes, options or output. */
const withoutExample: readonly Code[] = [
  ...["file-not-found", "file-unreadable", "no-mof-files", "no-pages", "no-overlays"],
  ...["no-file-matches", "no-folder"],
  ...["variable-not-set", "name-in-other-case", "not-utf-8", "odd-length", "mangled-line-ends"],
  ...["stray-byte", "utf-32", "null-character", "nested-too-deeply", "too-many-mistakes"],
  ...["too-many-superclasses", "no-templates"],
  ...Object.keys(selectionSentences),
  ...codes.filter((code) =>
    /^(output|manifest|snapshot|page|documentation|overlay|template|prettier)-/.test(code),
  ),
].filter(isCode);

/** The codes that a text gives. */
async function codesOf(mof: string, { dialect, strict }: Page): Promise<readonly Code[]> {
  const { diagnostics } = await readSchema({
    sources: ["input.mof"],
    workingFolder: folderWith({ "input.mof": mof }),
    strict: strict ?? false,
    ...(dialect && { dialect }),
  });
  return diagnostics.map(({ code }) => code);
}

describe.each(codes)("%s", (code) => {
  test("has a page", () => {
    expect(pages[code]?.why, `write one in src/diagnostics/pages`).toMatch(/^[A-Z`\\].*\.$/s);
  });

  test("has a sentence that can be shown without its parameters", () => {
    const { message, help = "" } = template(code);
    expect(message).not.toMatch(/undefined|NaN|\[object|=>|\.$/);
    expect(help).not.toMatch(/undefined|NaN|\[object|=>/);
  });
});

test.each(codes.filter((code) => !withoutExample.includes(code)))(
  "%s has an example of wrong, and of right",
  async (code) => {
    const page: Page = pages[code] ?? { why: "" };
    expect(await codesOf(page.wrong ?? "", page)).toEqual([code]);
    expect(await codesOf(page.right ?? "", page)).toEqual([]);
  },
);

test.each(withoutExample)("%s has none", (code) => {
  expect(pages[code]?.wrong).toBeUndefined();
});
