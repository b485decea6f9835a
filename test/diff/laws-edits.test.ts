/** Random edits of real schemas: each is found, with all that it does and nothing else. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diff, ruleIds } from "../../src/diff/index.ts";
import { caseOf, linesOf, type Choice } from "./case.ts";
import { choices, editChoice, lores } from "./choices.ts";
import { allEdits } from "./edits/all-edits.ts";
import type { Lore } from "./lore.ts";
import { hasShared, warnWithoutShared } from "./real-schemas.ts";
import { schemaOf } from "./world.ts";

const RUNS = 20;

warnWithoutShared("test/diff/laws-edits.test.ts");

/** Compares there and back; tells how many of the edits could be done. */
function check(lore: Lore, chosen: readonly Choice[]): number {
  const { names, before, after, there, back } = caseOf(lore, allEdits, chosen);
  const [old, now] = [schemaOf(before), schemaOf(after)];
  const found = { there: linesOf(diff(old, now)), back: linesOf(diff(now, old)) };
  expect({ names, ...found }).toEqual({ names, there, back });
  return names.length;
}

describe("an edit is found, and its reverse by the mirrored rules", () => {
  const numbered = allEdits.map((edit, index) => ({ ...edit, index }));
  test.each(numbered)("$name", ({ index }) => {
    fc.assert(
      fc.property(editChoice, fc.nat(), (chosen, first) => {
        const turned = lores.map((_, at) => lores[(first + at) % lores.length]!);
        const isDone = turned.some(([, lore]) => check(lore, [{ ...chosen, edit: index }]) === 1);
        // The schema of the project alone has no classes above others.
        if (hasShared) expect(isDone).toBe(true);
      }),
      { numRuns: 1 },
    );
  });
});

describe("several edits at once are found, and nothing else", () => {
  test.each(lores)("%s", (_, lore) => {
    let done = 0;
    fc.assert(
      fc.property(choices, (chosen) => {
        done += check(lore, chosen);
      }),
      { numRuns: RUNS },
    );
    expect(done).toBeGreaterThan(RUNS);
  });
});

test("every rule is shown by an edit", () => {
  const shown = new Set(allEdits.flatMap(({ rules }) => rules));
  // What asks for a new version brings it along, where the class has one.
  shown.add("version-not-bumped");
  expect([...shown].sort()).toEqual([...ruleIds].sort());
});
