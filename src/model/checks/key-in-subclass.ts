import type { Rule } from "./walk/rule.ts";
import { because } from "./walk/words.ts";

/** A class whose superclass has keys adds none (DSP0004 5.6.3.26). */
export const keyInSubclass: Rule = {
  codes: ["key-in-subclass"],
  property({ owner: { cls, place }, property, inherited }) {
    const { superclass } = cls;
    const [first] = superclass?.keys ?? [];
    if (!superclass || first === undefined || !property.key || inherited?.key) return;
    const sentence = {
      className: cls.name,
      name: property.name,
      superclass: superclass.name,
      keys: superclass.keys,
    };
    const key = superclass.properties.find(({ name }) => name === first);
    const related = because("a key of the superclass", (key ?? superclass).location);
    place.report("key-in-subclass", sentence, property.location.span, related);
  },
};
