import type { QualifierDeclaration } from "../../ast/index.ts";
import type { Location } from "../../source/index.ts";
import { identityOf } from "../namespace.ts";
import { perAnalysis } from "./walk/per-analysis.ts";
import type { Rule } from "./walk/rule.ts";
import { because, locate } from "./walk/words.ts";

interface First {
  readonly node: QualifierDeclaration;
  readonly location: Location;
}

/** The first declarations, by namespace and name. */
const declarations = perAnalysis(() => new Map<string, First>());

/** A qualifier that is declared again is the same (DSP0004 5.6.1.2). Files of one schema often repeat the standard ones. */
export const conflictingQualifierType: Rule = {
  codes: ["conflicting-qualifier-type"],
  qualifierType({ place, node, namespace }) {
    const known = declarations(place.analysis);
    const identity = identityOf(namespace, node.name.text);
    const first = known.get(identity);
    if (!first) {
      known.set(identity, { node, location: locate(place, node.name) });
      return;
    }
    const difference = differenceOf(node, first.node);
    if (difference === undefined) return;
    const related = because("first declared here", first.location);
    const sentence = { name: node.name.text, difference };
    place.report("conflicting-qualifier-type", sentence, node.name, related);
  },
};

/** Microsoft's short form states flavors alone, and contradicts nothing. */
function differenceOf(node: QualifierDeclaration, first: QualifierDeclaration): string | undefined {
  if (!node.type || !first.type) return undefined;
  if (typeOf(node) !== typeOf(first)) return "type";
  if (words(node.scopes) !== words(first.scopes)) return "scope";
  return words(node.flavors) === words(first.flavors) ? undefined : "flavor";
}

function typeOf({ type, array }: QualifierDeclaration): string {
  return `${type?.name.text.toLowerCase() ?? ""}${array ? "[]" : ""}`;
}

/** EnableOverride and ToSubclass hold unless something else is said. */
function words(names: QualifierDeclaration["flavors"]): string {
  return [...new Set(names.map(({ text }) => text.toLowerCase()))]
    .filter((word) => word !== "enableoverride" && word !== "tosubclass")
    .sort()
    .join(" ");
}
