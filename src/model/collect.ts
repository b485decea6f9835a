/** First pass: what is declared where, before anything is looked up. */
import type {
  ClassDeclaration,
  Declaration,
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

  // Files being walked, the innermost last: files may include each other in long chains.
  const walks = set.roots.map((root) => walkOf(root, { namespace: defaultNamespace })).reverse();
  const walked = new Set<MofDocument>(set.roots);
  for (let walk = walks.at(-1); walk; walk = walks.at(-1)) {
    const { source, current } = walk;
    const node = walk.rest.next().value;
    if (!node) {
      walks.pop();
    } else if (node.kind === "pragma") {
      walk.current = namespaceAfter(node, current);
      const included = set.includes.get(node);
      if (included && !walked.has(included)) walks.push(walkOf(included, walk.current));
      if (included) walked.add(included);
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
  return { classes, amendments, instances };
}

/** A file that is being walked. */
interface Walk {
  readonly source: Source;
  readonly rest: Iterator<Declaration, undefined>;
  /** The namespace in force. */
  current: NamespaceName;
}

function walkOf({ source, declarations }: MofDocument, current: NamespaceName): Walk {
  return { source, rest: declarations[Symbol.iterator](), current };
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
