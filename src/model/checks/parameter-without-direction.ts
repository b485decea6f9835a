import type { Rule } from "./walk/rule.ts";

/** `In(false)` without `Out` (DSP0004 5.6.3.23, 5.6.3.33). */
export const parameterWithoutDirection: Rule = {
  codes: ["parameter-without-direction"],
  parameter({ owner: { owner, method }, node, parameter }) {
    if (parameter.in || parameter.out) return;
    const sentence = { className: owner.cls.name, method: method.name, name: parameter.name };
    owner.place.report("parameter-without-direction", sentence, node.name);
  },
};
