import type { CimProperty } from "../schema.ts";
import { typeTitle } from "../type-title.ts";
import type { Rule } from "./walk/rule.ts";
import { titleOf } from "./walk/words.ts";

/** A key is neither an array nor a real number nor an embedded object (DSP0004 5.6.3.26). */
export const unsuitableKey: Rule = {
  codes: ["unsuitable-key"],
  property(subject) {
    const { property, node, inherited, owner } = subject;
    // It is said where it becomes a key.
    if (!property.key || inherited?.key) return;
    const type = unsuitable(property);
    if (type === undefined) return;
    owner.place.report("unsuitable-key", { title: titleOf(subject), type }, node.type);
  },
};

function unsuitable({ type, declaredType }: CimProperty): string | undefined {
  if (type.kind === "embedded-object" || type.kind === "embedded-instance") {
    return "an embedded object";
  }
  // Octets are an array of numbers, but one value.
  if (type.kind === "octetstring" && type.array === false) return undefined;
  const real = declaredType.name === "real32" || declaredType.name === "real64";
  return real || declaredType.array !== false ? typeTitle(declaredType) : undefined;
}
