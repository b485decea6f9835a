/** Second pass, inside a class: what its own properties and methods mean. */
import type {
  MethodDeclaration,
  ParameterDeclaration,
  PropertyDeclaration,
  Qualifier,
} from "../ast/index.ts";
import { diagnose } from "../diagnostics/index.ts";
import { isSet, qualifiersOf, textOf } from "./qualifiers.ts";
import type { CimMethod, CimParameter, CimProperty, Qualifiers } from "./schema.ts";
import {
  defaultValue,
  describe,
  locationIn,
  type MemberContext,
  type Mutable,
  returnValue,
  typesOf,
} from "./typed-element.ts";

/** A property; `inherited` is the one that it overrides. */
export function buildProperty(
  node: PropertyDeclaration,
  inherited: CimProperty | undefined,
  context: MemberContext,
): CimProperty {
  const lists = {
    inherited: inherited?.qualifiers,
    own: node.qualifiers,
    amended: context.amended.of(node),
    added: context.added.of(node),
    changes: context.overlaid?.of(node),
  };
  const qualifiers = qualifiersOf(lists, context.qualifierNamed);
  const name = node.name.text;
  const { type, declaredType } = typesOf(node, qualifiers, name, context);
  const property: Mutable<CimProperty> = {
    kind: "property",
    name,
    type,
    declaredType,
    qualifiers,
    location: locationIn(context, node.name),
    origin: context.className,
    key: isSet(qualifiers, "key"),
    required: isSet(qualifiers, "required"),
    // Read is true unless stated otherwise (DSP0004 5.6.3.37).
    readable: qualifiers.get("read")?.value !== false,
    writable: isSet(qualifiers, "write"),
  };
  describe(property, node, qualifiers, name, context);
  if (node.initializer) property.default = defaultValue(node.initializer, property);
  return property;
}

/** A method; `inherited` is the one that it overrides. */
export function buildMethod(
  node: MethodDeclaration,
  inherited: CimMethod | undefined,
  context: MemberContext,
): CimMethod {
  const added = context.added.of(node);
  const lists = {
    inherited: inherited?.qualifiers,
    own: node.qualifiers,
    amended: context.amended.of(node),
    added: context.page ? [...added, STATIC_UNKNOWN] : added,
    changes: context.overlaid?.of(node),
  };
  const qualifiers = qualifiersOf(lists, context.qualifierNamed);
  const returns = returnValue(node, qualifiers, context);
  const description = textOf(qualifiers, "description");
  return {
    kind: "method",
    name: node.name.text,
    origin: context.className,
    static: isSet(qualifiers, "static"),
    ...(qualifiers.get("static")?.value === null && { staticUnknown: true }),
    ...(returns && { returns }),
    parameters: buildParameters(node, inherited, context),
    qualifiers,
    ...(description !== undefined && { description }),
    location: locationIn(context, node.name),
  };
}

const NOWHERE = { start: 0, end: 0 } as const;

/** `Static(NULL)`: what a page leaves out, as a qualifier. */
const STATIC_UNKNOWN: readonly Qualifier[] = [
  {
    kind: "qualifier",
    name: { kind: "name", text: "Static", ...NOWHERE },
    value: { kind: "null", ...NOWHERE },
    flavors: [],
    ...NOWHERE,
  },
];

function buildParameters(
  node: MethodDeclaration,
  inherited: CimMethod | undefined,
  context: MemberContext,
): readonly CimParameter[] {
  if (node.parameters.length === 0) return NO_PARAMETERS;
  const overridden = new Map(
    inherited?.parameters.map((parameter) => [parameter.name.toLowerCase(), parameter]),
  );
  const built = new Map<string, CimParameter>();
  for (const parameter of node.parameters) {
    const identity = parameter.name.text.toLowerCase();
    if (reportUnusable(parameter, identity, built.get(identity), node, context)) continue;
    const lists = {
      inherited: overridden.get(identity)?.qualifiers,
      own: parameter.qualifiers,
      amended: context.amended.ofParameter(node, parameter),
      added: context.added.ofParameter(node, parameter),
      changes: context.overlaid?.ofParameter(node, parameter),
    };
    const qualifiers = qualifiersOf(lists, context.qualifierNamed);
    built.set(identity, buildParameter(parameter, node.name.text, qualifiers, context));
  }
  return [...built.values()];
}

const NO_PARAMETERS: readonly CimParameter[] = [];

function reportUnusable(
  { name }: ParameterDeclaration,
  identity: string,
  before: CimParameter | undefined,
  { name: { text: method }, type }: MethodDeclaration,
  context: MemberContext,
): boolean {
  const { className, diagnostics } = context;
  if (before) {
    const sentence = { className, method, name: name.text };
    const related = [{ message: "first declared here", location: before.location }];
    const location = locationIn(context, name);
    diagnostics.push(diagnose("duplicate-parameter", sentence, location, related));
    return true;
  }
  // What a method returns has this name on the wire and in the result.
  if (identity !== "returnvalue" || type.name.text.toLowerCase() === "void") return false;
  const location = locationIn(context, name);
  diagnostics.push(diagnose("parameter-named-return-value", { className, method }, location));
  return true;
}

function buildParameter(
  node: ParameterDeclaration,
  method: string,
  qualifiers: Qualifiers,
  context: MemberContext,
): CimParameter {
  const name = node.name.text;
  const out = isSet(qualifiers, "out");
  const stated = qualifiers.get("in")?.value;
  const optional = qualifiers.get("optional")?.value;
  const { type, declaredType } = typesOf(node, qualifiers, `${method}.${name}`, context);
  const parameter: Mutable<CimParameter> = {
    kind: "parameter",
    name,
    type,
    declaredType,
    qualifiers,
    location: locationIn(context, node.name),
    // In is true unless stated (DSP0004 5.6.3.23), but nobody who writes Out alone means both.
    in: typeof stated === "boolean" ? stated : !out,
    out,
    required: isSet(qualifiers, "required"),
    optional: typeof optional === "boolean" ? optional : node.initializer !== undefined,
  };
  describe(parameter, node, qualifiers, `${method}.${name}`, context);
  if (node.initializer) parameter.default = defaultValue(node.initializer, parameter);
  return parameter;
}
