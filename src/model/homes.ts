import { addTo } from "./add-to.ts";
import type { DeclaredClass } from "./declared.ts";

/** The classes of each name, in lower case: one for each namespace that has it. */
export function homesOf(
  classes: ReadonlyMap<string, readonly DeclaredClass[]>,
): ReadonlyMap<string, readonly DeclaredClass[]> {
  const homes = new Map<string, DeclaredClass[]>();
  for (const [first] of classes.values()) {
    if (first) addTo(homes, first.node.name.text.toLowerCase(), first);
  }
  return homes;
}
