/** Shows what stands beside classes and instances to the rules. */
import type { MofDocument } from "../../../ast/index.ts";
import type { Analysis } from "../../analysis.ts";
import type { Hooks } from "./hooks.ts";
import type { PlaceOf } from "./rule.ts";

/** Calls the rules for each pragma and each qualifier declaration. */
export function walkDocuments({ set }: Analysis, hooks: Hooks, placeOf: PlaceOf): void {
  for (const document of new Set<MofDocument>([...set.roots, ...set.includes.values()])) {
    const place = placeOf(document.source);
    for (const node of document.declarations) {
      if (node.kind === "pragma") for (const hook of hooks.pragma) hook({ place, node });
      else if (node.kind === "qualifier-declaration") {
        for (const hook of hooks.qualifierType) hook({ place, node });
      }
    }
  }
}
