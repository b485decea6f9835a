import { nearest } from "./walk/nearest.ts";
import { perAnalysis } from "./walk/per-analysis.ts";
import type { Rule } from "./walk/rule.ts";

/** Microsoft's short form declares no type, and no set of qualifiers that others would have to be in. */
const declaredNames = perAnalysis(({ qualifiers }) =>
  qualifiers.flatMap(({ node }) => (node.type ? [node.name.text] : [])),
);

/** Names that were reported: one misunderstanding is repeated at every element. */
const reported = perAnalysis(() => new Set<string>());

/**
 * A qualifier is declared before it is used (DSP0004 5.6.1.1). Asked for only where
 * qualifiers are declared at all, and never in WMI, which knows no such rule.
 */
export const undeclaredQualifier: Rule = {
  codes: ["undeclared-qualifier"],
  undeclared({ place, node, name }) {
    if (place.lenient) return;
    const declared = declaredNames(place.analysis);
    const said = reported(place.analysis);
    if (declared.length === 0 || said.has(name)) return;
    said.add(name);
    const meant = nearest(place.analysis, node.name.text, declared);
    place.report("undeclared-qualifier", { name: node.name.text, meant }, node.name);
  },
};
