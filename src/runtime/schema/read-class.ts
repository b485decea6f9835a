/** Definitions in CIM-XML → data (DSP0201 5.5 and 5.6). Both protocols write classes this way. */
import { CimError } from "../error.ts";
import { decodeValue } from "../cimxml/decode.ts";
import type { CimValue } from "../types.ts";
import { attribute, child, type XmlElement } from "../xml/parse.ts";
import type {
  ClassDefinition,
  DefinitionType,
  MethodDefinition,
  ParameterDefinition,
  PropertyDefinition,
  QualifierDefinition,
  QualifierFlavors,
  QualifierScope,
  QualifierValue,
} from "./definition.ts";

/**
 * Reads a class.
 *
 * @param element - The `CLASS` element.
 * @param namespace - Where the class is.
 * @throws CimError `"protocol"` for what is no class.
 */
export function readClass(element: XmlElement, namespace: string): ClassDefinition {
  if (element.name !== "CLASS") throw new CimError("protocol", `<${element.name}> is no class`);
  const superclass = attribute(element, "SUPERCLASS");
  return {
    name: nameOf(element),
    namespace,
    ...(superclass !== undefined && superclass !== "" && { superclass }),
    qualifiers: qualifiersOf(element),
    properties: childrenNamed(element, /^PROPERTY(?:\.ARRAY|\.REFERENCE)?$/).map(readProperty),
    methods: childrenNamed(element, /^METHOD$/).map(readMethod),
  };
}

function readProperty(element: XmlElement): PropertyDefinition {
  return { ...readTyped(element), value: valueOf(element), ...memberOf(element) };
}

function readMethod(element: XmlElement): MethodDefinition {
  const type = attribute(element, "TYPE");
  return {
    name: nameOf(element),
    ...(type !== undefined && type !== "" && { returnType: typeOf(type, element) }),
    ...memberOf(element),
    qualifiers: qualifiersOf(element),
    parameters: childrenNamed(element, /^PARAMETER(?:\.ARRAY|\.REFERENCE|\.REFARRAY)?$/).map(
      readTyped,
    ),
  };
}

function readTyped(element: XmlElement): ParameterDefinition {
  const isReference = /\.REF/.test(element.name);
  const className = attribute(element, "REFERENCECLASS");
  const size = attribute(element, "ARRAYSIZE");
  return {
    name: nameOf(element),
    type: isReference ? "reference" : typeOf(attribute(element, "TYPE") ?? "", element),
    ...(className !== undefined && className !== "" && { className }),
    isArray: /ARRAY$/.test(element.name) || attribute(element, "ISARRAY")?.toLowerCase() === "true",
    ...(size !== undefined && /^\d{1,9}$/.test(size) && { arraySize: Number(size) }),
    qualifiers: qualifiersOf(element),
  };
}

function memberOf(element: XmlElement): Pick<PropertyDefinition, "classOrigin" | "isPropagated"> {
  const classOrigin = attribute(element, "CLASSORIGIN");
  return {
    ...(classOrigin !== undefined && classOrigin !== "" && { classOrigin }),
    isPropagated: isTrue(element, "PROPAGATED", false),
  };
}

function qualifiersOf(element: XmlElement): readonly QualifierValue[] {
  return childrenNamed(element, /^QUALIFIER$/).map((each) => ({
    name: nameOf(each),
    type: typeOf(attribute(each, "TYPE") ?? "", each),
    value: valueOf(each),
    isPropagated: isTrue(each, "PROPAGATED", false),
    flavors: flavorsOf(each),
  }));
}

/** DSP0203: what an element leaves out is so. */
function flavorsOf(element: XmlElement): QualifierFlavors {
  return {
    overridable: isTrue(element, "OVERRIDABLE", true),
    toSubclass: isTrue(element, "TOSUBCLASS", true),
    translatable: isTrue(element, "TRANSLATABLE", false),
  };
}

const scopes: readonly (readonly [attribute: string, scope: QualifierScope])[] = [
  ["CLASS", "class"],
  ["ASSOCIATION", "association"],
  ["INDICATION", "indication"],
  ["PROPERTY", "property"],
  ["REFERENCE", "reference"],
  ["METHOD", "method"],
  ["PARAMETER", "parameter"],
];

/**
 * Reads the declaration of a qualifier.
 *
 * @param element - The `QUALIFIER.DECLARATION` element.
 * @throws CimError `"protocol"` for what is no such declaration.
 */
export function readQualifierDeclaration(element: XmlElement): QualifierDefinition {
  const size = attribute(element, "ARRAYSIZE");
  const scope = child(element, "SCOPE");
  return {
    name: nameOf(element),
    type: typeOf(attribute(element, "TYPE") ?? "", element),
    isArray: isTrue(element, "ISARRAY", false) || child(element, "VALUE.ARRAY") !== undefined,
    ...(size !== undefined && /^\d{1,9}$/.test(size) && { arraySize: Number(size) }),
    value: valueOf(element),
    scopes: scopes.flatMap(([name, each]) =>
      scope !== undefined && isTrue(scope, name, false) ? [each] : [],
    ),
    flavors: flavorsOf(element),
  };
}

function valueOf(element: XmlElement): CimValue {
  return decodeValue(element, undefined, { namespace: "" });
}

function childrenNamed(element: XmlElement, name: RegExp): readonly XmlElement[] {
  return element.children.filter((each) => name.test(each.name));
}

function nameOf(element: XmlElement): string {
  const name = attribute(element, "NAME");
  if (name !== undefined && name !== "") return name;
  throw new CimError("protocol", `<${element.name}> has no name`);
}

const types: ReadonlySet<string> = new Set([
  ...["boolean", "uint8", "uint16", "uint32", "uint64", "sint8", "sint16", "sint32", "sint64"],
  ...["real32", "real64", "char16", "string", "datetime", "reference"],
]);

function typeOf(text: string, element: XmlElement): DefinitionType {
  const type = text.toLowerCase();
  // As: the set holds them all.
  if (types.has(type)) return type as DefinitionType;
  const shown = JSON.stringify(text.slice(0, 80));
  throw new CimError("protocol", `${shown}, the type of ${nameOf(element)}, is no CIM type`);
}

function isTrue(element: XmlElement, name: string, otherwise: boolean): boolean {
  const text = attribute(element, name)?.trim().toLowerCase();
  return text === undefined ? otherwise : text === "true";
}
