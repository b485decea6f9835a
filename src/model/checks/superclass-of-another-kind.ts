import type { Rule } from "./walk/rule.ts";
import { because } from "./walk/words.ts";

const KINDS = ["association", "indication"] as const;

/** What makes an association or an indication is said at the topmost of its classes (DSP0004 5.6.3.3, 5.6.3.24). */
export const superclassOfAnotherKind: Rule = {
  codes: ["superclass-of-another-kind"],
  class({ place, node, cls }) {
    const { superclass } = cls;
    if (!node.superclass || !superclass || place.lenient) return;
    for (const kind of KINDS) {
      if (!cls[kind] || superclass[kind]) continue;
      const sentence = { name: cls.name, superclass: superclass.name, kind };
      const related = because("the superclass is declared here", superclass.location);
      place.report("superclass-of-another-kind", sentence, node.superclass, related);
    }
  },
};
