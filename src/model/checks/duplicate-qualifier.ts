import type { Rule } from "./walk/rule.ts";
import { because, locate } from "./walk/words.ts";

/** A qualifier stands at most once at an element (DSP0004 5.6.1.1). */
export const duplicateQualifier: Rule = {
  codes: ["duplicate-qualifier"],
  repeated({ place, node, first }) {
    if (!first) return;
    const related = because("first written here", locate(place, first.name));
    place.report("duplicate-qualifier", { name: node.name.text }, node.name, related);
  },
};
