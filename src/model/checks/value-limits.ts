import type { Value } from "../../ast/index.ts";
import type { Qualifiers } from "../schema.ts";
import { qualifiersOfElement } from "./walk/element.ts";
import type { Rule } from "./walk/rule.ts";
import type { QualifierUse, TypedValue } from "./walk/subject.ts";
import { itemsOf } from "./walk/value-words.ts";
import { titleOf } from "./walk/words.ts";

type Limit = bigint | number;

/** `MinValue`, `MaxValue`, `MinLen` and `MaxLen` leave room, and values keep to it (DSP0004 5.6.3.29 to 5.6.3.32). */
export const valueLimits: Rule = {
  codes: ["value-outside-limits", "limits-reversed"],
  value: checkValue,
  qualifiers: {
    minvalue: (use) => checkPair(use, "MinValue", "MaxValue"),
    maxvalue: (use) => checkPair(use, "MinValue", "MaxValue"),
    minlen: (use) => checkPair(use, "MinLen", "MaxLen"),
    maxlen: (use) => checkPair(use, "MinLen", "MaxLen"),
  },
};

function checkValue(subject: TypedValue): void {
  const { place, misfits, qualifiers, value } = subject;
  if (misfits.length > 0 || qualifiers.size === 0) return;
  for (const item of itemsOf(value)) {
    if (item.kind === "integer" || item.kind === "real") {
      const written = place.source.text.slice(item.start, item.end);
      checkLimits(subject, item, { size: item.value, written, unit: "Value" });
    } else if (item.kind === "string") {
      const { length } = item.value;
      const written = `${length} character${length === 1 ? "" : "s"} long`;
      checkLimits(subject, item, { size: length, written, unit: "Len" });
    }
  }
}

function checkLimits(
  { place, qualifiers, title }: TypedValue,
  item: Value,
  { size, written, unit }: { size: Limit; written: string; unit: "Value" | "Len" },
): void {
  for (const side of ["Min", "Max"] as const) {
    const qualifier = `${side}${unit}`;
    const limit = limitOf(qualifiers, qualifier);
    if (limit === undefined || (side === "Min" ? size >= limit : size <= limit)) continue;
    const sentence = { title: title(), value: written, limit: textOf(limit), qualifier };
    place.report("value-outside-limits", sentence, item);
  }
}

/** Reports a pair once, where its later half is written. */
function checkPair({ place, node, on }: QualifierUse, min: string, max: string): void {
  const qualifiers = qualifiersOfElement(on);
  const smallest = limitOf(qualifiers, min);
  const largest = limitOf(qualifiers, max);
  if (smallest === undefined || largest === undefined || smallest <= largest) return;
  const pair = new Set([min.toLowerCase(), max.toLowerCase()]);
  const written = on.node.qualifiers.filter(({ name }) => pair.has(name.text.toLowerCase()));
  if (written.at(-1) !== node) return;
  const sentence = {
    title: titleOf(on),
    smallest: textOf(smallest),
    largest: textOf(largest),
    qualifiers: [min, max] as const,
  };
  place.report("limits-reversed", sentence, node);
}

function limitOf(qualifiers: Qualifiers, name: string): Limit | undefined {
  const value = qualifiers.get(name.toLowerCase())?.value;
  return typeof value === "bigint" || typeof value === "number" ? value : undefined;
}

/** Of a number that no type holds nobody wants to see ten thousand digits. */
function textOf(limit: Limit): string {
  const huge = typeof limit === "bigint" && (limit > HUGE || limit < -HUGE);
  return huge ? "beyond all types" : String(limit);
}

const HUGE = 1n << 128n;
