/** Second pass: a class with its superclass, its amendments and its members. */
import type { ClassDeclaration, Feature } from "../ast/index.ts";
import { diagnose, type Diagnostic } from "../diagnostics/index.ts";
import type { Location, Span } from "../source/index.ts";
import { AmendedMembers } from "./amended-members.ts";
import { buildMethod, buildProperty, type MemberContext } from "./build-members.ts";
import type { DeclaredClass } from "./collect.ts";
import type { ClassNamer } from "./element-type.ts";
import { findMethod, findProperty } from "./find-member.ts";
import type { QualifierFinder } from "./qualifier-types.ts";
import { isSet, qualifiersOf, textOf } from "./qualifiers.ts";
import type { CimClass, CimMethod, CimProperty, Qualifiers } from "./schema.ts";

/** What a class is built from beside its declaration. */
export interface ClassContext {
  readonly superclass?: CimClass;
  /** Whether no source declares it. */
  readonly builtin: boolean;
  /** The most wanted last. */
  readonly amendments: readonly ClassDeclaration[];
  readonly classNamed: ClassNamer;
  readonly qualifierNamed: QualifierFinder;
  readonly diagnostics: Diagnostic[];
}

/** Builds one class; its superclass has been built before. */
export function buildClass(declared: DeclaredClass, context: ClassContext): CimClass {
  const { node, source, namespace } = declared;
  const { superclass } = context;
  const name = node.name.text;
  const amended = new AmendedMembers(context.amendments);
  const own = ownMembers(node, superclass, { className: name, source, amended, ...context });
  const properties = effective(superclass?.properties ?? [], own.properties);
  const lists = {
    inherited: superclass?.qualifiers,
    own: node.qualifiers,
    amended: context.amendments.map((amendment) => amendment.qualifiers),
  };
  const qualifiers = qualifiersOf(lists, context.qualifierNamed);
  return {
    kind: "class",
    name,
    ...(context.builtin && { builtin: true }),
    namespace,
    ...(node.alias && { alias: node.alias.text }),
    ...(node.superclass && { superclassName: superclass?.name ?? node.superclass.text }),
    ...(superclass && { superclass }),
    qualifiers,
    ownProperties: own.properties,
    ownMethods: own.methods,
    properties,
    methods: effective(superclass?.methods ?? [], own.methods),
    keys: own.properties.length === 0 && superclass ? superclass.keys : keysOf(properties),
    ...natureOf(qualifiers, superclass),
    ...describedBy(qualifiers),
    location: { source, span: { start: node.name.start, end: node.name.end } },
  };
}

type Nature = Pick<CimClass, "abstract" | "association" | "indication" | "singleton">;

/** Association and Indication reach the subclasses (DSP0004 5.6.3.3, 5.6.3.24). */
function natureOf(qualifiers: Qualifiers, superclass: CimClass | undefined): Nature {
  const reaches = (name: "association" | "indication" | "singleton") =>
    isSet(qualifiers, name) || superclass?.[name] === true;
  return {
    // Whatever flavors a source gives it: a subclass of an abstract class need not be abstract.
    abstract: isSet(qualifiers, "abstract") && !isInherited(qualifiers, "abstract"),
    association: reaches("association"),
    indication: reaches("indication"),
    singleton: reaches("singleton"),
  };
}

/** What is said of a superclass is not said of the class, although the qualifier goes on to it. */
function describedBy(qualifiers: Qualifiers): { readonly description?: string } {
  if (isInherited(qualifiers, "description")) return {};
  const description = textOf(qualifiers, "description");
  return description === undefined ? {} : { description };
}

function isInherited(qualifiers: Qualifiers, name: string): boolean {
  return qualifiers.get(name)?.inherited === true;
}

function keysOf(properties: readonly CimProperty[]): readonly string[] {
  return properties.filter((property) => property.key).map((property) => property.name);
}

interface Members {
  readonly properties: readonly CimProperty[];
  readonly methods: readonly CimMethod[];
}

function ownMembers(
  node: ClassDeclaration,
  superclass: CimClass | undefined,
  context: MemberContext,
): Members {
  const properties = new Map<string, CimProperty>();
  const methods = new Map<string, CimMethod>();
  for (const feature of node.features) {
    const identity = feature.name.text.toLowerCase();
    const before = feature.kind === "property" ? properties.get(identity) : methods.get(identity);
    if (before) {
      reportDuplicate(feature, before, context);
    } else if (feature.kind === "property") {
      const inherited = findProperty(superclass, identity);
      properties.set(identity, buildProperty(feature, inherited, context));
    } else {
      const inherited = findMethod(superclass, identity);
      methods.set(identity, buildMethod(feature, inherited, context));
    }
  }
  return { properties: [...properties.values()], methods: [...methods.values()] };
}

function reportDuplicate(
  feature: Feature,
  before: CimProperty | CimMethod,
  context: MemberContext,
): void {
  const { className, source } = context;
  const span: Span = { start: feature.name.start, end: feature.name.end };
  const location: Location = { source, span };
  const related = [{ message: "first declared here", location: before.location }];
  const sentence = { className, name: feature.name.text };
  if (feature.kind === "method" || before.kind === "method") {
    context.diagnostics.push(diagnose("duplicate-method", sentence, location, related));
    return;
  }
  const again = buildProperty(feature, undefined, { ...context, diagnostics: [] });
  const same = JSON.stringify(again.type) === JSON.stringify(before.type);
  const code = same ? "repeated-property" : "duplicate-property";
  context.diagnostics.push(diagnose(code, sentence, location, related));
}

/** Inherited members first; an overriding one takes the place of what it overrides. */
function effective<M extends { readonly name: string }>(
  inherited: readonly M[],
  own: readonly M[],
): readonly M[] {
  if (own.length === 0) return inherited;
  if (inherited.length === 0) return own;
  const members = new Map(inherited.map((member) => [member.name.toLowerCase(), member]));
  for (const member of own) members.set(member.name.toLowerCase(), member);
  return [...members.values()];
}
