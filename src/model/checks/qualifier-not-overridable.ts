import { writtenConstant } from "../qualifier-constant.ts";
import type { CimClass, CimConstant, CimMethod, CimProperty } from "../schema.ts";
import type { Rule } from "./walk/rule.ts";
import type { Element } from "./walk/subject.ts";
import { because, titleOf } from "./walk/words.ts";

/**
 * A qualifier that is DisableOverride keeps its value in subclasses (DSP0004 5.6.1.3). WMI
 * has flavors of its own for DMTF's qualifiers.
 */
export const qualifierNotOverridable: Rule = {
  codes: ["qualifier-not-overridable"],
  qualifier({ place, node, name, on }) {
    if (place.lenient) return;
    const inherited = inheritedOf(on);
    const before = inherited?.qualifiers.get(name);
    if (!inherited || !before || before.flavors.overridable || !before.flavors.toSubclass) return;
    // Without a value nothing was said that could be contradicted.
    if (before.value === null) return;
    const value = writtenConstant(node.value);
    if (same(value, before.value)) return;
    const origin = inherited.kind === "class" ? inherited.name : inherited.origin;
    const sentence = { title: titleOf(on), name: before.name, origin };
    const related = because("what is inherited", inherited.location);
    place.report("qualifier-not-overridable", sentence, node, related);
  },
};

function inheritedOf(on: Element): CimClass | CimProperty | CimMethod | undefined {
  if (on.kind === "parameter") return undefined;
  return on.kind === "class" ? on.cls.superclass : on.inherited;
}

/** Types may differ before they are made what the declaration says: a lone value is an array of one. */
function same(left: CimConstant, right: CimConstant): boolean {
  return textOf(left) === textOf(right);
}

function textOf(value: CimConstant): string {
  if (Array.isArray(value)) return value.map(textOf).join("\n");
  return typeof value === "object" ? "" : String(value);
}
