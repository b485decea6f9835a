import type { Rule } from "./walk/rule.ts";
import { because } from "./walk/words.ts";

/** A class that says Terminal has no subclasses (DSP0004 5.6.3.50). */
export const terminalSuperclass: Rule = {
  codes: ["terminal-superclass"],
  class({ place, node, cls }) {
    const { superclass } = cls;
    if (!node.superclass || superclass?.qualifiers.get("terminal")?.value !== true) return;
    const sentence = { name: cls.name, superclass: superclass.name };
    const related = because("Terminal is said here", superclass.location);
    place.report("terminal-superclass", sentence, node.superclass, related);
  },
};
