/** What documents declare, as lines that can be compared: names, types, directions, keys. */
import type { Feature, MofDocument, ParameterDeclaration, Qualifier } from "../../src/ast/index.ts";

/** One line for each class, property, method and parameter, sorted. */
export function factsOf(documents: readonly MofDocument[]): readonly string[] {
  const lines = documents.flatMap(({ declarations }) =>
    declarations
      .filter((node) => node.kind === "class")
      .filter(({ qualifiers }) => !has(qualifiers, "amendment"))
      .flatMap(({ name, features }) => [
        name.text,
        ...features.flatMap((feature) => featureLines(name.text, feature)),
      ]),
  );
  return [...new Set(lines)].sort();
}

/** Lines that only one side has. */
export function differences(
  left: readonly string[],
  right: readonly string[],
): { readonly left: readonly string[]; readonly right: readonly string[] } {
  const [inLeft, inRight] = [new Set(left), new Set(right)];
  return {
    left: left.filter((line) => !inRight.has(line)),
    right: right.filter((line) => !inLeft.has(line)),
  };
}

function featureLines(className: string, feature: Feature): readonly string[] {
  const line = elementLine(`${className}.${feature.name.text}`, feature);
  if (feature.kind === "property") {
    return [`${line}${flags(feature.qualifiers, "key", "read", "write")}`];
  }
  const own = `${className}.${feature.name.text}`;
  return [
    `${line}()`,
    ...feature.parameters.map((parameter, index) => {
      const name = `${own}(${String(index)} ${parameter.name.text})`;
      return `${elementLine(name, parameter)}${flags(parameter.qualifiers, "in", "out")}`;
    }),
  ];
}

function elementLine(
  name: string,
  { type, array }: Pick<ParameterDeclaration, "type" | "array">,
): string {
  const reference = type.reference ? " ref" : "";
  return `${name}: ${type.name.text.toLowerCase()}${reference}${array ? "[]" : ""}`;
}

function flags(qualifiers: readonly Qualifier[], ...names: readonly string[]): string {
  return names
    .filter((name) => has(qualifiers, name))
    .map((name) => ` ${name}`)
    .join("");
}

function has(qualifiers: readonly Qualifier[], name: string): boolean {
  return qualifiers.some((qualifier) => qualifier.name.text.toLowerCase() === name);
}
