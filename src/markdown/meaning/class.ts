/** What the page of a class says about it, as qualifiers of what its block declares. */
import type { ClassDeclaration, Feature } from "../../ast/index.ts";
import type { Outcome } from "../../diagnostics/index.ts";
import { identityOf } from "./name.ts";
import { tableQualifiers } from "./method.ts";
import type { PageOptions } from "./options.ts";
import { pageQualifiers } from "./page-qualifiers.ts";
import type { Placed } from "./place.ts";
import { describeProperties } from "./property.ts";
import { textQualifier, withMore, without } from "./qualifiers.ts";

/**
 * A class with all that its page says about it and its members.
 *
 * Blocks carry AMENDMENT, which belongs to the file that Microsoft's compiler made of the
 * texts. Here it would make the class an amendment of one that nobody declares.
 */
export function describeClass(placed: Placed, options: PageOptions): Outcome<ClassDeclaration> {
  const { page, node } = placed;
  const { value: properties, diagnostics } = describeProperties(page, node);
  const entries = new Map(page.methods.map((entry) => [identityOf(entry.name.text), entry]));
  const features = node.features.map((feature): Feature => {
    if (feature.kind === "property") return properties.get(feature) ?? feature;
    const entry = entries.get(identityOf(feature.name.text));
    return { ...feature, qualifiers: withMore(feature.qualifiers, tableQualifiers(entry)) };
  });
  const qualifiers = withMore(without(node.qualifiers, "Amendment"), [
    ...textQualifier("Description", page.summary),
    ...pageQualifiers(placed, options),
  ]);
  return { value: { ...node, qualifiers, features }, diagnostics };
}
