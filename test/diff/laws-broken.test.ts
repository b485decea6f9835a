/** Schemas of MOF with mistakes are compared as far as they are understood. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { diff } from "../../src/diff/index.ts";
import { mutated } from "../fuzz/mutate.ts";
import { brokenDocuments } from "./real-schemas.ts";
import { documentIn, schemaOf, worldOf } from "./world.ts";

const documents = brokenDocuments();
const texts = documents.map(({ source }) => source.text);

test("schemas of the mistakes are compared, each with itself and the next", () => {
  const schemas = documents.map((document) => schemaOf(worldOf([document])));
  expect(schemas.flatMap((schema) => diff(schema, schema))).toEqual([]);
  const counts = schemas.map((schema, at) => {
    const next = schemas[(at + 1) % schemas.length]!;
    return diff(schema, next).length + diff(next, schema).length;
  });
  expect(counts.filter((count) => count > 0).length).toBeGreaterThan(counts.length / 2);
});

test("schemas of damaged texts are compared, and each is no other than itself", () => {
  fc.assert(
    fc.property(mutated(texts), mutated(texts), (one, two) => {
      const [a, b] = [one, two].map((text) => schemaOf(worldOf([documentIn(text)])));
      diff(a!, b!);
      diff(b!, a!);
      expect([diff(a!, a!), diff(a!, schemaOf(worldOf([documentIn(one)])))]).toEqual([[], []]);
    }),
    { numRuns: 150 },
  );
});
