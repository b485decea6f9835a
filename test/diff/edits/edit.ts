/** What an edit is: two states of one place in a world, and what is to be found between them. */
import type { Lore } from "../lore.ts";
import type { World } from "../world.ts";

/** Something that is to be found. */
export interface Expected {
  /** Rule, levels for TypeScript, wire and provider, version: `key-added BBB major`. */
  readonly what: string;
  /** The class, and what follows its name. */
  readonly className: string;
  readonly member: string;
  readonly affected: readonly string[];
}

/** Where an edit is done. */
export interface Site {
  readonly lore: Lore;
  readonly className: string;
  /** Absent where a class is edited. */
  readonly member?: string;
  /** A name that nothing else has. */
  readonly fresh: string;
  /** Chooses among further classes. */
  readonly choice: number;
}

/** An edit at its site. */
export interface Applied {
  readonly from: (world: World) => World;
  readonly to: (world: World) => World;
  readonly there: readonly Expected[];
  readonly back: readonly Expected[];
  /** What no other edit may touch: `class CIM_Fan`, `CIM_Fan.Speed`; with a star everything in a class. */
  readonly claims: readonly string[];
  /** Whether the class says something about its version. */
  readonly version?: boolean;
}

export interface Edit {
  readonly name: string;
  readonly on: "class" | "property" | "method";
  /** The ids of the rules that it shows. */
  readonly rules: readonly string[];
  /** Undefined where the edit makes no sense. */
  readonly at: (site: Site) => Applied | undefined;
}

/** What is in a column of the tables: nothing, or several separated by semicolons. */
export function foundIn(column: string): readonly string[] {
  return column.split(";").flatMap((each) => each.trim() || []);
}

export function rulesIn(...columns: readonly string[]): readonly string[] {
  return columns.flatMap(foundIn).map((each) => each.split(" ")[0] ?? "");
}

/** The same letters, each the other way round in case. */
export function otherCase(name: string): string {
  return [...name]
    .map((each) => (each === each.toLowerCase() ? each.toUpperCase() : each.toLowerCase()))
    .join("");
}
