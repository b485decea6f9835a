import type { CimClass } from "../schema.ts";
import { findMethod, findProperty } from "../find-member.ts";
import { ownerOf } from "./walk/element.ts";
import { isComplete } from "../lineage.ts";
import type { Rule } from "./walk/rule.ts";
import type { QualifierUse } from "./walk/subject.ts";
import { itemsOf } from "./walk/value-words.ts";
import { titleOf } from "./walk/words.ts";

/**
 * What `Propagated` and `Deprecated` name exists (DSP0004 5.6.3.36, 5.6.3.12). Of a class
 * that no source declares nothing is said: not everybody reads a whole schema.
 */
export const namedElements: Rule = {
  codes: ["propagated-from-nothing", "deprecated-for-nothing"],
  qualifiers: {
    propagated: (use) => checkNames(use, "propagated-from-nothing"),
    deprecated: (use) => checkNames(use, "deprecated-for-nothing"),
  },
};

function checkNames(
  { place, node, on }: QualifierUse,
  code: "propagated-from-nothing" | "deprecated-for-nothing",
): void {
  if (!node.value) return;
  const { namespace } = ownerOf(on);
  for (const item of itemsOf(node.value)) {
    if (item.kind !== "string") continue;
    const target = item.value.trim();
    const [, className, member] = /^(\w+)\.(\w+)(?:\(.*\))?$/.exec(target) ?? [];
    if (className === undefined || member === undefined) continue;
    const cls = place.analysis.classNamed(namespace, className);
    if (!cls || !isComplete(cls) || has(cls, member.toLowerCase())) continue;
    place.report(code, { title: titleOf(on), target }, item);
  }
}

function has(cls: CimClass, member: string): boolean {
  return findProperty(cls, member) !== undefined || findMethod(cls, member) !== undefined;
}
