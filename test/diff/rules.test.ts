/**
 * Every rule has a page, its example gives the rule, and what is said of it is kept in a folder
 * named by the page's title. Record anew with `UPDATE_GOLDEN=1`, then read what changed as if
 * it were prose.
 */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { diff, ruleIds, type Change, type RuleId } from "../../src/diff/index.ts";
import { rulePages, type RulePage } from "../../src/diff/pages/index.ts";
import { expectGolden } from "../golden.ts";
import { changesText, schemaOf } from "./changes.ts";
import { alsoFound, mirrors, oneWay } from "./mirrors.ts";

const root = fileURLToPath(new URL("../../fixtures/diff", import.meta.url));

/** The changes of a page's example, forwards and backwards. */
function changesOf(rule: RuleId): {
  readonly forwards: readonly Change[];
  readonly backwards: readonly Change[];
} {
  const { old, new: now } = rulePages[rule];
  const [before, after] = [schemaOf("old.mof", old).schema, schemaOf("new.mof", now).schema];
  return { forwards: diff(before, after), backwards: diff(after, before) };
}

function rulesOf(changes: readonly Change[]): readonly RuleId[] {
  return changes.map(({ rule }) => rule).sort();
}

function turned(details: object): object {
  if (!("before" in details && "after" in details)) return details;
  return { ...details, before: details.after, after: details.before };
}

function slugOf(title: string): string {
  return title.toLowerCase().replaceAll(" ", "-");
}

describe.each(ruleIds)("%s", (rule) => {
  const page: RulePage = rulePages[rule];

  test("has a page of whole sentences", () => {
    expect(page.title).toMatch(/^[A-Z][A-Za-z0-9 -]{5,59}$/);
    expect(page.why).toMatch(/^[A-Z].*\.$/);
    expect(page.compatible).toMatch(/^[A-Z].*\.$/);
  });

  test("has an example that can be read", () => {
    const { old, new: now } = page;
    const said = [schemaOf("old.mof", old), schemaOf("new.mof", now)].map(({ diagnostics }) =>
      diagnostics.map(({ severity, message }) => `${severity}: ${message}`),
    );
    expect(said).toEqual([[], []]);
  });

  test("is found in its example, and nothing else is", () => {
    const expected = [rule, ...(alsoFound[rule] ?? [])].sort();
    expect(rulesOf(changesOf(rule).forwards)).toEqual(expected);
  });

  test("says what is recorded", () => {
    const { forwards, backwards } = changesOf(rule);
    expectGolden(`${root}/${slugOf(page.title)}`, {
      "old.mof": page.old,
      "new.mof": page.new,
      "forwards.txt": changesText(forwards),
      "backwards.txt": changesText(backwards),
    });
  });
});

describe("mirrors", () => {
  test.each(Object.entries(mirrors))("%s backwards is %s", (rule, mirror) => {
    const found = ruleIds.find((id) => id === rule);
    if (!found) throw new Error(`no rule ${rule}`);
    expect(rulesOf(changesOf(found).backwards)).toContain(mirror);
    expect(rulesOf(changesOf(mirror).backwards)).toContain(rule);
  });

  test.each(Object.entries(oneWay))("%s backwards is a case of %s", (rule, mirror) => {
    const found = ruleIds.find((id) => id === rule);
    if (!found) throw new Error(`no rule ${rule}`);
    expect(rulesOf(changesOf(found).backwards)).toContain(mirror);
  });

  test.each(ruleIds.filter((rule) => mirrors[rule] === rule))(
    "%s says backwards what was and what is the other way round",
    (rule) => {
      const [forwards, backwards] = [changesOf(rule).forwards, changesOf(rule).backwards].map(
        (changes) => changes.filter((change) => change.rule === rule).map(({ details }) => details),
      );
      expect(backwards).toEqual(forwards?.map((details) => turned(details)));
    },
  );

  test("every rule is in one of the tables", () => {
    const pairs = Object.entries(mirrors).flatMap((pair) => [...new Set(pair)]);
    const known: readonly string[] = [...pairs, ...Object.keys(oneWay)];
    expect(known.toSorted()).toEqual([...new Set(known)].toSorted());
    expect(ruleIds.filter((id) => !known.includes(id))).toEqual([]);
  });
});

test("titles are unique, and every folder has a rule", () => {
  const slugs = ruleIds.map((rule) => slugOf(rulePages[rule].title)).sort();
  expect(slugs).toEqual([...new Set(slugs)]);
  expect(readdirSync(root).sort()).toEqual(slugs);
});
