import type { Rule } from "./walk/rule.ts";
import { titleOf } from "./walk/words.ts";

/** The form of a programmatic unit; whether the units exist is not asked (DSP0004 annex C). */
export const punitSyntax: Rule = {
  codes: ["punit-syntax"],
  qualifiers: {
    punit({ place, node: { value }, on }) {
      if (value?.kind !== "string") return;
      const part = misunderstood(value.value);
      if (part === undefined) return;
      place.report("punit-syntax", { title: titleOf(on), unit: value.value, part }, value);
    },
  },
};

const UNIT = /^[A-Za-z][\w ()-]*$/;
const MODIFIER = /^[+-]?\d+(?:\.\d+)?(?:\s*\^\s*[+-]?\d+)?$/;

/** The first part between `*` and `/` that is neither a unit nor, behind the first, a number or a power. */
function misunderstood(unit: string): string | undefined {
  if (unit.trim() === "") return undefined;
  const parts = unit.split(/[*/]/).map((part) => part.trim());
  const [first = "", ...others] = parts;
  if (!UNIT.test(first)) return first;
  return others.find((part) => !UNIT.test(part) && !MODIFIER.test(part));
}
