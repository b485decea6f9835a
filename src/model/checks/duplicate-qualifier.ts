import type { Qualifier } from "../../ast/index.ts";
import type { Rule } from "./walk/rule.ts";
import { because, locate } from "./walk/words.ts";

/** A qualifier stands at most once at an element (DSP0004 5.6.1.1). */
export const duplicateQualifier: Rule = {
  codes: ["duplicate-qualifier"],
  qualifierList({ place, list }) {
    if (list.length < 2) return;
    const seen = new Map<string, Qualifier>();
    for (const node of list) {
      const name = node.name.text.toLowerCase();
      const before = seen.get(name);
      seen.set(name, node);
      if (!before) continue;
      const related = because("first written here", locate(place, before.name));
      place.report("duplicate-qualifier", { name: node.name.text }, node.name, related);
    }
  },
};
