/** A class as descriptors hold it: flat, plain data. Generated code and the embedded server share it. */
import type { CimClass, CimMethod, CimParameter, CimProperty } from "./schema.ts";
import { typeCode } from "./type-code.ts";

/** What `runtime/types` calls ClassData; types are spelled by {@link typeCode}. */
export type ClassDescription = {
  readonly format: 1;
  readonly name: string;
  readonly namespace: string;
  /** The nearest first. */
  readonly superclasses?: readonly string[];
  readonly keys?: readonly string[];
  readonly abstract?: true;
  readonly association?: true;
  readonly indication?: true;
  readonly singleton?: true;
  readonly properties?: Readonly<Record<string, PropertyDescription>>;
  readonly methods?: Readonly<Record<string, MethodDescription>>;
};

/** A property: its type alone, or with what else the wire needs. */
export type PropertyDescription = string | { readonly type: string; readonly write: true };

/** A method: parameters by name, and the return type unless it is `void`. */
export type MethodDescription = {
  readonly static?: true;
  readonly in?: Readonly<Record<string, string>>;
  readonly out?: Readonly<Record<string, string>>;
  readonly returns?: string;
};

/** Describes a class with all its members, inherited ones included. */
export function describeClass(cls: CimClass): ClassDescription {
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

function superclassesOf(cls: CimClass): string[] {
  const names: string[] = [];
  for (let next = cls.superclass; next; next = next.superclass) names.push(next.name);
  return names;
}

function describeProperty(property: CimProperty): PropertyDescription {
  const type = typeCode(property.type);
  return property.writable ? { type, write: true } : type;
}

function describeMethod(method: CimMethod): MethodDescription {
  const inputs = inputsOf(method);
  const outs = outsOf(method);
  return {
    ...(method.static && { static: true }),
    ...(inputs.length > 0 && { in: byName(inputs, describeParameter) }),
    ...(outs.length > 0 && { out: byName(outs, describeParameter) }),
    ...(method.returns && { returns: typeCode(method.returns.type) }),
  };
}

function describeParameter(parameter: CimParameter): string {
  return typeCode(parameter.type);
}

/** The input parameters of a method; one that is in and out counts on both sides. */
export function inputsOf(method: CimMethod): readonly CimParameter[] {
  return method.parameters.filter((parameter) => parameter.in);
}

/** The output parameters of a method. */
export function outsOf(method: CimMethod): readonly CimParameter[] {
  return method.parameters.filter((parameter) => parameter.out);
}

function byName<M extends { readonly name: string }, D>(
  members: readonly M[],
  describe: (member: M) => D,
): Readonly<Record<string, D>> {
  // As: null is the type of the prototype. Without one, a member named __proto__ is a member, and
  // V8 does not derive a layout for the members of each class, which takes longer than all the rest.
  const described = Object.create(null) as Record<string, D>;
  for (const member of members) described[member.name] = describe(member);
  return described;
}
