/** Definitions → CIM-XML (DSP0201 5.5 and 5.6). */
import { type EncodedValue, encodeValue } from "../runtime/cimxml/encode.ts";
import type {
  ClassDefinition,
  MethodDefinition,
  ParameterDefinition,
  PropertyDefinition,
  QualifierDefinition,
  QualifierFlavors,
  QualifierValue,
} from "../runtime/schema/definition.ts";
import type { CimValue, TypeCode } from "../runtime/types.ts";
import { xml, type XmlAttributes, type XmlNode } from "../runtime/xml/write.ts";

/**
 * A class: `CLASS`.
 *
 * @param definition - The class.
 */
export function classNode(definition: ClassDefinition): XmlNode {
  const { name, superclass, qualifiers, properties, methods } = definition;
  return xml("CLASS", { NAME: name, ...(superclass !== undefined && { SUPERCLASS: superclass }) }, [
    ...qualifiers.map(qualifierNode),
    ...properties.map(propertyNode),
    ...methods.map(methodNode),
  ]);
}

function propertyNode(property: PropertyDefinition): XmlNode {
  const { type, isArray, arraySize, qualifiers, value } = property;
  const kind =
    type === "reference" ? "PROPERTY.REFERENCE" : isArray ? "PROPERTY.ARRAY" : "PROPERTY";
  const attributes = {
    ...typeAttributes(property),
    ...(isArray && arraySize !== undefined && { ARRAYSIZE: String(arraySize) }),
    ...memberAttributes(property),
  };
  const encoded = type === "reference" ? undefined : encode(type, isArray, value).node;
  return xml(kind, attributes, [
    ...qualifiers.map(qualifierNode),
    ...(encoded === undefined ? [] : [encoded]),
  ]);
}

function methodNode(method: MethodDefinition): XmlNode {
  const { name, returnType, qualifiers, parameters } = method;
  const attributes = {
    NAME: name,
    ...(returnType !== undefined && { TYPE: returnType }),
    ...memberAttributes(method),
  };
  return xml("METHOD", attributes, [
    ...qualifiers.map(qualifierNode),
    ...parameters.map(parameterNode),
  ]);
}

function parameterNode(parameter: ParameterDefinition): XmlNode {
  const { type, isArray, qualifiers } = parameter;
  const kind = `PARAMETER${type === "reference" ? (isArray ? ".REFARRAY" : ".REFERENCE") : isArray ? ".ARRAY" : ""}`;
  return xml(kind, typeAttributes(parameter), qualifiers.map(qualifierNode));
}

function typeAttributes({ name, type, className }: ParameterDefinition): XmlAttributes {
  if (type !== "reference") return { NAME: name, TYPE: type };
  return { NAME: name, ...(className !== undefined && { REFERENCECLASS: className }) };
}

function memberAttributes({
  classOrigin,
  isPropagated,
}: Pick<PropertyDefinition, "classOrigin" | "isPropagated">): XmlAttributes {
  return {
    ...(classOrigin !== undefined && { CLASSORIGIN: classOrigin }),
    ...(isPropagated && { PROPAGATED: "true" }),
  };
}

function qualifierNode(qualifier: QualifierValue): XmlNode {
  const { name, type, value, isPropagated, flavors } = qualifier;
  const { node } = encode(type, Array.isArray(value), value);
  const attributes = {
    NAME: name,
    TYPE: type,
    ...(isPropagated && { PROPAGATED: "true" }),
    ...flavorAttributes(flavors),
  };
  return xml("QUALIFIER", attributes, node === undefined ? [] : [node]);
}

/** DSP0203: what is left out is so. */
function flavorAttributes({
  overridable,
  toSubclass,
  translatable,
}: QualifierFlavors): XmlAttributes {
  return {
    ...(!overridable && { OVERRIDABLE: "false" }),
    ...(!toSubclass && { TOSUBCLASS: "false" }),
    ...(translatable && { TRANSLATABLE: "true" }),
  };
}

/**
 * A declaration of a qualifier: `QUALIFIER.DECLARATION`.
 *
 * @param declaration - The declaration.
 */
export function qualifierDeclarationNode(declaration: QualifierDefinition): XmlNode {
  const { name, type, isArray, arraySize, value, scopes, flavors } = declaration;
  const { node } = encode(type, isArray, value);
  const attributes = {
    NAME: name,
    TYPE: type,
    ISARRAY: String(isArray),
    ...(arraySize !== undefined && { ARRAYSIZE: String(arraySize) }),
    ...flavorAttributes(flavors),
  };
  const scope = Object.fromEntries(scopes.map((each) => [each.toUpperCase(), "true"]));
  return xml("QUALIFIER.DECLARATION", attributes, [
    xml("SCOPE", scope),
    ...(node === undefined ? [] : [node]),
  ]);
}

function encode(type: string, isArray: boolean, value: CimValue): EncodedValue {
  // As: an intrinsic type, with brackets for an array.
  const code = `${type}${isArray ? "[]" : ""}` as TypeCode;
  return encodeValue("value", code, value, { classOf: () => undefined });
}
