import { narrows } from "./walk/narrows.ts";
import type { Rule } from "./walk/rule.ts";
import { because, titleOf, typeTitle } from "./walk/words.ts";

/** An overriding property keeps its type, unless it names a subclass (DSP0004 5.6.3.34). */
export const retypedProperty: Rule = {
  codes: ["retyped-property"],
  property(subject) {
    const { owner, node, property, inherited } = subject;
    if (!inherited) return;
    const { place, cls } = owner;
    const classNamed = (name: string) => place.analysis.classNamed(cls.namespace, name);
    if (narrows(property, inherited, classNamed)) return;
    const sentence = {
      title: titleOf(subject),
      type: typeTitle(property.declaredType),
      inherited: typeTitle(inherited.declaredType),
      origin: inherited.origin,
    };
    const related = because("what it overrides", inherited.location);
    place.report("retyped-property", sentence, node.type, related);
  },
};
