/** Random edits, and the real schemas to edit. */
import fc from "fast-check";
import type { Choice } from "./case.ts";
import { Lore } from "./lore.ts";
import { realWorlds } from "./real-schemas.ts";

export const lores: readonly (readonly [name: string, lore: Lore])[] = [...realWorlds()].map(
  ([name, world]) => [name, new Lore(world)],
);

const number = fc.nat(1_000_000);

export const editChoice: fc.Arbitrary<Choice> = fc.record({
  edit: number,
  place: number,
  choice: number,
  backwards: fc.boolean(),
});

export const choices: fc.Arbitrary<Choice[]> = fc.array(editChoice, { minLength: 1, maxLength: 5 });
