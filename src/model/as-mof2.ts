/**
 * MOF 3 in the terms of MOF 2, which everything behind knows: a structure is a class with
 * the qualifier Structure, an association one with Association, an enumeration a type
 * with ValueMap and Values, `integer` is sint64, `octetstring` is uint8[] with OctetString.
 */
import type {
  ArraySuffix,
  ClassDeclaration,
  EnumerationMember,
  Feature,
  Name,
  Qualifier,
  StructureDeclaration,
  TypeName,
  Value,
} from "../ast/index.ts";
import type { Span } from "../source/index.ts";
import type { MeantEnumeration } from "./enumerations.ts";

/** Finds the enumeration that a type names. */
export type EnumerationFinder = (name: string) => MeantEnumeration | undefined;

/** A structure as a class that has no instances of its own. */
export function structureAsClass(node: StructureDeclaration): ClassDeclaration {
  const { qualifiers, name, superstructure, properties, start, end } = node;
  return {
    kind: "class",
    qualifiers: withQualifier(qualifiers, "Structure", name),
    name,
    ...(superstructure && { superclass: superstructure }),
    features: properties,
    start,
    end,
  };
}

/** A class that says by its keyword that it is an association. */
export function associationAsClass(node: ClassDeclaration): ClassDeclaration {
  if (!node.association) return node;
  return { ...node, qualifiers: withQualifier(node.qualifiers, "Association", node.name) };
}

/** A class whose features have types that MOF 2 has. */
export function featuresAsMof2(node: ClassDeclaration, find: EnumerationFinder): ClassDeclaration {
  const features = node.features.map((feature): Feature => {
    const element = typeAsMof2(feature, find);
    if (feature.kind === "property") return { ...feature, ...element };
    const parameters = feature.parameters.map((each) => ({ ...each, ...typeAsMof2(each, find) }));
    return { ...feature, ...element, parameters };
  });
  return { ...node, features };
}

interface Typed {
  readonly qualifiers: readonly Qualifier[];
  readonly type: TypeName;
  readonly array?: ArraySuffix;
}

function typeAsMof2({ qualifiers, type, array }: Typed, find: EnumerationFinder): Typed {
  const written: Typed = { qualifiers, type, ...(array && { array }) };
  if (type.reference) return written;
  const word = type.name.text.toLowerCase();
  if (word === "integer") return { ...written, type: named(type, "sint64") };
  if (word === "octetstring") {
    const octets = withQualifier(qualifiers, "OctetString", type.name);
    // An array of octet strings is one of strings (DSP0004 5.6.3.35).
    if (array) return { ...written, qualifiers: octets, type: named(type, "string") };
    const { start, end } = type;
    const suffix: ArraySuffix = { kind: "array-suffix", start, end };
    return { qualifiers: octets, type: named(type, "uint8"), array: suffix };
  }
  const enumeration = find(word);
  if (!enumeration) return written;
  const base = enumeration.base === "integer" ? "sint64" : enumeration.base;
  const values = valueQualifiers(enumeration.members, type.name);
  return { ...written, qualifiers: [...qualifiers, ...values], type: named(type, base) };
}

function named(type: TypeName, text: string): TypeName {
  return { ...type, name: { ...type.name, text } };
}

function valueQualifiers(members: readonly EnumerationMember[], at: Span): Qualifier[] {
  const keys = members.map(({ name, value }) => text(keyOf(name, value), value ?? name));
  const labels = members.map(({ name }) => text(name.text, name));
  return [qualifier("ValueMap", at, keys), qualifier("Values", at, labels)];
}

/** A member of strings without a value stands for its own name. */
function keyOf(name: Name, value: Value | undefined): string {
  if (value?.kind === "string") return value.value;
  return value?.kind === "integer" ? String(value.value) : name.text;
}

function text(value: string, { start, end }: Span): Value {
  return { kind: "string", value, start, end };
}

function withQualifier(
  qualifiers: readonly Qualifier[],
  name: string,
  at: Span,
): readonly Qualifier[] {
  const stated = qualifiers.some((each) => each.name.text.toLowerCase() === name.toLowerCase());
  return stated ? qualifiers : [...qualifiers, qualifier(name, at)];
}

function qualifier(name: string, { start, end }: Span, items?: readonly Value[]): Qualifier {
  return {
    kind: "qualifier",
    name: { kind: "name", text: name, start, end },
    ...(items && { value: { kind: "array", items, start, end } }),
    flavors: [],
    start,
    end,
  };
}
