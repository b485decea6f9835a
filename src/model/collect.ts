/** First pass: what is declared where, before anything is looked up. */
import type {
  ClassDeclaration,
  Declaration,
  Dialect,
  MofDocument,
  MofSet,
  PragmaDirective,
  TypeDeclaration,
} from "../ast/index.ts";
import { diagnose, type Diagnostic } from "../diagnostics/index.ts";
import { localeNumber, type Location, type Source } from "../source/index.ts";
import { addTo } from "./add-to.ts";
import { associationAsClass, structureAsClass } from "./as-mof2.ts";
import type {
  Declared,
  DeclaredClass,
  DeclaredInstance,
  DeclaredQualifier,
  DeletedInstance,
} from "./declared.ts";
import { Enumerations } from "./enumerations.ts";
import { identityOf, type NamespaceName, readNamespace } from "./namespace.ts";
import { type FoundPartials, joinPartials } from "./partial-classes.ts";

/** The namespace of declarations before any `#pragma namespace`: one for all, or that of the dialect. */
function defaultNamespaceOf(dialect: Dialect): string {
  return dialect === "wmi" ? "root/default" : "root/cimv2";
}

/** Walks all documents; an included one takes the namespace in force where it is included. */
export function collect(set: MofSet, defaultNamespace: string | undefined): Declared {
  const collector = new Collector(set, defaultNamespace);
  collector.walk();
  return collector;
}

/** A file that is being walked. */
interface Walk {
  readonly source: Source;
  readonly rest: Iterator<Declaration, undefined>;
  readonly page: boolean;
  /** The namespace in force. */
  current: NamespaceName;
  /** Whether a pragma has set it. */
  stated: boolean;
}

class Collector implements Declared {
  readonly classes = new Map<string, DeclaredClass[]>();
  readonly amendments = new Map<string, DeclaredClass[]>();
  partials: ReadonlyMap<string, readonly DeclaredClass[]> = new Map();
  readonly instances: DeclaredInstance[] = [];
  readonly qualifiers: DeclaredQualifier[] = [];
  readonly enumerations = new Enumerations();
  readonly deletedInstances: DeletedInstance[] = [];
  readonly dialects = new Map<Source, Dialect>();
  readonly diagnostics: Diagnostic[] = [];
  private readonly set: MofSet;
  private readonly defaultNamespace: string | undefined;
  /** Of documents that show none. */
  private readonly dialect: Dialect;
  private readonly walked: Set<MofDocument>;
  private readonly foundPartials: FoundPartials = new Map();
  /** What has been declared since the root began, and how many instances there were before. */
  private ofRoot = new Set<DeclaredClass>();
  private firstInstance = 0;
  /** Namespaces by identity, each in the spelling that comes first. */
  private readonly spellings = new Map<string, string>();

  constructor(set: MofSet, defaultNamespace: string | undefined) {
    this.set = set;
    this.defaultNamespace = defaultNamespace;
    const shown = set.roots.find((root) => root.dialect !== undefined)?.dialect;
    this.dialect = set.dialect ?? shown ?? "dmtf";
    this.walked = new Set(set.roots);
  }

  walk(): void {
    for (const root of this.set.roots) {
      const namespace = this.defaultNamespace ?? defaultNamespaceOf(this.dialectOf(root));
      this.beginRoot();
      this.walkRoot(this.enter(root, { namespace }, false));
    }
    this.partials = joinPartials(this.classes, this.foundPartials);
  }

  /**
   * A root is compiled by itself: what it deletes is what it, or a file that it includes,
   * has declared before. A folder may hold the file that removes what another one brings.
   */
  private beginRoot(): void {
    this.ofRoot = new Set();
    this.firstInstance = this.instances.length;
  }

  /** Files include each other in long chains: those being walked are a list, the innermost last. */
  private walkRoot(root: Walk): void {
    const walks = [root];
    for (let walk = walks.at(-1); walk; walk = walks.at(-1)) {
      const node = walk.rest.next().value;
      if (!node) {
        walks.pop();
      } else if (node.kind === "pragma") {
        this.obey(node, walk);
        const included = this.set.includes.get(node);
        if (!included || this.walked.has(included)) continue;
        this.walked.add(included);
        walks.push(this.enter(included, walk.current, walk.stated));
      } else {
        this.declare(node, walk);
      }
    }
  }

  private enter(document: MofDocument, current: NamespaceName, stated: boolean): Walk {
    const { source, declarations, page = false } = document;
    this.dialects.set(source, this.dialectOf(document));
    return { source, rest: declarations[Symbol.iterator](), page, current, stated };
  }

  private spelt(name: NamespaceName): NamespaceName {
    const identity = name.namespace.toLowerCase();
    const first = this.spellings.get(identity) ?? name.namespace;
    this.spellings.set(identity, first);
    return { ...name, namespace: first };
  }

  private dialectOf(document: MofDocument): Dialect {
    return document.dialect ?? this.dialect;
  }

  private obey(node: PragmaDirective, walk: Walk): void {
    const [parameter] = node.parameters;
    if (parameter?.kind !== "string") return;
    const { value, start, end } = parameter;
    const location = { source: walk.source, span: { start, end } };
    const stated = hasNofail(node) ? undefined : location;
    switch (node.name.text.toLowerCase()) {
      case "namespace":
        walk.current = this.spelt(readNamespace(value, walk.current));
        walk.stated = true;
        return;
      case "deleteclass":
        this.deleteClass(value, walk.current, stated);
        return;
      case "deleteinstance": {
        const { namespace } = walk.current;
        const range = { from: this.firstInstance, to: this.instances.length };
        const where = { ...range, ...(stated && { location: stated }) };
        this.deletedInstances.push({ path: value, namespace, ...where });
      }
    }
  }

  /** In the namespace of a locale it is the amendment that is deleted. */
  private deleteClass(
    name: string,
    { namespace, locale }: NamespaceName,
    location: Location | undefined,
  ): void {
    const identity = identityOf(namespace, name.trim());
    const all = locale === undefined ? this.classes : this.amendments;
    const before = all.get(identity) ?? [];
    const rest = before.filter((declared) => !this.ofRoot.has(declared));
    const partial = locale === undefined && this.deletePartials(identity);
    if (rest.length > 0) all.set(identity, rest);
    else all.delete(identity);
    if (rest.length === before.length && !partial && location) {
      this.diagnostics.push(diagnose("nothing-to-delete", { name, namespace }, location));
    }
  }

  /** Tells whether there was anything. */
  private deletePartials(identity: string): boolean {
    let any = false;
    for (const [declared, found] of this.foundPartials) {
      if (found.identity !== identity || !this.ofRoot.has(declared)) continue;
      any = this.foundPartials.delete(declared);
    }
    return any;
  }

  private declare(node: Exclude<Declaration, PragmaDirective>, walk: Walk): void {
    const { source, current } = walk;
    // The default one counts as written only where something is declared in it.
    const { namespace } = this.spelt(current);
    switch (node.kind) {
      case "class":
        this.declareClass(associationAsClass(node), walk, namespace);
        this.declareTypes(node.types, walk);
        return;
      case "structure":
        this.declareClass(structureAsClass(node), walk, namespace);
        this.declareTypes(node.types, walk);
        return;
      case "enumeration":
        this.enumerations.add(node, namespace);
        return;
      case "instance":
        this.instances.push({ node, source, namespace });
        return;
      case "qualifier-declaration":
        this.qualifiers.push({ node, source, namespace });
    }
  }

  private declareClass(node: ClassDeclaration, walk: Walk, namespace: string): void {
    const { source, page, current } = walk;
    // Pages show the word AMENDMENT at classes that are none.
    const locale = page ? undefined : amendedLocale(node, current);
    const identity = identityOf(namespace, node.name.text);
    const declared: DeclaredClass = {
      node,
      source,
      namespace,
      ...(locale !== undefined && { locale }),
      ...(page && { page }),
    };
    this.ofRoot.add(declared);
    if (locale !== undefined) addTo(this.amendments, identity, declared);
    else if (!node.partial) addTo(this.classes, identity, declared);
    else this.foundPartials.set(declared, { identity, stated: walk.stated });
  }

  /** What a class declares inside of it is known everywhere: MOF 2 has no such scopes. */
  private declareTypes(types: readonly TypeDeclaration[] = [], walk: Walk): void {
    for (const type of types) this.declare(type, walk);
  }
}

function hasNofail({ parameters }: PragmaDirective): boolean {
  return parameters.some((each) => each.kind === "word" && each.text.toLowerCase() === "nofail");
}

/** An amendment says AMENDMENT, stands in a locale's namespace, or both. */
function amendedLocale(node: ClassDeclaration, current: NamespaceName): number | undefined {
  const named = (name: string) =>
    node.qualifiers.find((qualifier) => qualifier.name.text.toLowerCase() === name);
  const stated = named("locale")?.value;
  if (named("amendment") === undefined && current.locale === undefined) return undefined;
  if (stated?.kind === "integer") return Number(stated.value);
  const known = stated?.kind === "string" ? localeNumber(stated.value) : undefined;
  return known ?? current.locale ?? 0;
}
