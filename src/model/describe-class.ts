/** A class as descriptors hold it: flat, plain data. Generated code and the embedded server share it. */
import { findClass } from "./find-class.ts";
import { isSet } from "./qualifiers.ts";
import type {
  CimClass,
  CimMethod,
  CimParameter,
  CimProperty,
  CimType,
  Schema,
  ValueMap,
} from "./schema.ts";
import { typeCode } from "./type-code.ts";
import { valueMapText } from "./value-map-text.ts";

/** What `runtime/types` calls ClassData; types are spelled by {@link typeCode}. */
export type ClassDescription = {
  readonly format: 1;
  readonly name: string;
  readonly namespace: string;
  /** The nearest first. */
  readonly superclasses?: readonly string[];
  readonly keys?: readonly string[];
  /** Properties that are never null, without the keys. */
  readonly required?: readonly string[];
  readonly abstract?: true;
  readonly association?: true;
  readonly indication?: true;
  readonly singleton?: true;
  /** Properties, and parameters as `Method.Parameter`, that hold secrets. */
  readonly sensitive?: readonly string[];
  readonly properties?: Readonly<Record<string, PropertyDescription>>;
  readonly methods?: Readonly<Record<string, MethodDescription>>;
  /** Types of the properties of classes that are embedded in it, and in these. */
  readonly embedded?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By property, by method for what it returns, and as `Method.Parameter`; see {@link valueMapText}. */
  readonly values?: Readonly<Record<string, string>>;
};

/** A property: its type alone, or with what else the wire needs. */
export type PropertyDescription = string | { readonly type: string; readonly write: true };

/** A method: parameters by name, and the return type unless it is `void`. */
export type MethodDescription = {
  /** `unknown` where documentation leaves it out. */
  readonly static?: true | "unknown";
  readonly in?: Readonly<Record<string, string>>;
  /** Inputs that may be left out. */
  readonly optional?: readonly string[];
  readonly out?: Readonly<Record<string, string>>;
  readonly returns?: string;
};

/** Describes a class with all its members, inherited ones included, and what is embedded in it. */
export function describeClass(cls: CimClass, schema: Schema): ClassDescription {
  const superclasses = superclassesOf(cls);
  const required = namesOf(cls.properties.filter((each) => each.required && !each.key));
  const values = valuesOf(cls);
  const embedded = embeddedIn(cls, schema);
  const sensitive = sensitiveIn(cls);
  return {
    format: 1,
    name: cls.name,
    namespace: cls.namespace,
    ...(superclasses.length > 0 && { superclasses }),
    ...(cls.keys.length > 0 && { keys: cls.keys }),
    ...(required.length > 0 && { required }),
    ...(cls.abstract && { abstract: true }),
    ...(cls.association && { association: true }),
    ...(cls.indication && { indication: true }),
    ...(cls.singleton && { singleton: true }),
    ...(sensitive.length > 0 && { sensitive }),
    ...(cls.properties.length > 0 && { properties: byName(cls.properties, describeProperty) }),
    ...(cls.methods.length > 0 && { methods: byName(cls.methods, describeMethod) }),
    ...(embedded.length > 0 && { embedded: byName(embedded, propertyTypes) }),
    ...(values.length > 0 && { values: Object.fromEntries(values) }),
  };
}

function superclassesOf(cls: CimClass): string[] {
  const names: string[] = [];
  for (let next = cls.superclass; next; next = next.superclass) names.push(next.name);
  return names;
}

function namesOf(members: readonly { readonly name: string }[]): readonly string[] {
  return members.map(({ name }) => name);
}

/** What the qualifier Sensitive marks; names that give themselves away the runtime knows. */
function sensitiveIn({ properties, methods }: CimClass): readonly string[] {
  const marked = properties.filter(({ qualifiers }) => isSet(qualifiers, "sensitive"));
  const parameters = methods.flatMap((method) =>
    method.parameters
      .filter(({ qualifiers }) => isSet(qualifiers, "sensitive"))
      .map(({ name }) => `${method.name}.${name}`),
  );
  return [...namesOf(marked), ...parameters];
}

/** Classes that a class embeds, and those that they embed, in the order in which they are met. */
function embeddedIn(cls: CimClass, schema: Schema): readonly CimClass[] {
  const found = new Set<CimClass>();
  const visit = (type: CimType, from: CimClass): void => {
    if (type.kind !== "embedded-instance") return;
    const target = findClass(schema, from.namespace, type.className);
    if (!target || target === cls || found.has(target)) return;
    found.add(target);
    for (const property of target.properties) visit(property.type, target);
  };
  for (const property of cls.properties) visit(property.type, cls);
  for (const { returns, parameters } of cls.methods) {
    if (returns) visit(returns.type, cls);
    for (const parameter of parameters) visit(parameter.type, cls);
  }
  return [...found];
}

function propertyTypes({ properties }: CimClass): Readonly<Record<string, string>> {
  return byName(properties, ({ type }) => typeCode(type));
}

function valuesOf(cls: CimClass): [string, string][] {
  const found: [string, string][] = [];
  const add = (name: string, values: ValueMap | undefined) => {
    if (values && values.entries.length > 0) found.push([name, valueMapText(values)]);
  };
  for (const property of cls.properties) add(property.name, property.values);
  for (const { name, returns, parameters } of cls.methods) {
    add(name, returns?.values);
    for (const parameter of parameters) add(`${name}.${parameter.name}`, parameter.values);
  }
  return found;
}

function describeProperty(property: CimProperty): PropertyDescription {
  const type = typeCode(property.type);
  return property.writable ? { type, write: true } : type;
}

function describeMethod(method: CimMethod): MethodDescription {
  const inputs = inputsOf(method);
  const outs = outsOf(method);
  const optional = namesOf(inputs.filter((parameter) => parameter.optional));
  return {
    ...(method.static && { static: true }),
    ...(method.staticUnknown && { static: "unknown" }),
    ...(inputs.length > 0 && { in: byName(inputs, describeParameter) }),
    ...(optional.length > 0 && { optional }),
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
