/** Second pass: a class with its superclass, its amendments and its members. */
import type { ClassDeclaration, Feature } from "../ast/index.ts";
import { diagnose, type Diagnostic } from "../diagnostics/index.ts";
import type { Location, Source, Span } from "../source/index.ts";
import { AmendedMembers } from "./amended-members.ts";
import { buildMethod, buildProperty } from "./build-members.ts";
import type { DeclaredClass } from "./collect.ts";
import type { ClassNamer } from "./element-type.ts";
import { findMethod, findProperty, rememberMembers } from "./find-member.ts";
import type { QualifierFinder } from "./qualifier-types.ts";
import { isSet, qualifiersOf, textOf } from "./qualifiers.ts";
import type { CimClass, CimMethod, CimProperty, Qualifiers } from "./schema.ts";
import type { MemberContext, Mutable } from "./typed-element.ts";

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
  const { superclass, qualifierNamed } = context;
  const name = node.name.text;
  const own = ownMembers(node, superclass, memberContext(name, source, context));
  const properties = effective(superclass?.properties ?? [], own.properties);
  const lists = {
    inherited: superclass?.qualifiers,
    own: node.qualifiers,
    amended: context.amendments.map((amendment) => amendment.qualifiers),
  };
  const qualifiers = qualifiersOf(lists, qualifierNamed);
  // Thousands of classes: one object that is filled, not several that are merged.
  const cls: Mutable<CimClass> = {
    kind: "class",
    name,
    namespace,
    qualifiers,
    ownProperties: [...own.properties.byName.values()],
    ownMethods: [...own.methods.byName.values()],
    properties,
    methods: effective(superclass?.methods ?? [], own.methods),
    keys: own.properties.byName.size === 0 && superclass ? superclass.keys : keysOf(properties),
    // Whatever flavors a source gives it: a subclass of an abstract class need not be abstract.
    abstract: isSet(qualifiers, "abstract") && !isInherited(qualifiers, "abstract"),
    // Association and Indication reach the subclasses (DSP0004 5.6.3.3, 5.6.3.24).
    association: isSet(qualifiers, "association") || superclass?.association === true,
    indication: isSet(qualifiers, "indication") || superclass?.indication === true,
    singleton: isSet(qualifiers, "singleton") || superclass?.singleton === true,
    location: { source, span: { start: node.name.start, end: node.name.end } },
  };
  addOptional(cls, node, context);
  rememberMembers(cls, own.properties.byName, own.methods.byName);
  return cls;
}

function addOptional(
  cls: Mutable<CimClass>,
  node: ClassDeclaration,
  { superclass, builtin }: ClassContext,
): void {
  if (builtin) cls.builtin = true;
  if (node.alias) cls.alias = node.alias.text;
  if (node.superclass) cls.superclassName = superclass?.name ?? node.superclass.text;
  if (superclass) cls.superclass = superclass;
  // What is said of a superclass is not said of the class, although the qualifier goes on to it.
  if (isInherited(cls.qualifiers, "description")) return;
  const description = textOf(cls.qualifiers, "description");
  if (description !== undefined) cls.description = description;
}

function memberContext(className: string, source: Source, context: ClassContext): MemberContext {
  const { classNamed, qualifierNamed, diagnostics, amendments } = context;
  const amended = new AmendedMembers(amendments);
  return { className, source, amended, classNamed, qualifierNamed, diagnostics };
}

function isInherited(qualifiers: Qualifiers, name: string): boolean {
  return qualifiers.get(name)?.inherited === true;
}

function keysOf(properties: readonly CimProperty[]): readonly string[] {
  return properties.filter((property) => property.key).map((property) => property.name);
}

/** The own members of one kind. */
interface OwnMembers<M> {
  /** In lower case. */
  readonly byName: Map<string, M>;
  /** What is overridden, and what stands in its place. */
  readonly replaced: Map<M, M>;
}

interface Members {
  readonly properties: OwnMembers<CimProperty>;
  readonly methods: OwnMembers<CimMethod>;
}

function ownMembers(
  node: ClassDeclaration,
  superclass: CimClass | undefined,
  context: MemberContext,
): Members {
  const properties: OwnMembers<CimProperty> = { byName: new Map(), replaced: new Map() };
  const methods: OwnMembers<CimMethod> = { byName: new Map(), replaced: new Map() };
  for (const feature of node.features) {
    const identity = feature.name.text.toLowerCase();
    const before =
      feature.kind === "property" ? properties.byName.get(identity) : methods.byName.get(identity);
    if (before) {
      reportDuplicate(feature, before, context);
    } else if (feature.kind === "property") {
      const inherited = findProperty(superclass, identity);
      add(properties, identity, inherited, buildProperty(feature, inherited, context));
    } else {
      const inherited = findMethod(superclass, identity);
      add(methods, identity, inherited, buildMethod(feature, inherited, context));
    }
  }
  return { properties, methods };
}

function add<M>(own: OwnMembers<M>, identity: string, inherited: M | undefined, member: M): void {
  own.byName.set(identity, member);
  if (inherited) own.replaced.set(inherited, member);
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
function effective<M>(inherited: readonly M[], { byName, replaced }: OwnMembers<M>): readonly M[] {
  if (byName.size === 0) return inherited;
  if (replaced.size === 0) return [...inherited, ...byName.values()];
  const members = inherited.map((member) => replaced.get(member) ?? member);
  const placed = new Set(replaced.values());
  for (const member of byName.values()) if (!placed.has(member)) members.push(member);
  return members;
}
