/** Second pass, inside a class: the members that it declares itself, whatever sources they stand in. */
import type { ClassDeclaration, Feature } from "../ast/index.ts";
import { diagnose } from "../diagnostics/index.ts";
import { buildMethod, buildProperty } from "./build-members.ts";
import { findMethod, findProperty } from "./find-member.ts";
import type { CimClass, CimMethod, CimProperty } from "./schema.ts";
import { locationIn, type MemberContext } from "./typed-element.ts";

/** The own members of one kind. */
export interface OwnMembers<M> {
  /** In lower case. */
  readonly byName: Map<string, M>;
  /** What is overridden, and what stands in its place. */
  readonly replaced: Map<M, M>;
}

/** The own members of a class. */
export interface Members {
  readonly properties: OwnMembers<CimProperty>;
  readonly methods: OwnMembers<CimMethod>;
}

/** A declaration, and what its members are built from. */
export interface Part {
  readonly node: ClassDeclaration;
  readonly context: MemberContext;
}

/**
 * Builds what the parts of a class declare, in their order. What one of them declares twice is a
 * mistake; what another has declared before is the same member, of which more is said.
 */
export function ownMembers(parts: readonly Part[], superclass: CimClass | undefined): Members {
  const members: Members = {
    properties: { byName: new Map(), replaced: new Map() },
    methods: { byName: new Map(), replaced: new Map() },
  };
  for (const part of parts) addPart(members, part, superclass);
  return members;
}

function addPart(
  { properties, methods }: Members,
  { node, context }: Part,
  superclass: CimClass | undefined,
): void {
  const built = new Set<CimProperty | CimMethod>();
  for (const feature of node.features) {
    const identity = feature.name.text.toLowerCase();
    const before =
      feature.kind === "property" ? properties.byName.get(identity) : methods.byName.get(identity);
    if (before) {
      if (built.has(before)) reportDuplicate(feature, before, context);
    } else if (feature.kind === "property") {
      const inherited = findProperty(superclass, identity);
      const property = buildProperty(feature, inherited, context);
      built.add(property);
      add(properties, identity, inherited, property);
    } else {
      const inherited = findMethod(superclass, identity);
      const method = buildMethod(feature, inherited, context);
      built.add(method);
      add(methods, identity, inherited, method);
    }
  }
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
  const { className } = context;
  const location = locationIn(context, feature.name);
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
