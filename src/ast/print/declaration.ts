/** Declarations as MOF. */
import type {
  ArraySuffix,
  ClassDeclaration,
  Declaration,
  Feature,
  MethodDeclaration,
  ParameterDeclaration,
  PragmaDirective,
  PropertyDeclaration,
  TypeName,
} from "../nodes.ts";
import { qualifierDeclarationLines, qualifierLines } from "./qualifiers.ts";
import { around, instanceLines, valueLines, WIDTH } from "./value.ts";

/** The lines of a declaration. */
export function declarationLines(node: Declaration): readonly string[] {
  switch (node.kind) {
    case "pragma":
      return pragmaLines(node);
    case "qualifier-declaration":
      return qualifierDeclarationLines(node);
    case "class":
      return classLines(node);
    case "instance":
      return [...qualifierLines(node.qualifiers, 0), ...around("", instanceLines(node, 0), ";")];
  }
}

/** A pragma ends with its line for some compilers. */
function pragmaLines({ name, parameters }: PragmaDirective): readonly string[] {
  if (parameters.length === 0) return [`#pragma ${name.text}`];
  const room = { indent: 0, taken: -Infinity };
  const values = parameters.map((parameter) => valueLines(parameter, room).join(" "));
  return [`#pragma ${name.text} (${values.join(", ")})`];
}

function classLines(node: ClassDeclaration): readonly string[] {
  const alias = node.alias ? ` as ${node.alias.text}` : "";
  const superclass = node.superclass ? ` : ${node.superclass.text}` : "";
  const head = `class ${node.name.text}${alias}${superclass} {`;
  const lines = [...qualifierLines(node.qualifiers, 0), head];
  if (node.features.length === 0) return around("", lines, "};");
  let above: readonly string[] = [];
  for (const feature of node.features) {
    const own = featureLines(feature);
    // What has a line of its own for its qualifiers stands apart.
    if (above.length > 1 || (above.length === 1 && own.length > 1)) lines.push("");
    for (const line of own) lines.push(line);
    above = own;
  }
  lines.push("};");
  return lines;
}

function featureLines(feature: Feature): readonly string[] {
  return feature.kind === "property" ? propertyLines(feature) : methodLines(feature);
}

function propertyLines(node: PropertyDeclaration): readonly string[] {
  return elementLines(node, 2, ";");
}

/** `[qualifiers] type Name[n] = value`, the qualifiers on lines of their own. */
function elementLines(
  node: PropertyDeclaration | ParameterDeclaration,
  indent: number,
  behind: string,
): readonly string[] {
  const start = " ".repeat(indent) + typed(node) + (node.initializer ? " = " : "");
  const value = node.initializer
    ? valueLines(node.initializer, { indent, taken: start.length + behind.length })
    : [];
  const qualifiers = qualifierLines(node.qualifiers, indent);
  return [...qualifiers, ...around(start, value, behind)];
}

function methodLines(node: MethodDeclaration): readonly string[] {
  const qualifiers = qualifierLines(node.qualifiers, 2);
  const start = `  ${typeText(node.type)} ${node.name.text}(`;
  const parameters = node.parameters.map(parameterLines);
  const single = parameters.every(({ length }) => length === 1)
    ? `${start}${parameters.map(([line = ""]) => line.trimStart()).join(", ")});`
    : undefined;
  if (single !== undefined && single.length <= WIDTH) return [...qualifiers, single];
  const last = parameters.length - 1;
  return [
    ...qualifiers,
    start,
    ...parameters.flatMap((lines, index) => around("", lines, index === last ? ");" : ",")),
  ];
}

/** A parameter whose qualifiers are short stands on one line with them. */
function parameterLines(node: ParameterDeclaration): readonly string[] {
  const lines = elementLines(node, 4, "");
  const [first = "", second] = lines;
  if (second === undefined || lines.length > 2) return lines;
  const together = `${first} ${second.trimStart()}`;
  return together.length < WIDTH - 1 ? [together] : lines;
}

function typed({ type, name, array }: PropertyDeclaration | ParameterDeclaration): string {
  return `${typeText(type)} ${name.text}${suffixText(array)}`;
}

function suffixText(array: ArraySuffix | undefined): string {
  return array ? `[${array.size ?? ""}]` : "";
}

function typeText({ name, reference }: TypeName): string {
  return reference ? `${name.text} REF` : name.text;
}
