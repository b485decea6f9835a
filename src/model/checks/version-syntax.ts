import type { Rule } from "./walk/rule.ts";
import { titleOf } from "./walk/words.ts";

/** `Version("M.N.U")` (DSP0004 5.6.3.58). */
export const versionSyntax: Rule = {
  codes: ["version-syntax"],
  qualifiers: {
    version({ place, node: { value }, on }) {
      if (value?.kind !== "string" || place.lenient || /^\d+\.\d+\.\d+$/.test(value.value)) return;
      place.report("version-syntax", { title: titleOf(on), version: value.value }, value);
    },
  },
};
