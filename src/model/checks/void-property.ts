import type { Rule } from "./walk/rule.ts";
import type { ParameterSubject, PropertySubject } from "./walk/subject.ts";
import { titleOf } from "./walk/words.ts";

/** Only a method can be `void`. */
export const voidProperty: Rule = {
  codes: ["void-property"],
  property: (subject) => checkType(subject, subject.owner),
  parameter: (subject) => checkType(subject, subject.owner.owner),
};

function checkType(
  subject: PropertySubject | ParameterSubject,
  { place }: PropertySubject["owner"],
): void {
  const { type } = subject.node;
  if (type.reference || type.name.text.toLowerCase() !== "void") return;
  place.report("void-property", { title: titleOf(subject) }, type);
}
