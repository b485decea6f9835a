/** Second pass: a class with its superclass, its amendments and its members. */
import type { ClassDeclaration, Feature } from "../ast/index.ts";
import { diagnose, type Diagnostic } from "../diagnostics/index.ts";
import type { Location, Span } from "../source/index.ts";
import { buildMethod, buildProperty, type MemberContext } from "./build-members.ts";
import type { DeclaredClass } from "./collect.ts";
import type { ClassNamer } from "./element-type.ts";
import { isSet, qualifiersOf, textOf } from "./qualifiers.ts";
import type { CimClass, CimMethod, CimProperty } from "./schema.ts";

/** What a class is built from beside its declaration. */
export interface ClassContext {
  readonly superclass?: CimClass;
  readonly amendments: readonly ClassDeclaration[];
  readonly classNamed: ClassNamer;
  readonly diagnostics: Diagnostic[];
}

/** Builds one class; its superclass has been built before. */
export function buildClass(declared: DeclaredClass, context: ClassContext): CimClass {
  const { node, source, namespace } = declared;
  const { superclass } = context;
  const name = node.name.text;
  const members: MemberContext = { className: name, source, ...context };
  const own = ownMembers(node, superclass, members);
  const properties = effective(superclass?.properties ?? [], own.properties);
  const qualifiers = qualifiersOf(
    undefined,
    node.qualifiers,
    ...context.amendments.map((amendment) => amendment.qualifiers),
  );
  const description = textOf(qualifiers, "description");
  return {
    kind: "class",
    name,
    namespace,
    ...(node.superclass && { superclassName: superclass?.name ?? node.superclass.text }),
    ...(superclass && { superclass }),
    qualifiers,
    ownProperties: own.properties,
    ownMethods: own.methods,
    properties,
    methods: effective(superclass?.methods ?? [], own.methods),
    keys: properties.filter((property) => property.key).map((property) => property.name),
    abstract: isSet(qualifiers, "abstract"),
    // Association and Indication reach the subclasses (DSP0004 5.6.3.3, 5.6.3.24).
    association: isSet(qualifiers, "association") || (superclass?.association ?? false),
    indication: isSet(qualifiers, "indication") || (superclass?.indication ?? false),
    singleton: isSet(qualifiers, "singleton") || (superclass?.singleton ?? false),
    ...(description === undefined ? {} : { description }),
    location: { source, span: { start: node.name.start, end: node.name.end } },
  };
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
      const inherited = inheritedAs(superclass?.properties, identity);
      properties.set(identity, buildProperty(feature, inherited, context));
    } else {
      const inherited = inheritedAs(superclass?.methods, identity);
      methods.set(identity, buildMethod(feature, inherited, context));
    }
  }
  return { properties: [...properties.values()], methods: [...methods.values()] };
}

function inheritedAs<M extends { readonly name: string }>(
  members: readonly M[] | undefined,
  identity: string,
): M | undefined {
  return members?.find((member) => member.name.toLowerCase() === identity);
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
  const members = new Map(inherited.map((member) => [member.name.toLowerCase(), member]));
  for (const member of own) members.set(member.name.toLowerCase(), member);
  return [...members.values()];
}
