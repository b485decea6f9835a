/** The same schema written otherwise. */
import type { ClassDeclaration, Declaration, Qualifier } from "../../src/ast/index.ts";
import { printDeclarations } from "../../src/ast/index.ts";
import { documentIn, worldOf, type World } from "./world.ts";

/** The same numbers for the same seed. */
export type Chance = () => number;

/** mulberry32. */
function chanceOf(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled<T>(items: readonly T[], chance: Chance): readonly T[] {
  return items
    .map((item) => ({ item, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** A declaration and the namespace that it stands in, as a pragma sets it. */
interface Placed {
  readonly namespace: Declaration | undefined;
  readonly declaration: Declaration;
}

function placedIn(world: World): readonly Placed[] {
  return world.flatMap(({ declarations }) => {
    let namespace: Declaration | undefined;
    return declarations.flatMap((declaration) => {
      if (declaration.kind !== "pragma") return [{ namespace, declaration }];
      if (declaration.name.text.toLowerCase() === "namespace") namespace = declaration;
      return [];
    });
  });
}

/**
 * All declarations in another order, in other files, with members and qualifiers in another
 * order and comments between the lines. The order of parameters means something and stays.
 */
export function rearranged(world: World, seed: number): World {
  const chance = chanceOf(seed);
  const files: Placed[][] = Array.from({ length: 1 + Math.floor(chance() * 5) }, () => []);
  for (const placed of shuffled(placedIn(world), chance)) {
    // An alias is known in its own file only.
    const isInstance = placed.declaration.kind === "instance";
    files[isInstance ? 0 : Math.floor(chance() * files.length)]?.push(placed);
  }
  return worldOf(files.map((file) => documentIn(textOf(file, chance))));
}

function textOf(file: readonly Placed[], chance: Chance): string {
  return file
    .map(({ namespace, declaration }) => {
      const own = declaration.kind === "class" ? mixedClass(declaration, chance) : declaration;
      const text = [...printDeclarations([...(namespace ? [namespace] : []), own])].join("");
      return text.replaceAll("\n", () => commented(chance));
    })
    .join("\n");
}

const ENDS = ["\n", "\r\n", "\n\n", " // a comment }\n", "\n/* class X { */\n", "\n\t"];

function commented(chance: Chance): string {
  return ENDS[Math.floor(chance() * 2 * ENDS.length)] ?? "\n";
}

function mixedClass(cls: ClassDeclaration, chance: Chance): ClassDeclaration {
  const qualifiers = (list: readonly Qualifier[]): readonly Qualifier[] => shuffled(list, chance);
  const features = shuffled(cls.features, chance).map((each) => ({
    ...each,
    qualifiers: qualifiers(each.qualifiers),
    ...(each.kind === "method" && {
      parameters: each.parameters.map((parameter) => ({
        ...parameter,
        qualifiers: qualifiers(parameter.qualifiers),
      })),
    }),
  }));
  return { ...cls, qualifiers: qualifiers(cls.qualifiers), features };
}
