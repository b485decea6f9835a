/** Every rule finds its example, its mirror finds the way back, and both reports are looked at. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { diff, judge, ruleIds, type Change, type RuleId } from "../../src/diff/index.ts";
import { renderDiffText } from "../../src/diff/formats/render-text.ts";
import { rulePages } from "../../src/diff/pages/index.ts";
import { expectGolden } from "../golden.ts";
import { alongside, mirrors } from "./mirrors.ts";
import { schemaOf } from "./schema-of.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/diff", import.meta.url));

/** `A class was removed` is the folder `a-class-was-removed`. */
function folderOf(rule: RuleId): string {
  const { title } = rulePages[rule];
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
}

function report(changes: readonly Change[], old: string, now: string): string {
  return renderDiffText({ old, new: now, judgement: judge(changes, { failOn: "any" }) });
}

function sorted(...rules: readonly (RuleId | undefined)[]): readonly string[] {
  return [...new Set(rules.filter((each) => each !== undefined))].sort();
}

function rulesOf(changes: readonly Change[]): readonly string[] {
  return [...new Set(changes.map(({ rule }) => rule))].sort();
}

describe.each(ruleIds)("%s", (rule) => {
  const page = rulePages[rule];
  const old = schemaOf({ "old.mof": page.old });
  const now = schemaOf({ "new.mof": page.new });
  const forwards = diff(old.schema, now.schema);
  const backwards = diff(now.schema, old.schema);

  test("has an example without mistakes, which it finds and no other rule", () => {
    expect([old.errors, now.errors]).toEqual([[], []]);
    expect(rulesOf(forwards)).toEqual(sorted(rule, alongside[rule]?.[0]));
  });

  test("has the mirror that it should have", () => {
    expect(rulesOf(backwards)).toEqual(sorted(mirrors.get(rule), alongside[rule]?.[1]));
  });

  test("says what has changed, both ways", () => {
    expectGolden(`${fixtures}/${folderOf(rule)}`, {
      "old.mof": page.old,
      "new.mof": page.new,
      "forwards.txt": report(forwards, "old.mof", "new.mof"),
      "backwards.txt": report(backwards, "new.mof", "old.mof"),
    });
  });
});

test("every folder belongs to a rule", () => {
  expect(readdirSync(fixtures).sort()).toEqual(ruleIds.map(folderOf).sort());
});
