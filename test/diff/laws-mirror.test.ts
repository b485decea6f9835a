/** What a diff finds added, the reverse diff finds removed, whatever the two schemas are. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diff, type Change } from "../../src/diff/index.ts";
import { caseOf } from "./case.ts";
import { choices, lores } from "./choices.ts";
import { allEdits } from "./edits/all-edits.ts";
import { warnWithoutShared } from "./real-schemas.ts";
import { schemaOf } from "./world.ts";

warnWithoutShared("test/diff/laws-mirror.test.ts");

/** `property CIM_Fan.Speed` for each that was added, or removed; a superclass is inserted instead. */
function those(event: "added" | "removed", changes: readonly Change[]): readonly string[] {
  const place = ({ namespace, subject }: Change): string => `${namespace} ${subject}`.toLowerCase();
  const renamed = new Set(
    changes.flatMap((change) => (change.rule === "param-renamed" ? [place(change)] : [])),
  );
  const found = changes.flatMap((change) => {
    const [what, rest] = change.rule.split(`-${event}`);
    if (rest === undefined || what === undefined || what === "superclass") return [];
    const own = place(change);
    // What is said of a parameter with another name is said of the new name.
    const at = renamed.has(own) ? own.replace(/\(.*/u, "(renamed)") : own;
    return `${what} ${at} <- ${change.affected.join(" ").toLowerCase()}`;
  });
  // A parameter is added as an input and as the first output, and removed once.
  return [...new Set(found)].sort();
}

describe("what is added one way is removed the other way", () => {
  const pairs = lores.map(([name, lore], index) => ({
    name,
    lore,
    other: lores[(index + 1) % lores.length]?.[1] ?? lore,
  }));

  test.each(pairs)("$name, changed in two ways", ({ lore }) => {
    let found = 0;
    fc.assert(
      fc.property(choices, choices, (one, two) => {
        const [a, b] = [one, two].map((each) => schemaOf(caseOf(lore, allEdits, each).after));
        const [there, back] = [diff(a!, b!), diff(b!, a!)];
        found += those("added", there).length;
        expect(those("added", there)).toEqual(those("removed", back));
        expect(those("removed", there)).toEqual(those("added", back));
      }),
      { numRuns: 8 },
    );
    expect(found).toBeGreaterThan(0);
  });

  test.each(pairs)("$name and a schema of somebody else", ({ lore, other }) => {
    const [there, back] = [diff(lore.schema, other.schema), diff(other.schema, lore.schema)];
    expect(those("added", there)).toEqual(those("removed", back));
    expect(those("removed", there)).toEqual(those("added", back));
  });
});
