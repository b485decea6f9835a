import { findMethod, findProperty } from "../find-member.ts";
import { isComplete } from "../lineage.ts";
import { nearest } from "./walk/nearest.ts";
import type { Rule } from "./walk/rule.ts";
import type { MethodSubject, PropertySubject, QualifierUse } from "./walk/subject.ts";
import { because, titleOf } from "./walk/words.ts";

/**
 * `Override` names the member of a superclass that is declared anew (DSP0004 5.6.3.34).
 * Real files hold prose there, or the name of another member.
 */
export const overrideTarget: Rule = {
  codes: ["override-target-missing", "override-names-another", "overrides-another-kind"],
  qualifiers: { override: checkOverride },
};

function checkOverride(use: QualifierUse): void {
  const { on, node, place } = use;
  if (on.kind !== "property" && on.kind !== "method") return;
  const span = node.value ?? node.name;
  const target = targetOf(use, on);
  if (target === undefined) return;
  const superclass = on.owner.cls.superclass;
  const wanted = target.toLowerCase();
  const property = findProperty(superclass, wanted);
  const method = findMethod(superclass, wanted);
  const same = on.kind === "property" ? property : method;
  const other = on.kind === "property" ? method : property;
  const title = titleOf(on);
  if (same) {
    if (wanted === on.node.name.text.toLowerCase()) return;
    const related = because("what it names", same.location);
    place.report("override-names-another", { title, target }, span, related);
  } else if (other) {
    const sentence = { title, kind: on.kind, inherited: other.kind };
    place.report(
      "overrides-another-kind",
      sentence,
      span,
      because("declared here", other.location),
    );
  } else if (isComplete(on.owner.cls)) {
    const names = [...(superclass?.properties ?? []), ...(superclass?.methods ?? [])];
    const sentence = {
      title,
      target,
      superclass: superclass?.name,
      meant: nearest(
        place.analysis,
        target,
        names.map(({ name }) => name),
      ),
    };
    place.report("override-target-missing", sentence, span);
  }
}

/** The name may stand behind that of a class; without a value it is the member's own. */
function targetOf(
  { node: { value } }: QualifierUse,
  { node: { name } }: PropertySubject | MethodSubject,
): string | undefined {
  if (!value || value.kind === "boolean") return name.text;
  if (value.kind !== "string") return undefined;
  const text = value.value.trim();
  return /^\w+\.\w+$/.test(text) ? text.slice(text.indexOf(".") + 1) : text;
}
