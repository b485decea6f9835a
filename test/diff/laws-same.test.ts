/** What is no difference: the same again, written otherwise, printed and read. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { nodeHost, readSchema } from "../../src/build/index.ts";
import { diff } from "../../src/diff/index.ts";
import type { Schema } from "../../src/model/index.ts";
import { inAllForms } from "../snapshot/again.ts";
import { lores } from "./choices.ts";
import { cimFolder, hasShared, soundDocuments, warnWithoutShared } from "./real-schemas.ts";
import { rearranged } from "./rearrange.ts";
import { documentIn, schemaOf, worldOf } from "./world.ts";

warnWithoutShared("test/diff/laws-same.test.ts");

/** What the diff says both ways. */
function bothWays(old: Schema, now: Schema): readonly (readonly unknown[])[] {
  return [diff(old, now), diff(now, old)];
}

const NOTHING = [[], []];

test("a file is no other than itself, read once and twice", () => {
  const documents = soundDocuments();
  const different = documents.flatMap((document) => {
    const { name, text } = document.source;
    const once = schemaOf(worldOf([document]));
    const again = schemaOf(worldOf([documentIn(text, name)]));
    const found = [...diff(once, once), ...bothWays(once, again).flat()];
    return found.length > 0 ? [name] : [];
  });
  expect(different).toEqual([]);
  expect(documents.length).toBeGreaterThan(hasShared ? 2000 : 100);
}, 60_000);

describe.runIf(hasShared)("CIM 2.41 as a whole (needs ../shared)", () => {
  let schema: Schema;
  beforeAll(async () => {
    const read = await readSchema({ sources: ["cim_schema_2.41.0.mof"] }, nodeHost(cimFolder));
    schema = read.value.schema;
  });
  test("is no other than itself", () => {
    expect(schema.classes.length).toBeGreaterThan(1000);
    expect(diff(schema, schema)).toEqual([]);
  });
});

describe.each(lores)("%s", (_, { world, schema }) => {
  test("order, files, comments and white space are no difference", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(bothWays(schema, schemaOf(rearranged(world, seed)))).toEqual(NOTHING);
      }),
      { numRuns: 4 },
    );
  });
  test("printed as MOF and as a snapshot it is the same", () => {
    const { fromJson, fromMof } = inAllForms(schema);
    expect(bothWays(schema, fromMof)).toEqual(NOTHING);
    expect(bothWays(schema, fromJson)).toEqual(NOTHING);
    expect(bothWays(fromMof, fromJson)).toEqual(NOTHING);
  });
});

test("the order of parameters is a difference", () => {
  const schema = (parameters: string): Schema =>
    schemaOf(worldOf([documentIn(`class A { void M(${parameters}); };`)]));
  const changes = diff(schema("uint8 X, string Y"), schema("string Y, uint8 X"));
  expect(changes.map(({ rule, subject }) => [rule, subject])).toEqual([
    ["param-reordered", "A.M()"],
  ]);
});
