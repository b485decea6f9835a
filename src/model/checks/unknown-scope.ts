import { nearest } from "./walk/nearest.ts";
import type { Rule } from "./walk/rule.ts";

/** DSP0004 5.6.1.2, and those of MOF 3. */
const SCOPES = [
  "any",
  "association",
  "class",
  "indication",
  "method",
  "parameter",
  "property",
  "qualifier",
  "reference",
  "schema",
  "structure",
  "enumeration",
  "enumerationvalue",
];

/** The words for scopes. */
export const unknownScope: Rule = {
  codes: ["unknown-scope"],
  qualifierType({ place, node }) {
    for (const scope of node.scopes) {
      if (SCOPES.includes(scope.text.toLowerCase())) continue;
      const sentence = {
        scope: scope.text,
        meant: nearest(place.analysis, scope.text.toLowerCase(), SCOPES),
      };
      place.report("unknown-scope", sentence, scope);
    }
  },
};
