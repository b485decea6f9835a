/** First pass: what is declared where, before anything is looked up. */
import type {
  ClassDeclaration,
  Declaration,
  Dialect,
  InstanceDeclaration,
  MofDocument,
  MofSet,
  PragmaDirective,
  QualifierDeclaration,
} from "../ast/index.ts";
import type { Source } from "../source/index.ts";
import { identityOf, type NamespaceName, readNamespace } from "./namespace.ts";

/** A class declaration and where it stands. */
export interface DeclaredClass {
  readonly node: ClassDeclaration;
  readonly source: Source;
  readonly namespace: string;
  /** Stated for an amendment. */
  readonly locale?: number;
}

export interface DeclaredInstance {
  readonly node: InstanceDeclaration;
  readonly source: Source;
  readonly namespace: string;
}

export interface DeclaredQualifier {
  readonly node: QualifierDeclaration;
  readonly source: Source;
  readonly namespace: string;
}

/** Everything declared, by identity. */
export interface Declared {
  /** Usually one declaration each; more are duplicates. */
  readonly classes: ReadonlyMap<string, readonly DeclaredClass[]>;
  /** The same class's amendments, one for each locale and place. */
  readonly amendments: ReadonlyMap<string, readonly DeclaredClass[]>;
  readonly instances: readonly DeclaredInstance[];
  readonly qualifiers: readonly DeclaredQualifier[];
  readonly dialects: ReadonlyMap<Source, Dialect>;
}

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
  /** The namespace in force. */
  current: NamespaceName;
}

class Collector implements Declared {
  readonly classes = new Map<string, DeclaredClass[]>();
  readonly amendments = new Map<string, DeclaredClass[]>();
  readonly instances: DeclaredInstance[] = [];
  readonly qualifiers: DeclaredQualifier[] = [];
  readonly dialects = new Map<Source, Dialect>();
  private readonly set: MofSet;
  private readonly defaultNamespace: string | undefined;
  private readonly walked: Set<MofDocument>;

  constructor(set: MofSet, defaultNamespace: string | undefined) {
    this.set = set;
    this.defaultNamespace = defaultNamespace;
    this.walked = new Set(set.roots);
  }

  walk(): void {
    for (const root of this.set.roots) {
      const namespace = this.defaultNamespace ?? defaultNamespaceOf(this.dialectOf(root));
      this.walkRoot(this.enter(root, { namespace }));
    }
  }

  /** Files include each other in long chains: those being walked are a list, the innermost last. */
  private walkRoot(root: Walk): void {
    const walks = [root];
    for (let walk = walks.at(-1); walk; walk = walks.at(-1)) {
      const node = walk.rest.next().value;
      if (!node) {
        walks.pop();
      } else if (node.kind === "pragma") {
        walk.current = namespaceAfter(node, walk.current);
        const included = this.set.includes.get(node);
        if (!included || this.walked.has(included)) continue;
        this.walked.add(included);
        walks.push(this.enter(included, walk.current));
      } else {
        this.declare(node, walk);
      }
    }
  }

  private enter(document: MofDocument, current: NamespaceName): Walk {
    const { source, declarations } = document;
    this.dialects.set(source, this.dialectOf(document));
    return { source, rest: declarations[Symbol.iterator](), current };
  }

  private dialectOf(document: MofDocument): Dialect {
    return document.dialect ?? this.set.dialect ?? "dmtf";
  }

  private declare(node: Exclude<Declaration, PragmaDirective>, { source, current }: Walk): void {
    const { namespace } = current;
    if (node.kind === "class") {
      const locale = amendedLocale(node, current);
      const identity = identityOf(namespace, node.name.text);
      if (locale === undefined) add(this.classes, identity, { node, source, namespace });
      else add(this.amendments, identity, { node, source, namespace, locale });
    } else if (node.kind === "instance") {
      this.instances.push({ node, source, namespace });
    } else {
      this.qualifiers.push({ node, source, namespace });
    }
  }
}

function namespaceAfter(node: PragmaDirective, current: NamespaceName): NamespaceName {
  const [parameter] = node.parameters;
  if (node.name.text.toLowerCase() !== "namespace" || parameter?.kind !== "string") return current;
  return readNamespace(parameter.value, current);
}

/** A partial class says AMENDMENT, stands in a locale's namespace, or both. */
function amendedLocale(node: ClassDeclaration, current: NamespaceName): number | undefined {
  const named = (name: string) =>
    node.qualifiers.find((qualifier) => qualifier.name.text.toLowerCase() === name);
  const stated = named("locale")?.value;
  if (named("amendment") === undefined && current.locale === undefined) return undefined;
  return stated?.kind === "integer" ? Number(stated.value) : (current.locale ?? 0);
}

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
