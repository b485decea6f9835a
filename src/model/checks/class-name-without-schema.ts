import type { Rule } from "./walk/rule.ts";

/** `Schema_Name` is how a class is called (DSP0004 5.1.2.1); who is not strict may call it otherwise. */
export const classNameWithoutSchema: Rule = {
  codes: ["class-name-without-schema"],
  class({ place, node, cls }) {
    if (!place.analysis.strict || place.analysis.dialectOf(place.source) === "wmi") return;
    if (/^[^_]+_./.test(cls.name)) return;
    place.report("class-name-without-schema", { name: cls.name }, node.name);
  },
};
