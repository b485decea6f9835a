import type { Scope } from "../schema.ts";
import { isComplete } from "../lineage.ts";
import type { Rule } from "./walk/rule.ts";
import { titleOf } from "./walk/words.ts";

/** A qualifier stands where its scope allows (DSP0004 5.6.1.2); WMI has no scopes. */
export const qualifierScope: Rule = {
  codes: ["qualifier-scope"],
  qualifier({ place, node, type, on, scope }) {
    if (!type || place.lenient || allows(type.scopes, scope)) return;
    // Whether a class is an association may be said by a superclass that nobody declares.
    if (on.kind === "class" && !isComplete(on.cls)) return;
    const sentence = { title: titleOf(on), name: type.name, scope, scopes: type.scopes };
    place.report("qualifier-scope", sentence, node.name);
  },
};

/** An association is a class as well, a reference a property. */
function allows(scopes: readonly Scope[], scope: Scope): boolean {
  if (scopes.length === 0 || scopes.includes("any") || scopes.includes(scope)) return true;
  if (scope === "reference") return scopes.includes("property");
  return (scope === "association" || scope === "indication") && scopes.includes("class");
}
