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
  const sentence = { title: titleOf(subject), origin: inherited.origin };
  const related = because("what is inherited", inherited.location);
  owner.place.report("redeclared-member", sentence, node.name, related);
}
