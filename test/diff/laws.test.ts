/** The laws of the diff, over real schemas and random edits of them. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { diff, ruleCatalogue, type Change } from "../../src/diff/index.ts";
import type { Schema } from "../../src/model/index.ts";
import { printMof } from "../../src/snapshot/index.ts";
import { chancesIn, edited, reread, type Chance } from "./edited.ts";
import { schemaOf } from "./schema-of.ts";
import { hasShared, places, realSchema } from "./real-schemas.ts";

if (!hasShared)
  process.stderr.write("../shared is not there: the laws are tried on fewer schemas\n");

/** More of them find more: `LAWS_RUNS=500 npx vitest run test/diff/laws.test.ts`. */
const runs = Number(process.env["LAWS_RUNS"] ?? 12);

/** What a change says, in one line. */
function line({ rule, subject, levels: { ts, wire, provider }, affected }: Change): string {
  return `${rule} ${subject} ${ts} ${wire} ${provider} [${affected.join(", ")}]`;
}

function expectedLine({ expected }: Chance, forwards: boolean): string {
  const { rule, back, subject, subjectBack, affected } = expected;
  const found = forwards ? rule : back;
  const { ts, wire, provider } = ruleCatalogue[found].levels;
  return `${found} ${forwards ? subject : subjectBack} ${ts} ${wire} ${provider} [${affected.join(", ")}]`;
}

const nothing = { classes: [], instances: [], qualifierTypes: [] };

/** What says which chance is meant: a kind of edit, and a number from which the place follows. */
type Choice = readonly [kind: string, place: number];

/** One to five edits, none of which touches what another one does. */
function chosen(
  choices: readonly Choice[],
  chances: ReadonlyMap<string, readonly Chance[]>,
): readonly Chance[] {
  const found = new Map<string, Chance>();
  for (const [kind, place] of choices) {
    const all = chances.get(kind) ?? [];
    const chance = all[place % all.length];
    const key = chance?.key.toLowerCase();
    if (chance && key !== undefined && !found.has(key)) found.set(key, chance);
  }
  return [...found.values()];
}

function choicesOf(kinds: readonly string[]): fc.Arbitrary<readonly Choice[]> {
  return fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat()), { minLength: 1, maxLength: 5 });
}

describe.each(places)("%s", (_, path) => {
  let schema: Schema;
  let chances: ReadonlyMap<string, readonly Chance[]>;
  beforeAll(async () => {
    schema = await realSchema(path);
    chances = chancesIn(schema);
  });

  test("is the same as itself, read again", () => {
    expect(diff(schema, schema)).toEqual([]);
    expect(diff(schema, reread(schema)).map(line)).toEqual([]);
  });

  test("has every edit found, both ways, and nothing else", { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(choicesOf([...chances.keys()]), (choices) => {
        const some = chosen(choices, chances);
        const after = edited(schema, some);
        const found = diff(schema, after).map(line).sort();
        expect(found).toEqual(some.map((each) => expectedLine(each, true)).sort());
        const back = diff(after, schema).map(line).sort();
        expect(back).toEqual(some.map((each) => expectedLine(each, false)).sort());
      }),
      { numRuns: runs },
    );
  });

  test("is the same in another order, in other files and with other white space", () => {
    const declarations = schema.classes.map((cls) => printMof({ ...nothing, classes: [cls] }));
    const rest = printMof({ ...schema, classes: [] });
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 5 }), (numbers, files) => {
        const shuffled = [...declarations, rest]
          .map((text) => ({ text, place: Number(numbers.next().value) }))
          .sort((a, b) => a.place - b.place);
        const texts: Record<string, string> = {};
        for (const { text, place } of shuffled) {
          const name = `${place % files}.mof`;
          texts[name] = `${texts[name] ?? ""}\n/* new */\n${text.replaceAll(/^ +/gmu, "\t")}\n`;
        }
        expect(diff(schema, schemaOf(texts).schema).map(line)).toEqual([]);
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });

  test("has fingerprints that are all different and that no line number moves", () => {
    const [first, last] = [...chances.values()]
      .map((all) => all[0])
      .filter((each) => each !== undefined);
    if (!first || !last) throw new Error("there is nothing to edit");
    const after = edited(schema, [first]);
    const moved = schemaOf({ "moved.mof": `\n\n// moved\n${printMof(after)}` }).schema;
    const prints = (now: Schema): readonly string[] =>
      diff(schema, now).map(({ fingerprint }) => fingerprint);
    expect(prints(moved)).toEqual(prints(after));
    const all = prints(schemaOf({ "other.mof": "class CIM_Other {};" }).schema);
    expect(new Set(all).size).toBe(all.length);
    const declared = schema.classes.filter(({ builtin }) => !builtin);
    expect(all.length).toBeGreaterThan(declared.length);
  });
});
