/** What is known of classes and members, gathered from a schema. */
import type {
  CimClass,
  CimMethod,
  CimParameter,
  CimProperty,
  Schema,
  TypedElement,
} from "../../model/index.ts";
import { positionAt, type Location } from "../../source/index.ts";
import type {
  ClassExplanation,
  Declared,
  MethodExplanation,
  ParameterExplanation,
  PropertyExplanation,
  Typed,
} from "./explanation.ts";
import {
  classSignature,
  constantText,
  methodSignature,
  propertySignature,
  typeText,
} from "./signature.ts";

/** The name of what {@link chainOf} begins with, in lower case. */
type Kind = "ownProperties" | "ownMethods";

export function classFacts(cls: CimClass, schema: Schema): ClassExplanation {
  const chain = chainOf(cls);
  const last = chain.at(-1);
  const missing = last?.superclassName;
  const traits = (["abstract", "association", "indication", "singleton"] as const).filter(
    (trait) => cls[trait],
  );
  const sameName = (other: CimClass): boolean =>
    other !== cls && other.name.toLowerCase() === cls.name.toLowerCase();
  return {
    version: 1,
    kind: "class",
    name: cls.name,
    namespace: cls.namespace,
    signature: classSignature(cls),
    ...described(cls),
    declared: declaredAt(cls, cls.location),
    traits,
    superclasses: chain.slice(1).map(({ name }) => name),
    ...(missing !== undefined && { missingSuperclass: missing }),
    subclasses: schema.classes.filter((each) => each.superclass === cls).map(({ name }) => name),
    keys: cls.keys,
    properties: cls.properties.map((property) => ({
      name: property.name,
      type: typeText(property.declaredType),
      key: property.key,
      class: property.origin,
    })),
    methods: cls.methods.map((method) => ({
      name: method.name,
      static: method.static,
      class: method.origin,
    })),
    alsoIn: schema.classes.filter(sameName).map(({ namespace }) => namespace),
  };
}

export function propertyFacts(cls: CimClass, property: CimProperty): PropertyExplanation {
  const { key, required, readable, writable } = property;
  return {
    version: 1,
    kind: "property",
    ...memberFacts(cls, property, "ownProperties"),
    signature: propertySignature(property),
    ...typedFacts(property, property.default),
    key,
    required,
    readable,
    writable,
  };
}

export function methodFacts(cls: CimClass, method: CimMethod): MethodExplanation {
  const { returns } = method;
  const values = returns?.values;
  return {
    version: 1,
    kind: "method",
    ...memberFacts(cls, method, "ownMethods"),
    signature: methodSignature(method),
    ...described(method),
    static: method.static,
    ...(method.staticUnknown && { staticUnknown: true }),
    evidence: staticEvidence(cls, method),
    ...(returns && {
      returns: { type: typeText(returns.declaredType), ...(values && { values }) },
    }),
    parameters: method.parameters.map(parameterFacts),
  };
}

function parameterFacts(parameter: CimParameter): ParameterExplanation {
  return {
    name: parameter.name,
    direction: parameter.in && parameter.out ? "in, out" : parameter.out ? "out" : "in",
    ...typedFacts(parameter, parameter.default),
    optional: parameter.optional,
    required: parameter.required,
  };
}

function typedFacts(element: TypedElement, initial: CimProperty["default"]): Typed {
  const { units, values } = element;
  return {
    type: typeText(element.declaredType),
    ...(units !== undefined && { units }),
    ...(values && { values }),
    ...(initial !== undefined && { default: constantText(initial) }),
    ...described(element),
  };
}

function memberFacts(cls: CimClass, member: CimProperty | CimMethod, kind: Kind) {
  const [first, ...others] = declarationsOf(cls, member.name, kind);
  return {
    name: member.name,
    class: cls.name,
    namespace: cls.namespace,
    declared: first
      ? declaredAt(first.cls, first.member.location)
      : declaredAt(cls, member.location),
    overrides: others.map((each) => declaredAt(each.cls, each.member.location)),
    deprecated: member.qualifiers.has("deprecated"),
  };
}

interface Declaration {
  readonly cls: CimClass;
  readonly member: CimProperty | CimMethod;
}

/** The classes that declare a member, the nearest first. */
function declarationsOf(cls: CimClass, name: string, kind: Kind): readonly Declaration[] {
  const key = name.toLowerCase();
  return chainOf(cls).flatMap((each) => {
    const own: readonly (CimProperty | CimMethod)[] = each[kind];
    const member = own.find((candidate) => candidate.name.toLowerCase() === key);
    return member ? [{ cls: each, member }] : [];
  });
}

/** Which qualifier says whether a method is static, and where it stands. */
function staticEvidence(cls: CimClass, method: CimMethod): string {
  if (method.staticUnknown) return "its documentation does not say it";
  const stated = method.qualifiers.get("static");
  if (!stated) return "Static is not stated";
  const words =
    stated.value === true ? stated.name : `${stated.name}(${constantText(stated.value)})`;
  if (stated.overlaidAt) return `[${words}] is stated by an overlay, ${placeOf(stated.overlaidAt)}`;
  const by = declarationsOf(cls, method.name, "ownMethods").find(({ member }) => {
    const own = member.qualifiers.get("static");
    return own && !own.inherited;
  });
  if (!by) return `[${words}] is inherited`;
  const name = `${by.cls.name}.${by.member.name}`;
  const { location } = by.member;
  // Which of the pages says it, that of the method or that of the class, nobody remembers.
  if (/\.(?:md|markdown)$/i.test(location.source.name))
    return `the documentation of ${name} says it`;
  return `[${words}] stands at ${name}, ${by.cls.builtin ? "built into WMI" : placeOf(location)}`;
}

/** `file:line:column`. */
function placeOf({ source, span }: Location): string {
  const { line, column } = positionAt(source, span.start);
  return `${source.name}:${line}:${column}`;
}

function chainOf(cls: CimClass): readonly CimClass[] {
  const chain: CimClass[] = [];
  for (let next: CimClass | undefined = cls; next; next = next.superclass) chain.push(next);
  return chain;
}

function declaredAt(cls: CimClass, { source, span }: Location): Declared {
  const { name, namespace } = cls;
  if (cls.builtin) return { class: name, namespace, file: "built into WMI" };
  return { class: name, namespace, file: source.name, ...positionAt(source, span.start) };
}

function described({ description }: { readonly description?: string }): { description?: string } {
  return description === undefined ? {} : { description };
}
