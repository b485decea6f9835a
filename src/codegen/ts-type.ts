/** The TypeScript type of a CIM type. */
import {
  type CimClass,
  type CimMethod,
  type CimParameter,
  type CimProperty,
  type CimType,
  findClass,
  findProperty,
} from "../model/index.ts";
import type { FileContext } from "./context.ts";
import { enumerationOwner, isTypedByValues, returnParts, type Valued } from "./enumerations.ts";
import { intrinsicType } from "./intrinsic-type.ts";

/** The type of a property, without null. */
export function propertyType(cls: CimClass, property: CimProperty, context: FileContext): string {
  return valuedType(cls, property, context, () => {
    const owner = enumerationOwner(cls, property.name);
    // The owner may spell the property in another case; its enumeration is named by it.
    const owned = findProperty(owner, property.name);
    const enumeration = context.names.enumeration(owner, owned?.name ?? property.name);
    return context.imports.declaredIn(owner, enumeration);
  });
}

/** The type of an input parameter, without null: an embedded instance need not be complete. */
export function inputType(
  cls: CimClass,
  method: CimMethod,
  parameter: CimParameter,
  context: FileContext,
): string {
  const { type } = parameter;
  const target =
    type.kind === "embedded-instance" && findClass(context.schema, cls.namespace, type.className);
  if (!target) return outputType(cls, method, parameter, context);
  const { imports } = context;
  const scalar = `${imports.runtimeType("EmbeddedInput")}<${imports.classType(target)}>`;
  return type.array === false ? scalar : `readonly ${scalar}[]`;
}

/** The type of an output parameter, without null. */
export function outputType(
  cls: CimClass,
  method: CimMethod,
  parameter: CimParameter,
  context: FileContext,
): string {
  return valuedType(cls, parameter, context, () =>
    context.imports.declaredIn(cls, context.names.enumeration(cls, method.name, parameter.name)),
  );
}

/** What a method returns, `void` included. */
export function returnType(cls: CimClass, method: CimMethod, context: FileContext): string {
  if (!method.returns) return "void";
  return valuedType(cls, method.returns, context, () =>
    context.imports.declaredIn(cls, context.names.enumeration(cls, ...returnParts(method))),
  );
}

function valuedType(
  cls: CimClass,
  element: Valued,
  context: FileContext,
  enumeration: () => string,
): string {
  const { type } = element;
  const scalar = isTypedByValues(element) ? enumeration() : scalarType(cls, type, context);
  return type.array === false ? scalar : `readonly ${scalar}[]`;
}

function scalarType(cls: CimClass, type: CimType, context: FileContext): string {
  const { imports, schema } = context;
  switch (type.kind) {
    case "intrinsic":
      return intrinsicType(type.name, imports);
    case "interval":
      return imports.runtimeType("CimInterval");
    case "octetstring":
      return "Uint8Array";
    case "embedded-object":
      return imports.runtimeType("CimInstance");
    case "reference": {
      const target = type.className && findClass(schema, cls.namespace, type.className);
      const reference = imports.runtimeType("Reference");
      return `${reference}<${target ? imports.classType(target) : "unknown"}>`;
    }
    case "embedded-instance": {
      const target = findClass(schema, cls.namespace, type.className);
      if (!target) return imports.runtimeType("CimInstance");
      return `${imports.runtimeType("Embedded")}<${imports.classType(target)}>`;
    }
  }
}
