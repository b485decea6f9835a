/** What a diff is to those who keep it: the same each time, in order, with lasting fingerprints. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diff, type Change } from "../../src/diff/index.ts";
import { caseOf } from "./case.ts";
import { choices, lores } from "./choices.ts";
import { allEdits } from "./edits/all-edits.ts";
import { frozen } from "./freeze.ts";
import { warnWithoutShared } from "./real-schemas.ts";
import { rearranged } from "./rearrange.ts";
import { schemaOf } from "./world.ts";

warnWithoutShared("test/diff/laws-fingerprints.test.ts");

/** All of a change but where it stands in the sources. */
function withoutPlaces(changes: readonly Change[]): readonly object[] {
  return changes.map((change) => ({ ...change, before: undefined, after: undefined }));
}

/** What a change is sorted by, as CHANGES are promised to be. */
function orderOf({ namespace, className, subject, rule }: Change): readonly string[] {
  return [namespace.toLowerCase(), className.toLowerCase(), subject.toLowerCase(), rule];
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((each, index) => each !== b[index]);
  if (at < 0) return 0;
  return (a[at] ?? "") < (b[at] ?? "") ? -1 : 1;
}

describe.each(lores)("%s", (_, lore) => {
  test("neither the order nor the files nor comments move a fingerprint", () => {
    fc.assert(
      fc.property(choices, fc.integer(), (chosen, seed) => {
        const { before, after } = caseOf(lore, allEdits, chosen);
        const changes = diff(schemaOf(before), schemaOf(after));
        const moved = diff(schemaOf(rearranged(before, seed)), schemaOf(rearranged(after, ~seed)));
        expect(withoutPlaces(moved)).toEqual(withoutPlaces(changes));
      }),
      { numRuns: 3 },
    );
  });

  test("fingerprints are distinct, changes sorted, inputs untouched, and it is the same again", () => {
    let found = 0;
    fc.assert(
      fc.property(choices, (chosen) => {
        const { before, after } = caseOf(lore, allEdits, chosen);
        const [old, now] = [frozen(schemaOf(before)), frozen(schemaOf(after))];
        const changes = diff(old, now);
        found += changes.length;
        const fingerprints = changes.map(({ fingerprint }) => fingerprint);
        expect(fingerprints.filter((each) => !/^[0-9a-f]{12}$/u.test(each))).toEqual([]);
        expect([...new Set(fingerprints)]).toEqual(fingerprints);
        const order = changes.map(orderOf);
        expect(order).toEqual([...order].sort(compareLists));
        expect(diff(old, now)).toEqual(changes);
        expect(diff(schemaOf(before), schemaOf(after))).toEqual(changes);
      }),
      { numRuns: 6 },
    );
    expect(found).toBeGreaterThan(6);
  });
});

test("several findings of one rule at one place have fingerprints of their own", () => {
  const repeating = allEdits.flatMap(({ rules }, edit) =>
    rules.length >= 4 && new Set(rules).size === 1 ? [edit] : [],
  );
  const [, lore] = lores[0]!;
  const collisions = repeating.map((edit) => {
    const { before, after } = caseOf(lore, allEdits, [
      { edit, place: 0, choice: 0, backwards: false },
    ]);
    const changes = diff(schemaOf(before), schemaOf(after));
    const places = new Set(changes.map(({ rule, subject }) => `${rule} ${subject}`));
    return [places.size, new Set(changes.map(({ fingerprint }) => fingerprint)).size];
  });
  // Named values and named bits, where two labels are exchanged.
  expect(collisions).toEqual([
    [1, 2],
    [1, 2],
  ]);
});
