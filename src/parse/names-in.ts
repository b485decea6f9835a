import type {
  ClassDeclaration,
  Declaration,
  EnumerationDeclaration,
  MofDocument,
  Name,
  PropertyDeclaration,
  Qualifier,
  StructureDeclaration,
  Value,
} from "../ast/index.ts";

/** The names of classes and other types in a document, in lower case. */
export interface NamesIn {
  readonly declared: ReadonlySet<string>;
  /** Superclasses, types, targets of references, classes of instances. */
  readonly needed: ReadonlySet<string>;
}

/** What a document declares, and what has to be declared somewhere for it. */
export function namesIn(document: MofDocument): NamesIn {
  const names: Names = { declared: new Set(), needed: new Set() };
  for (const declaration of document.declarations) ofDeclaration(declaration, names);
  return names;
}

interface Names {
  readonly declared: Set<string>;
  readonly needed: Set<string>;
}

function ofDeclaration(node: Declaration, names: Names): void {
  switch (node.kind) {
    case "class":
      ofClass(node, names);
      break;
    case "structure":
      ofStructure(node, names);
      break;
    case "enumeration":
      ofEnumeration(node, names);
      break;
    case "instance":
      ofValue(node, names);
      break;
    case "pragma":
    case "qualifier-declaration":
      break;
  }
}

function ofClass(node: ClassDeclaration, names: Names): void {
  names.declared.add(node.name.text.toLowerCase());
  need(node.superclass, names);
  for (const type of node.types ?? []) ofDeclaration(type, names);
  for (const feature of node.features) {
    ofElement(feature, names);
    if (feature.kind === "property") continue;
    for (const parameter of feature.parameters) ofElement(parameter, names);
  }
}

/** MOF 3 (DSP0221 7.5.1). */
function ofStructure(node: StructureDeclaration, names: Names): void {
  names.declared.add(node.name.text.toLowerCase());
  need(node.superstructure, names);
  for (const type of node.types ?? []) ofDeclaration(type, names);
  for (const property of node.properties) ofElement(property, names);
}

/** MOF 3 (DSP0221 7.5.4). */
function ofEnumeration({ name, base }: EnumerationDeclaration, names: Names): void {
  names.declared.add(name.text.toLowerCase());
  need(base, names);
}

/** A property, method or parameter. */
function ofElement(
  node: Pick<PropertyDeclaration, "type" | "qualifiers" | "initializer">,
  names: Names,
): void {
  need(node.type.name, names);
  for (const qualifier of node.qualifiers) ofQualifier(qualifier, names);
  if (node.initializer) ofValue(node.initializer, names);
}

const INTRINSIC =
  /^(?:[us]?int(?:8|16|32|64)|real(?:32|64)|string|boolean|datetime|char16|object|void|integer|octetstring)$/;

function need(name: Name | undefined, names: Names): void {
  const word = name?.text.toLowerCase();
  if (word !== undefined && !INTRINSIC.test(word)) names.needed.add(word);
}

/** `EmbeddedInstance("CIM_X")` names a class in its value. */
function ofQualifier({ name, value }: Qualifier, names: Names): void {
  if (name.text.toLowerCase() !== "embeddedinstance" || value?.kind !== "string") return;
  names.needed.add(value.value.toLowerCase());
}

/** Values nest, but only so deep as the parser lets them. */
function ofValue(value: Value, names: Names): void {
  if (value.kind === "array") for (const item of value.items) ofValue(item, names);
  if (value.kind !== "instance") return;
  need(value.className, names);
  for (const assignment of value.assignments) ofValue(assignment.value, names);
}
