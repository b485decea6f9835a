import type { Value } from "../../ast/index.ts";
import type { Rule } from "./walk/rule.ts";
import type { QualifierUse } from "./walk/subject.ts";
import { because, locate, titleOf } from "./walk/words.ts";

/** Two values with one label cannot be told apart by it (DSP0004 5.6.3.57). */
export const duplicateMapLabel: Rule = {
  codes: ["duplicate-map-label"],
  qualifiers: { values: checkLabels, bitvalues: checkLabels },
};

/** Labels that say that a value has no meaning, and so stand anywhere. */
const NO_LABEL = /reserved|unused|not used|undefined/i;

function checkLabels({ place, node: { value }, on }: QualifierUse): void {
  if (value?.kind !== "array") return;
  const seen = new Map<string, Value>();
  const reported = new Set<string>();
  for (const item of value.items) {
    if (item.kind !== "string") continue;
    const label = item.value;
    const before = seen.get(label);
    if (!before) {
      seen.set(label, item);
    } else if (!reported.has(label) && label.trim() !== "" && !NO_LABEL.test(label)) {
      reported.add(label);
      const related = because("the label stands here first", locate(place, before));
      place.report("duplicate-map-label", { title: titleOf(on), label }, item, related);
    }
  }
}
