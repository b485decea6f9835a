/** What `codegen explain` says about each code: its examples do what they promise. */
import { expect, test } from "vitest";
import { adjust, type Code, hasErrors } from "../../src/diagnostics/index.ts";
import { catalogue } from "../../src/diagnostics/catalogue/index.ts";
import { checkPages } from "../../src/diagnostics/pages/checks.ts";
import { modelPages } from "../../src/diagnostics/pages/model.ts";
import type { Page } from "../../src/diagnostics/pages/page.ts";
import { checkSentences } from "../../src/diagnostics/catalogue/checks.ts";
import { modelSentences } from "../../src/diagnostics/catalogue/model.ts";
import { template } from "../../src/diagnostics/template.ts";
import { resolve } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";

const pages: Readonly<Partial<Record<string, Page>>> = { ...modelPages, ...checkPages };
const codes = Object.keys({ ...modelSentences, ...checkSentences });

/** The codes that a text gives, as `codegen check` reports them. */
function told(text: string, page: Page): readonly Code[] {
  const parsed = parse({ name: "input.mof", text });
  const strict = page.strict ?? false;
  const { dialect } = page;
  const set = { roots: [parsed.value], includes: new Map(), ...(dialect && { dialect }) };
  const complete = !hasErrors(parsed.diagnostics);
  const resolved = complete ? resolve(set, { strict }).diagnostics : [];
  const diagnostics = [...parsed.diagnostics, ...resolved];
  const found = adjust({ diagnostics, sources: [parsed.value.source], complete }, { strict });
  return found.map(({ code }) => code);
}

test("every sentence can be said without its parameters", () => {
  for (const code of Object.keys(catalogue) as Code[]) {
    const { message, help = "" } = template(code);
    expect(`${code}: ${message} ${help}`).not.toMatch(/undefined|NaN|\[object/);
  }
});

test.each(codes)("%s has a page", (code) => {
  expect(pages[code]?.why).toMatch(/^[A-Z`].*\.$/);
});

const examples = codes.flatMap((code) => {
  const page = pages[code];
  return page?.wrong === undefined ? [] : [[code, page] as const];
});

test.each(examples)("%s: the wrong example gives it, the right one gives nothing", (code, page) => {
  expect(told(page.wrong ?? "", page)).toEqual([code]);
  expect(told(page.right ?? "", page)).toEqual([]);
});

test("only what no text of MOF alone can give has no examples", () => {
  expect(codes.filter((code) => pages[code]?.wrong === undefined)).toEqual([
    "too-many-superclasses",
  ]);
});
