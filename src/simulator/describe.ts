/** Schema → class data: what generated descriptors say, without the code around it. */
import {
  type CimClass,
  type CimMethod,
  type CimParameter,
  type CimProperty,
  type CimType,
  type Schema,
  typeCode,
} from "../model/index.ts";
import type { ClassData, MethodData, PropertyData, TypeCode } from "../runtime/types.ts";

/**
 * Describes every class of a schema as the generated code for it does, so that
 * a server can be made of a schema and spoken to with generated classes.
 *
 * @param schema - A resolved schema.
 */
export function describeSchema(schema: Schema): ClassData[] {
  return schema.classes.map(describeClass);
}

function describeClass(cls: CimClass): ClassData {
  const superclasses = superclassesOf(cls);
  return {
    format: 1,
    name: cls.name,
    namespace: cls.namespace,
    ...(superclasses.length > 0 && { superclasses }),
    ...(cls.keys.length > 0 && { keys: cls.keys }),
    ...(cls.abstract && { abstract: true }),
    ...(cls.association && { association: true }),
    ...(cls.indication && { indication: true }),
    ...(cls.singleton && { singleton: true }),
    ...(cls.properties.length > 0 && { properties: byName(cls.properties, describeProperty) }),
    ...(cls.methods.length > 0 && { methods: byName(cls.methods, describeMethod) }),
  };
}

/** The nearest first. */
function superclassesOf(cls: CimClass): string[] {
  const names: string[] = [];
  for (let next = cls.superclass; next !== undefined; next = next.superclass) names.push(next.name);
  return names;
}

function describeProperty(property: CimProperty): PropertyData {
  const type = codeOf(property.type);
  return property.writable ? { type, write: true } : type;
}

function describeMethod(method: CimMethod): MethodData {
  const inputs = method.parameters.filter((parameter) => parameter.in);
  const outputs = method.parameters.filter((parameter) => parameter.out);
  return {
    ...(method.static && { static: true }),
    ...(inputs.length > 0 && { in: byName(inputs, describeParameter) }),
    ...(outputs.length > 0 && { out: byName(outputs, describeParameter) }),
    ...(method.returns !== undefined && { returns: codeOf(method.returns.type) }),
  };
}

function describeParameter(parameter: CimParameter): TypeCode {
  return codeOf(parameter.type);
}

function codeOf(type: CimType): TypeCode {
  // As: the model spells the runtime's words, but may not import their type.
  return typeCode(type) as TypeCode;
}

function byName<M extends { readonly name: string }, D>(
  members: readonly M[],
  describe: (member: M) => D,
): Readonly<Record<string, D>> {
  // fromEntries defines what it is given: a member named __proto__ stays a member.
  return Object.fromEntries(members.map((member) => [member.name, describe(member)]));
}
