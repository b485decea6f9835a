import type {
  Declaration,
  MofDocument,
  PropertyDeclaration,
  Qualifier,
  TypeName,
  Value,
} from "../ast/index.ts";

/** The names of classes in a document, in lower case. */
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
  if (node.kind === "instance") ofValue(node, names);
  if (node.kind !== "class") return;
  names.declared.add(node.name.text.toLowerCase());
  if (node.superclass) names.needed.add(node.superclass.text.toLowerCase());
  for (const feature of node.features) {
    ofElement(feature, names);
    if (feature.kind === "property") continue;
    for (const parameter of feature.parameters) ofElement(parameter, names);
  }
}

/** A property, method or parameter. */
function ofElement(
  node: Pick<PropertyDeclaration, "type" | "qualifiers" | "initializer">,
  names: Names,
): void {
  ofType(node.type, names);
  for (const qualifier of node.qualifiers) ofQualifier(qualifier, names);
  if (node.initializer) ofValue(node.initializer, names);
}

const INTRINSIC =
  /^(?:[us]?int(?:8|16|32|64)|real(?:32|64)|string|boolean|datetime|char16|object|void|integer|octetstring)$/;

function ofType({ name }: TypeName, names: Names): void {
  const word = name.text.toLowerCase();
  if (!INTRINSIC.test(word)) names.needed.add(word);
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
  names.needed.add(value.className.text.toLowerCase());
  for (const assignment of value.assignments) ofValue(assignment.value, names);
}
