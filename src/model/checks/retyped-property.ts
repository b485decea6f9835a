import { declarerOf } from "../find-member.ts";
import type { CimClass } from "../schema.ts";
import { typeTitle } from "../type-title.ts";
import { sameType, unrelatedTargets } from "./walk/overriding-type.ts";
import type { Rule } from "./walk/rule.ts";
import { because, titleOf } from "./walk/words.ts";

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
    const own = { type: property.type, namespace: cls.namespace };
    const before = { type: inherited.type, namespace: declarerOf(cls, inherited).namespace };
    const { analysis } = place;
    const unrelated = unrelatedTargets(own, before, analysis.classNamed.bind(analysis));
    if (!unrelated) return;
    const elsewhere = unrelated.own.namespace !== unrelated.inherited.namespace;
    const named = ({ namespace, name }: CimClass): string =>
      elsewhere ? `${namespace}:${name}` : name;
    const [target, wanted] = [named(unrelated.own), named(unrelated.inherited)];
    const sentence = { title: titleOf(subject), target, inherited: wanted, origin };
    place.report("unrelated-target", sentence, node.type, related);
  },
};
