import type { ArraySuffix, TypeName } from "../ast/index.ts";
import { isIntrinsic } from "./intrinsic.ts";
import { isSet, textOf } from "./qualifiers.ts";
import type { CimType, DeclaredType, IntrinsicName, Qualifiers } from "./schema.ts";

/** A type, and the class it names when no source declares that class. */
export interface ElementType {
  readonly type: CimType;
  readonly unknown?: { readonly name: string; readonly reference: boolean };
}

/** Finds a class by name and gives the name as its declaration spells it. */
export type ClassNamer = (name: string) => string | undefined;

/**
 * What a declared type means together with its qualifiers (OctetString,
 * EmbeddedInstance, EmbeddedObject, SubType). `undefined` for `void`.
 */
export function elementType(
  node: TypeName,
  suffix: ArraySuffix | undefined,
  qualifiers: Qualifiers,
  classNamed: ClassNamer,
): ElementType | undefined {
  const array = suffix ? (suffix.size ?? true) : false;
  const word = node.name.text.toLowerCase();
  if (node.reference) return referenceType(node.name.text, array, classNamed);
  if (word === "void") return undefined;
  if (word === "object") return { type: { kind: "embedded-object", array } };
  if (isIntrinsic(word)) return qualifiedType(word, array, qualifiers, classNamed);
  return embeddedType(node.name.text, array, classNamed);
}

function referenceType(name: string, array: boolean | number, classNamed: ClassNamer): ElementType {
  // WMI's "object ref" refers to anything.
  if (name.toLowerCase() === "object") return { type: { kind: "reference", array } };
  const className = classNamed(name);
  return className === undefined
    ? { type: { kind: "reference", array }, unknown: { name, reference: true } }
    : { type: { kind: "reference", className, array } };
}

function embeddedType(name: string, array: boolean | number, classNamed: ClassNamer): ElementType {
  const className = classNamed(name);
  return className === undefined
    ? { type: { kind: "embedded-object", array }, unknown: { name, reference: false } }
    : { type: { kind: "embedded-instance", className, array } };
}

function qualifiedType(
  name: IntrinsicName,
  array: boolean | number,
  qualifiers: Qualifiers,
  classNamed: ClassNamer,
): ElementType {
  const octets = isSet(qualifiers, "octetstring");
  if (octets && name === "uint8" && array !== false) {
    return { type: { kind: "octetstring", array: false } };
  }
  if (octets && name === "string" && array !== false)
    return { type: { kind: "octetstring", array } };
  if (name === "string") {
    const embedded = textOf(qualifiers, "embeddedinstance");
    if (embedded !== undefined) return embeddedType(embedded, array, classNamed);
    if (isSet(qualifiers, "embeddedobject")) return { type: { kind: "embedded-object", array } };
  }
  if (name === "datetime" && textOf(qualifiers, "subtype")?.toLowerCase() === "interval") {
    return { type: { kind: "interval", array } };
  }
  return { type: { kind: "intrinsic", name, array } };
}

/** A type as it is declared, with names in their one spelling; `type` is what it means. */
export function declaredType(
  { name: { text }, reference }: TypeName,
  suffix: ArraySuffix | undefined,
  type: CimType,
): DeclaredType {
  const array = suffix ? (suffix.size ?? true) : false;
  const word = text.toLowerCase();
  if (isIntrinsic(word) && !reference) return shared(word, array);
  if (word === "object" || word === "void") return { name: word, reference, array };
  const named = type.kind === "reference" || type.kind === "embedded-instance";
  return { name: (named ? type.className : undefined) ?? text, reference, array };
}

/** Thousands of elements have one of a few types. */
const DECLARED = new Map<string, DeclaredType>();
const DECLARED_ARRAYS = new Map<string, DeclaredType>();

function shared(name: string, array: boolean | number): DeclaredType {
  if (typeof array === "number") return { name, reference: false, array };
  const known = array ? DECLARED_ARRAYS : DECLARED;
  let type = known.get(name);
  if (!type) {
    type = { name, reference: false, array };
    known.set(name, type);
  }
  return type;
}
