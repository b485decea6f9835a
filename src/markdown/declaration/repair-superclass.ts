import { diagnose } from "../../diagnostics/index.ts";
import type { Damage, Repair } from "./damage.ts";

/** `class X : {` and `class X : CIM_ {`: the name of the superclass got lost. */
export function cutOffSuperclasses({ classes }: Damage): readonly Repair[] {
  return classes.flatMap((outline): Repair[] => {
    const colon = outline.extends.findIndex(({ text }) => text === ":");
    const from = outline.extends[colon];
    const rest = outline.extends.slice(colon + 1);
    const isCutOff = rest.length === 0 || (rest.length === 1 && rest[0]?.text.endsWith("_"));
    const last = rest.at(-1) ?? from;
    if (!from || !last || !isCutOff) return [];
    const at = { start: from.start, end: last.end };
    const sentence = { className: outline.name.text };
    const say: Repair["say"] = (location) =>
      diagnose("page-superclass-cut-off", sentence, location);
    return [{ edits: [{ ...at, text: "" }], at, say }];
  });
}
