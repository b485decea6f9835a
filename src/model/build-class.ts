/** Second pass: a class with its superclass, its amendments and its members. */
import type { ClassDeclaration } from "../ast/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { AmendedMembers } from "./amended-members.ts";
import type { DeclaredClass } from "./declared.ts";
import type { ClassNamer } from "./element-type.ts";
import { rememberMembers } from "./find-member.ts";
import type { OverlaidMembers } from "./overlays/overlaid-members.ts";
import { ownMembers, type OwnMembers, type Part } from "./own-members.ts";
import type { QualifierFinder } from "./qualifier-types.ts";
import { isSet, qualifiersOf, textOf } from "./qualifiers.ts";
import type { CimClass, CimProperty, Qualifiers } from "./schema.ts";
import type { Mutable } from "./typed-element.ts";

/** What a class is built from beside its declaration. */
export interface ClassContext {
  readonly superclass?: CimClass;
  /** Whether no source declares it. */
  readonly builtin: boolean;
  /** Declarations of further members. */
  readonly partials: readonly DeclaredClass[];
  /** The most wanted last. */
  readonly amendments: readonly ClassDeclaration[];
  /** What pages say of the class and its members, which counts where nobody else says it. */
  readonly added: readonly ClassDeclaration[];
  /** What overlays state. */
  readonly overlaid: OverlaidMembers | undefined;
  readonly classNamed: ClassNamer;
  readonly qualifierNamed: QualifierFinder;
  readonly diagnostics: Diagnostic[];
}

/** Builds one class; its superclass has been built before. */
export function buildClass(declared: DeclaredClass, context: ClassContext): CimClass {
  const { node, source, namespace } = declared;
  const { superclass, qualifierNamed } = context;
  const name = node.name.text;
  const own = ownMembers(partsOf(declared, context), superclass);
  const properties = effective(superclass?.properties ?? [], own.properties);
  const lists = {
    inherited: superclass?.qualifiers,
    own: node.qualifiers,
    amended: context.amendments.map((amendment) => amendment.qualifiers),
    added: context.added.map((page) => page.qualifiers),
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

/** The declaration and its partial ones, each with the source that its members stand in. */
function partsOf(declared: DeclaredClass, context: ClassContext): readonly Part[] {
  const { classNamed, qualifierNamed, diagnostics, partials, overlaid } = context;
  const base = {
    className: declared.node.name.text,
    amended: new AmendedMembers(context.amendments),
    added: new AmendedMembers(context.added),
    overlaid,
    classNamed,
    qualifierNamed,
    diagnostics,
  };
  return [declared, ...partials].map(({ node, source, page = false }) => ({
    node,
    context: { ...base, source, page },
  }));
}

function isInherited(qualifiers: Qualifiers, name: string): boolean {
  return qualifiers.get(name)?.inherited === true;
}

function keysOf(properties: readonly CimProperty[]): readonly string[] {
  return properties.filter((property) => property.key).map((property) => property.name);
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
