import { suggest } from "../../diagnostics/index.ts";
import { perAnalysis } from "./walk/per-analysis.ts";
import type { Rule } from "./walk/rule.ts";

/** Names that were reported: one misunderstanding is repeated at every element. */
const reported = perAnalysis(() => new Set<string>());

/**
 * A qualifier is declared before it is used (DSP0004 5.6.1.1). Asked for only where
 * qualifiers are declared at all, and never in WMI, which knows no such rule.
 */
export const undeclaredQualifier: Rule = {
  codes: ["undeclared-qualifier"],
  qualifier({ place, node, name, type }) {
    if (type || place.lenient) return;
    const { qualifierTypes } = place.analysis.schema;
    const said = reported(place.analysis);
    if (qualifierTypes.length === 0 || said.has(name)) return;
    said.add(name);
    const meant = suggest(
      node.name.text,
      qualifierTypes.map((each) => each.name),
    );
    place.report("undeclared-qualifier", { name: node.name.text, meant }, node.name);
  },
};
