import { sameType } from "./walk/overriding-type.ts";
import type { Rule } from "./walk/rule.ts";
import type { MethodSubject, PropertySubject } from "./walk/subject.ts";
import { because, titleOf } from "./walk/words.ts";

/** What is inherited is declared again only with `Override` (DSP0004 5.6.3.34); WMI does not ask for it. */
export const redeclaredMember: Rule = {
  codes: ["redeclared-member"],
  property: checkMember,
  method: checkMember,
};

function checkMember(subject: PropertySubject | MethodSubject): void {
  const { owner, node, inherited } = subject;
  if (!inherited || owner.place.lenient) return;
  if (node.qualifiers.some(({ name }) => name.text.toLowerCase() === "override")) return;
  if (isRetyped(subject)) return;
  const sentence = { title: titleOf(subject), origin: inherited.origin };
  const related = because("what is inherited", inherited.location);
  owner.place.report("redeclared-member", sentence, node.name, related);
}

/** A property of another type is a mistake already, which the word Override would not mend. */
function isRetyped(subject: PropertySubject | MethodSubject): boolean {
  if (subject.kind !== "property" || !subject.inherited) return false;
  return !sameType(subject.property, subject.inherited);
}
