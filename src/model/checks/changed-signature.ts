import type { CimMethod } from "../schema.ts";
import { typeTitle } from "../type-title.ts";
import { sameType } from "./walk/overriding-type.ts";
import type { Rule } from "./walk/rule.ts";
import { because, titleOf } from "./walk/words.ts";

/** An overriding method has the signature of what it overrides (DSP0004 5.6.3.34). */
export const changedSignature: Rule = {
  codes: ["changed-signature"],
  method(subject) {
    const { owner, node, method, inherited } = subject;
    if (!inherited) return;
    const difference = differenceOf(method, inherited);
    if (difference === undefined) return;
    const sentence = { title: titleOf(subject), origin: inherited.origin, difference };
    const related = because("what it overrides", inherited.location);
    owner.place.report("changed-signature", sentence, node.name, related);
  },
};

function differenceOf(own: CimMethod, inherited: CimMethod): string | undefined {
  const { returns } = own;
  const before = inherited.returns;
  if (!returns !== !before || (returns && before && !sameType(returns, before))) {
    const [now, then] = [returns, before].map((each) =>
      each ? typeTitle(each.declaredType) : "void",
    );
    return `it returns ${now ?? ""}, not ${then ?? ""}`;
  }
  const names = new Map(own.parameters.map((each) => [each.name.toLowerCase(), each]));
  for (const parameter of inherited.parameters) {
    const mine = names.get(parameter.name.toLowerCase());
    names.delete(parameter.name.toLowerCase());
    if (!mine) return `the parameter ${parameter.name} is missing`;
    if (!sameType(mine, parameter)) {
      return `${mine.name} is ${typeTitle(mine.declaredType)}, not ${typeTitle(parameter.declaredType)}`;
    }
  }
  const [added] = names.values();
  return added && `the parameter ${added.name} is new`;
}
