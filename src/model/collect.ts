/** First pass: what is declared where, before anything is looked up. */
import type {
  ClassDeclaration,
  InstanceDeclaration,
  MofDocument,
  MofSet,
  PragmaDirective,
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

/** Everything declared, by identity. */
export interface Declared {
  /** Usually one declaration each; more are duplicates. */
  readonly classes: ReadonlyMap<string, readonly DeclaredClass[]>;
  /** The same class's amendments, one for each locale and place. */
  readonly amendments: ReadonlyMap<string, readonly DeclaredClass[]>;
  readonly instances: readonly DeclaredInstance[];
}

/** Walks all documents; an included one takes the namespace in force where it is included. */
export function collect(set: MofSet, defaultNamespace: string): Declared {
  const classes = new Map<string, DeclaredClass[]>();
  const amendments = new Map<string, DeclaredClass[]>();
  const instances: DeclaredInstance[] = [];

  function walk(document: MofDocument, inForce: NamespaceName): void {
    const { source } = document;
    let current = inForce;
    for (const node of document.declarations) {
      if (node.kind === "pragma") {
        current = namespaceAfter(node, current);
        const included = set.includes.get(node);
        if (included) walk(included, current);
      } else if (node.kind === "class") {
        const locale = amendedLocale(node, current);
        const declared = { node, source, namespace: current.namespace };
        const identity = identityOf(current.namespace, node.name.text);
        if (locale === undefined) add(classes, identity, declared);
        else add(amendments, identity, { ...declared, locale });
      } else if (node.kind === "instance") {
        instances.push({ node, source, namespace: current.namespace });
      }
    }
  }

  for (const root of set.roots) walk(root, { namespace: defaultNamespace });
  return { classes, amendments, instances };
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
