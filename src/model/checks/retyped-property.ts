import { sameType, unrelatedTargets } from "./walk/overriding-type.ts";
import type { Rule } from "./walk/rule.ts";
import { because, titleOf, typeTitle } from "./walk/words.ts";

/** An overriding property keeps its type, or names a subclass of the class it was for (DSP0004 5.6.3.34). */
export const retypedProperty: Rule = {
  codes: ["retyped-property", "unrelated-target"],
  property(subject) {
    const { owner, node, property, inherited } = subject;
    if (!inherited) return;
    const { place, cls } = owner;
    const { origin } = inherited;
    const related = because("what it overrides", inherited.location);
    if (!sameType(property, inherited)) {
      const [type, before] = [typeTitle(property.declaredType), typeTitle(inherited.declaredType)];
      const sentence = { title: titleOf(subject), type, inherited: before, origin };
      place.report("retyped-property", sentence, node.type, related);
      return;
    }
    const classNamed = (name: string) => place.analysis.classNamed(cls.namespace, name);
    const unrelated = unrelatedTargets(property, inherited, classNamed);
    if (!unrelated) return;
    const [target, before] = [unrelated.own.name, unrelated.inherited.name];
    const sentence = { title: titleOf(subject), target, inherited: before, origin };
    place.report("unrelated-target", sentence, node.type, related);
  },
};
