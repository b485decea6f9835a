import type { ClassDeclaration, MofSet } from "../ast/index.ts";
import { diagnose, type Diagnostic, type Outcome } from "../diagnostics/index.ts";
import type { Location, Span } from "../source/index.ts";
import { buildClass } from "./build-class.ts";
import { buildInstances } from "./build-instances.ts";
import { collect, type Declared, type DeclaredClass } from "./collect.ts";
import { ENGLISH } from "./locale.ts";
import { identityOf, readNamespace } from "./namespace.ts";
import type { CimClass, Schema } from "./schema.ts";

/** How a schema is made of documents. */
export interface ResolveOptions {
  /** The namespace of declarations before any `#pragma namespace`; `root/cimv2` unless stated. */
  readonly defaultNamespace?: string;
  /** The locale whose amendments are merged, as a number; English (0x409) unless stated. */
  readonly locale?: number;
}

/**
 * Finds out what documents mean together: the order of declarations and of files does
 * not matter. Classes whose superclass is unknown are kept without what they inherit.
 */
export function resolve(set: MofSet, options: ResolveOptions = {}): Outcome<Schema> {
  const defaultNamespace = readNamespace(options.defaultNamespace ?? "root/cimv2", {
    namespace: "root",
  }).namespace;
  const declared = collect(set, defaultNamespace);
  const resolver = new Resolver(declared, options.locale ?? ENGLISH);
  const classes = resolver.classes();
  const { diagnostics } = resolver;
  const instances = buildInstances(declared, diagnostics);
  return { value: { classes, instances, qualifierTypes: [] }, diagnostics };
}

/**
 * A class holds all that it inherits. The deepest schemas have some fifteen levels; more
 * than this is an attempt to exhaust memory.
 */
const DEEPEST = 200;

class Resolver {
  readonly diagnostics: Diagnostic[] = [];
  private readonly declared: Declared;
  private readonly locale: number;
  private readonly built = new Map<string, CimClass>();
  /** How many superclasses stand above a class. */
  private readonly depths = new Map<CimClass, number>();
  /** Identities by name alone, for superclasses and targets in other namespaces. */
  private readonly named = new Map<string, string>();

  constructor(declared: Declared, locale: number) {
    this.declared = declared;
    this.locale = locale;
    for (const [identity, [first]] of declared.classes) {
      const name = first?.node.name.text.toLowerCase();
      if (name !== undefined && !this.named.has(name)) this.named.set(name, identity);
    }
  }

  classes(): CimClass[] {
    for (const [identity, declarations] of this.declared.classes) {
      this.reportDuplicates(declarations);
      this.build(identity);
    }
    this.reportLoneAmendments();
    return [...this.built.values()].sort(
      (a, b) => order(a.namespace, b.namespace) || order(a.name, b.name),
    );
  }

  /** Builds a class after its superclasses, without recursion: chains may be long. */
  private build(identity: string): void {
    const chain = new Map<string, DeclaredClass>();
    for (let next: string | undefined = identity; next !== undefined;) {
      const declared: DeclaredClass | undefined = this.declared.classes.get(next)?.[0];
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
    const superclass = this.superclassOf(declared);
    const built = buildClass(declared, {
      ...(superclass && { superclass }),
      amendments: this.amendmentsOf(identity),
      classNamed: (name) => this.classNamed(declared.namespace, name),
      diagnostics: this.diagnostics,
    });
    this.built.set(identity, built);
    this.depths.set(built, superclass ? (this.depths.get(superclass) ?? 0) + 1 : 0);
  }

  /** The superclass as it was built, unless there is something to say about it. */
  private superclassOf(declared: DeclaredClass): CimClass | undefined {
    const { node, source } = declared;
    if (!node.superclass) return undefined;
    const name = node.name.text;
    const identity = this.superclassIdentity(declared);
    const superclass = this.built.get(identity ?? "");
    const location = { source, span: spanOf(node.superclass) };
    if (identity === undefined) {
      const sentence = { name, superclass: node.superclass.text };
      this.diagnostics.push(diagnose("unknown-superclass", sentence, location));
    } else if (superclass && this.depths.get(superclass) === DEEPEST) {
      const sentence = { name, limit: DEEPEST };
      this.diagnostics.push(diagnose("too-many-superclasses", sentence, location));
      return undefined;
    }
    return superclass;
  }

  private superclassIdentity({ node, namespace }: DeclaredClass): string | undefined {
    return node.superclass && this.find(namespace, node.superclass.text);
  }

  /** A class of the same namespace, otherwise one of that name in any other. */
  private find(namespace: string, name: string): string | undefined {
    const identity = identityOf(namespace, name);
    if (this.declared.classes.has(identity)) return identity;
    return this.named.get(name.toLowerCase());
  }

  private classNamed(namespace: string, name: string): string | undefined {
    const identity = this.find(namespace, name);
    return identity === undefined
      ? undefined
      : this.declared.classes.get(identity)?.[0]?.node.name.text;
  }

  /** The amendments of the wanted locale; without any, English, then whatever there is. */
  private amendmentsOf(identity: string): readonly ClassDeclaration[] {
    const all = this.declared.amendments.get(identity) ?? [];
    for (const wanted of [this.locale, ENGLISH, all[0]?.locale]) {
      const found = all.filter((amendment) => amendment.locale === wanted);
      if (found.length > 0) return found.map((amendment) => amendment.node);
    }
    return [];
  }

  private reportDuplicates(declarations: readonly DeclaredClass[]): void {
    const [first, ...others] = declarations;
    if (!first) return;
    const related = [{ message: "first declared here", location: nameLocation(first) }];
    for (const other of others) {
      const sentence = { name: other.node.name.text, namespace: other.namespace };
      this.diagnostics.push(diagnose("duplicate-class", sentence, nameLocation(other), related));
    }
  }

  private reportCycle(chain: readonly DeclaredClass[]): void {
    const [first] = chain;
    if (!first) return;
    const names = [...chain, first].map((step) => step.node.name.text);
    this.diagnostics.push(diagnose("superclass-cycle", { chain: names }, nameLocation(first)));
  }

  private reportLoneAmendments(): void {
    for (const [identity, [first]] of this.declared.amendments) {
      if (!first || this.declared.classes.has(identity)) continue;
      const sentence = { name: first.node.name.text, namespace: first.namespace };
      this.diagnostics.push(diagnose("amendment-without-class", sentence, nameLocation(first)));
    }
  }
}

function nameLocation({ node, source }: DeclaredClass): Location {
  return { source, span: spanOf(node.name) };
}

/** Nodes are spans with much more in them; a location keeps none of it alive. */
function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** Without regard to case first, so that the order is that of identity. */
function order(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
