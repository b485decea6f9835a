import type { CimClass } from "../schema.ts";
import { isComplete } from "../lineage.ts";
import type { Rule } from "./walk/rule.ts";
import type { ClassSubject } from "./walk/subject.ts";
import { because } from "./walk/words.ts";

/**
 * An association has two references or more, a subclass has those of its superclass, and
 * what is no association has none (DSP0004 5.6.3.3, 7.6). WMI forgives all of it.
 */
export const associationReferences: Rule = {
  codes: ["too-few-references", "subclass-adds-reference", "reference-outside-association"],
  class(subject) {
    const { cls, place, node } = subject;
    if (!isComplete(cls)) return;
    if (cls.association) {
      const count = referencesOf(cls);
      // An abstract association may leave its references to its subclasses.
      if (count < 2 && !cls.abstract) {
        place.report("too-few-references", { name: cls.name, count }, node.name);
      }
      reportAdded(subject);
    } else if (!place.lenient) reportOutside(subject);
  },
};

function referencesOf(cls: CimClass): number {
  return cls.properties.filter(({ declaredType }) => declaredType.reference).length;
}

function reportAdded({ cls, place }: ClassSubject): void {
  const { superclass } = cls;
  if (place.lenient || !superclass?.association || referencesOf(superclass) < 2) return;
  const inherited = new Set(superclass.properties.map(({ name }) => name.toLowerCase()));
  for (const { name, declaredType, location } of cls.ownProperties) {
    if (!declaredType.reference || inherited.has(name.toLowerCase())) continue;
    const sentence = { className: cls.name, name, superclass: superclass.name };
    const related = because("the superclass is declared here", superclass.location);
    place.report("subclass-adds-reference", sentence, location.span, related);
  }
}

function reportOutside({ cls, place }: ClassSubject): void {
  for (const { name, declaredType, location } of cls.ownProperties) {
    if (!declaredType.reference) continue;
    const sentence = { className: cls.name, name };
    place.report("reference-outside-association", sentence, location.span);
  }
}
