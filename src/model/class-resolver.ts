/** Second pass: classes after their superclasses, whatever the order of their declarations. */
import type { ClassDeclaration } from "../ast/index.ts";
import { diagnose, type Diagnostic } from "../diagnostics/index.ts";
import type { Location, Span } from "../source/index.ts";
import { amendmentsFor } from "./amendments.ts";
import { featuresAsMof2 } from "./as-mof2.ts";
import type { AnalysedClass } from "./analysis.ts";
import { buildClass } from "./build-class.ts";
import type { Declared, DeclaredClass } from "./declared.ts";
import { reportConflicts } from "./documentation/conflicts.ts";
import { textsToAdd } from "./documentation/missing-texts.ts";
import { findMethod, findProperty } from "./find-member.ts";
import { isComplete } from "./lineage.ts";
import { identityOf } from "./namespace.ts";
import type { OverlaidMembers } from "./overlays/overlaid-members.ts";
import type { PlacedOverlay } from "./overlays/overlays-by-class.ts";
import { readOverlays } from "./overlays/read-overlays.ts";
import type { QualifierTypes } from "./qualifier-types.ts";
import { builtinSource, systemClass } from "./read-system-classes.ts";
import type { CimClass } from "./schema.ts";

/** What classes are resolved from. */
export interface ResolverContext {
  readonly declared: Declared;
  readonly types: QualifierTypes;
  /** Pages that describe classes, by identity. */
  readonly documentation: ReadonlyMap<string, readonly DeclaredClass[]>;
  /** What overlays state of classes, by identity. */
  readonly overlays: ReadonlyMap<string, readonly PlacedOverlay[]>;
  /** The locale whose amendments are wanted. */
  readonly locale: number;
  readonly diagnostics: Diagnostic[];
}

/**
 * A class holds all that it inherits. The deepest schemas have some fifteen levels; more
 * than this is an attempt to exhaust memory.
 */
const DEEPEST = 200;

const NO_CLASSES: readonly DeclaredClass[] = [];
const NOTHING_ADDED: readonly ClassDeclaration[] = [];

/** Builds the classes of a set of sources. */
export class ClassResolver {
  private readonly context: ResolverContext;
  private readonly built = new Map<string, CimClass>();
  /** How many superclasses stand above a class. */
  private readonly depths = new Map<CimClass, number>();
  /** Identities by name alone, for superclasses and targets in other namespaces. */
  private readonly named = new Map<string, string>();
  /** System classes that something refers to, each in the namespace that does. */
  private readonly builtin = new Map<string, DeclaredClass>();

  constructor(context: ResolverContext) {
    this.context = context;
    // The first in the order of the schema, as `findClass` has it, not of the sources.
    const namespaces = new Map<string, string>();
    for (const [identity, [first]] of context.declared.classes) {
      if (!first) continue;
      const name = first.node.name.text.toLowerCase();
      const namespace = first.namespace.toLowerCase();
      const before = namespaces.get(name);
      if (before !== undefined && before <= namespace) continue;
      namespaces.set(name, namespace);
      this.named.set(name, identity);
    }
  }

  /** All classes that are declared, and the built-in ones that they need. */
  resolveAll(): {
    readonly classes: readonly AnalysedClass[];
    readonly builtin: readonly CimClass[];
  } {
    const classes: AnalysedClass[] = [];
    for (const [identity, [declared, ...duplicates]] of this.context.declared.classes) {
      if (!declared) continue;
      this.reportDuplicates(declared, duplicates);
      this.build(identity);
      const cls = this.built.get(identity);
      const amendments = this.amendmentsOf(identity);
      const partials = this.context.declared.partials.get(identity) ?? NO_CLASSES;
      if (!cls) continue;
      classes.push({ cls, declared, partials, duplicates, amendments });
      this.reportLoneMembers(cls, amendments);
    }
    this.reportLoneAmendments();
    return { classes, builtin: this.builtinClasses() };
  }

  /** Those that declared classes need; built, they may need others. */
  private builtinClasses(): CimClass[] {
    // A map that grows while it is walked is walked to its end.
    for (const identity of this.builtin.keys()) this.build(identity);
    return [...this.builtin.keys()].flatMap((identity) => this.built.get(identity) ?? []);
  }

  /** The class that a name means in a namespace. */
  classNamed(namespace: string, name: string): CimClass | undefined {
    const identity = this.find(namespace, name);
    if (identity === undefined) return undefined;
    this.build(identity);
    return this.built.get(identity);
  }

  /** Builds a class after its superclasses, without recursion: chains may be long. */
  private build(identity: string): void {
    if (this.built.has(identity)) return;
    const chain = new Map<string, DeclaredClass>();
    for (let next: string | undefined = identity; next !== undefined;) {
      const declared = this.declaredAs(next);
      if (!declared || this.built.has(next)) break;
      if (chain.has(next)) {
        this.reportCycle([...chain.values()].slice([...chain.keys()].indexOf(next)));
        break;
      }
      chain.set(next, declared);
      next = this.superclassIdentity(declared);
    }
    for (const [step, declared] of [...chain].reverse()) this.buildAfterSuperclass(step, declared);
  }

  private buildAfterSuperclass(identity: string, declared: DeclaredClass): void {
    const { diagnostics, types, documentation, declared: all } = this.context;
    const superclass = this.superclassOf(declared);
    const qualifierNamed = types.in(declared.namespace);
    const own = this.asMof2(declared);
    const partials = (all.partials.get(identity) ?? NO_CLASSES).map((each) => this.asMof2(each));
    const pages = documentation.get(identity) ?? NO_CLASSES;
    const overlaid = this.overlaidIn(identity, [own, ...partials], superclass);
    const cls = buildClass(own, {
      ...(superclass && { superclass }),
      builtin: declared.source === builtinSource,
      partials,
      amendments: this.amendmentsOf(identity).map(({ node }) => node),
      added: addedBy(partials, pages, own),
      overlaid,
      classNamed: (name) => this.nameOf(declared.namespace, name),
      qualifierNamed,
      diagnostics,
    });
    this.built.set(identity, cls);
    this.depths.set(cls, superclass ? (this.depths.get(superclass) ?? 0) + 1 : 0);
    if (pages.length > 0) reportConflicts(pages, { cls, overlaid, qualifierNamed, diagnostics });
  }

  private overlaidIn(
    identity: string,
    parts: readonly DeclaredClass[],
    superclass: CimClass | undefined,
  ): OverlaidMembers | undefined {
    const { overlays, diagnostics } = this.context;
    const stated = overlays.get(identity);
    if (!stated) return undefined;
    const features = parts.flatMap(({ node }) => node.features);
    const className = parts[0]?.node.name.text ?? "";
    return readOverlays(stated, { className, features, superclass, diagnostics });
  }

  private asMof2(declared: DeclaredClass): DeclaredClass {
    const { dialects, enumerations } = this.context.declared;
    if (!enumerations.any && dialects.get(declared.source) !== "mof3") return declared;
    const { node, namespace } = declared;
    const find = (name: string) => enumerations.find(namespace, name);
    return { ...declared, node: featuresAsMof2(node, find) };
  }

  /** The superclass as it was built, unless there is something to say about it. */
  private superclassOf(declared: DeclaredClass): CimClass | undefined {
    const { node, source } = declared;
    if (!node.superclass) return undefined;
    const { diagnostics } = this.context;
    const name = node.name.text;
    const identity = this.superclassIdentity(declared);
    const superclass = this.built.get(identity ?? "");
    const location = { source, span: spanOf(node.superclass) };
    if (identity === undefined) {
      const sentence = { name, superclass: node.superclass.text };
      diagnostics.push(diagnose("unknown-superclass", sentence, location));
    } else if (superclass && this.depths.get(superclass) === DEEPEST) {
      const sentence = { name, limit: DEEPEST };
      diagnostics.push(diagnose("too-many-superclasses", sentence, location));
      return undefined;
    }
    return superclass;
  }

  private superclassIdentity({ node, namespace }: DeclaredClass): string | undefined {
    return node.superclass && this.find(namespace, node.superclass.text);
  }

  private declaredAs(identity: string): DeclaredClass | undefined {
    return this.context.declared.classes.get(identity)?.[0] ?? this.builtin.get(identity);
  }

  /**
   * A class of the same namespace, otherwise one of that name in any other, otherwise a
   * system class, which every namespace has.
   */
  private find(namespace: string, name: string): string | undefined {
    const identity = identityOf(namespace, name);
    if (this.context.declared.classes.has(identity) || this.builtin.has(identity)) return identity;
    const key = name.toLowerCase();
    const elsewhere = this.named.get(key);
    if (elsewhere !== undefined) return elsewhere;
    const node = systemClass(key);
    if (!node) return undefined;
    this.builtin.set(identity, { node, source: builtinSource, namespace });
    return identity;
  }

  private nameOf(namespace: string, name: string): string | undefined {
    const identity = this.find(namespace, name);
    return identity === undefined ? undefined : this.declaredAs(identity)?.node.name.text;
  }

  private amendmentsOf(identity: string): readonly DeclaredClass[] {
    const { declared, locale } = this.context;
    return amendmentsFor(locale, declared.amendments.get(identity) ?? []);
  }

  private reportDuplicates(first: DeclaredClass, others: readonly DeclaredClass[]): void {
    if (others.length === 0) return;
    const related = [{ message: "first declared here", location: nameLocation(first) }];
    for (const other of others) {
      const sentence = { name: other.node.name.text, namespace: other.namespace };
      this.report(diagnose("duplicate-class", sentence, nameLocation(other), related));
    }
  }

  private reportCycle(chain: readonly DeclaredClass[]): void {
    const [first] = chain;
    if (!first) return;
    const names = [...chain, first].map((step) => step.node.name.text);
    this.report(diagnose("superclass-cycle", { chain: names }, nameLocation(first)));
  }

  private reportLoneAmendments(): void {
    const { amendments, classes } = this.context.declared;
    for (const [identity, [first]] of amendments) {
      if (!first || classes.has(identity)) continue;
      const sentence = { name: first.node.name.text, namespace: first.namespace };
      this.report(diagnose("amendment-without-class", sentence, nameLocation(first)));
    }
  }

  private reportLoneMembers(cls: CimClass, amendments: readonly DeclaredClass[]): void {
    // Where a superclass is unknown, the member may be one of its own.
    if (!isComplete(cls)) return;
    for (const { node, source } of amendments) {
      for (const { kind, name } of node.features) {
        const found = kind === "method" ? findMethod(cls, name.text) : findProperty(cls, name.text);
        if (found) continue;
        const sentence = { className: cls.name, name: name.text };
        const location = { source, span: spanOf(name) };
        this.report(diagnose("amendment-without-member", sentence, location));
      }
    }
  }

  private report(diagnostic: Diagnostic): void {
    this.context.diagnostics.push(diagnostic);
  }
}

/** What is said of a class elsewhere: what its parts repeat, and what pages describe. */
function addedBy(
  partials: readonly DeclaredClass[],
  pages: readonly DeclaredClass[],
  own: DeclaredClass,
): readonly ClassDeclaration[] {
  if (partials.length === 0 && pages.length === 0) return NOTHING_ADDED;
  const features = [own, ...partials].flatMap(({ node }) => node.features);
  return [
    ...partials.map(({ node }) => ({ ...node, qualifiers: [] })),
    ...pages.map(({ node }) => textsToAdd(node, features)),
  ];
}

function nameLocation({ node, source }: DeclaredClass): Location {
  return { source, span: spanOf(node.name) };
}

/** Nodes are spans with much more in them; a location keeps none of it alive. */
function spanOf({ start, end }: Span): Span {
  return { start, end };
}
