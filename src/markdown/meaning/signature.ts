import type { Feature, ParameterDeclaration, PropertyDeclaration } from "../../ast/index.ts";
import { has } from "./qualifiers.ts";

/** What members must agree in to be the same: types, names and directions, not descriptions. */
export function signatureOf(feature: Feature): string {
  if (feature.kind === "property") return elementText(feature);
  const parameters = feature.parameters.map(
    (each) => `${directionText(each)} ${elementText(each)}`,
  );
  return `${elementText(feature)}(${parameters.join(", ")})`;
}

/** The type of a member, which is what a subclass repeats. */
export function typeText({ type, array }: Pick<PropertyDeclaration, "type" | "array">): string {
  const size = array?.size === undefined ? "" : String(array.size);
  const text = `${type.name.text}${type.reference ? " REF" : ""}${array ? `[${size}]` : ""}`;
  return text.toLowerCase();
}

function elementText(element: Pick<PropertyDeclaration, "type" | "array" | "name">): string {
  return `${typeText(element)} ${element.name.text.toLowerCase()}`;
}

function directionText({ qualifiers }: ParameterDeclaration): string {
  return ["in", "out"].filter((name) => has(qualifiers, name)).join(" ");
}
