/** Declarations as MOF. */
import type {
  ArraySuffix,
  ClassDeclaration,
  Declaration,
  EnumerationDeclaration,
  EnumerationMember,
  Feature,
  MethodDeclaration,
  ParameterDeclaration,
  PragmaDirective,
  PropertyDeclaration,
  StructureDeclaration,
  TypeDeclaration,
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
    case "structure":
    case "enumeration":
      return typeLines(node);
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
  const keyword = node.association ? "association" : "class";
  const head = `${keyword} ${node.name.text}${alias}${superclass} {`;
  const lines = [...qualifierLines(node.qualifiers, 0), head];
  return bodyLines(lines, [
    ...(node.types ?? []).map(nestedLines),
    ...node.features.map(featureLines),
  ]);
}

/** MOF 3's structures and enumerations. */
function typeLines(node: TypeDeclaration): readonly string[] {
  return node.kind === "structure" ? structureLines(node) : enumerationLines(node);
}

function structureLines(node: StructureDeclaration): readonly string[] {
  const superstructure = node.superstructure ? ` : ${node.superstructure.text}` : "";
  const head = `structure ${node.name.text}${superstructure} {`;
  return bodyLines(
    [...qualifierLines(node.qualifiers, 0), head],
    [...(node.types ?? []).map(nestedLines), ...node.properties.map(propertyLines)],
  );
}

function enumerationLines(node: EnumerationDeclaration): readonly string[] {
  const base = node.base ? ` : ${node.base.text}` : "";
  const last = node.members.length - 1;
  return bodyLines(
    [...qualifierLines(node.qualifiers, 0), `enumeration ${node.name.text}${base} {`],
    node.members.map((member, index) => memberLines(member, index === last ? "" : ",")),
  );
}

function memberLines(
  { qualifiers, name, value }: EnumerationMember,
  behind: string,
): readonly string[] {
  const start = `  ${name.text}${value ? " = " : ""}`;
  const room = { indent: 2, taken: start.length + behind.length };
  return [
    ...qualifierLines(qualifiers, 2),
    ...around(start, value ? valueLines(value, room) : [], behind),
  ];
}

function nestedLines(node: TypeDeclaration): readonly string[] {
  return typeLines(node).map((line) => (line === "" ? line : `  ${line}`));
}

/** What stands between two braces. What has a line of its own for its qualifiers stands apart. */
function bodyLines(
  head: readonly string[],
  members: readonly (readonly string[])[],
): readonly string[] {
  if (members.length === 0) return around("", head, "};");
  const lines = [...head];
  let above: readonly string[] = [];
  for (const own of members) {
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
  const start = `  ${typeText(node.type)}${suffixText(node.array)} ${node.name.text}(`;
  const parameters = node.parameters.map(parameterLines);
  const single = parameters.every(({ length }) => length === 1)
    ? `${start}${parameters.map(([line = ""]) => line.trimStart()).join(", ")});`
    : undefined;
  const fits = parameters.length === 0 || (single ?? "").length <= WIDTH;
  if (single !== undefined && fits) return [...qualifiers, single];
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
