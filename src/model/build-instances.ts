/** What `instance of` declarations mean. */
import type { InstanceDeclaration, Value } from "../ast/index.ts";
import { diagnose, type Diagnostic } from "../diagnostics/index.ts";
import type { Source } from "../source/index.ts";
import type { AnalysedInstance } from "./analysis.ts";
import type { Declared } from "./declared.ts";
import { findProperty } from "./find-member.ts";
import type { CimClass, CimConstant, SchemaInstance } from "./schema.ts";
import { systemProperties } from "./system-properties.ts";
import { typedConstant, type ValueContext, type ValuedType } from "./typed-constant.ts";

type ClassFinder = (namespace: string, name: string) => CimClass | undefined;

/** Builds the instances in the order of the sources; an alias may be declared after it is used. */
export function buildInstances(
  declared: Declared,
  classNamed: ClassFinder,
  diagnostics: Diagnostic[],
): AnalysedInstance[] {
  const builder = new InstanceBuilder(aliasesOf(declared), classNamed, diagnostics);
  return declared.instances.map(({ node, source, namespace }) => {
    const cls = builder.classOf(namespace, node);
    const instance = builder.build(node, source, namespace);
    return { instance, node, source, ...(cls && { cls }) };
  });
}

/** The aliases of instances, nested ones too, and of classes, in lower case. */
function aliasesOf({ instances, classes }: Declared): ReadonlySet<string> {
  const found = [...classes.values()].flat().map(({ node }) => node.alias);
  const values: Value[] = [];
  for (const { node } of instances) {
    values.push(node);
    for (let value = values.pop(); value; value = values.pop()) {
      if (value.kind === "array") for (const item of value.items) values.push(item);
      if (value.kind !== "instance") continue;
      if (value.alias) found.push(value.alias);
      for (const assignment of value.assignments) values.push(assignment.value);
    }
  }
  return new Set(found.flatMap((alias) => (alias ? [alias.text.toLowerCase()] : [])));
}

/** There may be a million instances of a few classes: what is looked up once is kept. */
class InstanceBuilder {
  private readonly aliases: ReadonlySet<string>;
  private readonly classNamed: ClassFinder;
  private readonly diagnostics: Diagnostic[];
  private readonly classes = new Map<string, Map<string, CimClass | undefined>>();
  private readonly types = new Map<CimClass, Map<string, ValuedType | undefined>>();

  constructor(aliases: ReadonlySet<string>, classNamed: ClassFinder, diagnostics: Diagnostic[]) {
    this.aliases = aliases;
    this.classNamed = classNamed;
    this.diagnostics = diagnostics;
  }

  classOf(namespace: string, { className: { text } }: InstanceDeclaration): CimClass | undefined {
    const known = inner(this.classes, namespace);
    if (!known.has(text)) known.set(text, this.classNamed(namespace, text));
    return known.get(text);
  }

  build(node: InstanceDeclaration, source: Source, namespace: string): SchemaInstance {
    const { className, alias, assignments } = node;
    const cls = this.classOf(namespace, node);
    const values = assignments.length === 0 ? NO_VALUES : new Map<string, CimConstant>();
    const context = this.contextIn(source, namespace);
    for (const { name, value } of assignments) {
      values.set(name.text, typedConstant(value, this.typeOf(cls, name.text), context));
    }
    return {
      kind: "instance",
      className: className.text,
      namespace,
      ...(alias && { alias: alias.text }),
      values,
      // A name is a leaf of the tree: as a span it keeps nothing else alive.
      location: { source, span: className },
    };
  }

  private contextIn(source: Source, namespace: string): ValueContext {
    return {
      nested: (node) => this.build(node, source, namespace),
      alias: ({ text, start, end }) => {
        if (this.aliases.has(text.toLowerCase())) return;
        const location = { source, span: { start, end } };
        this.diagnostics.push(diagnose("unknown-alias", { alias: text }, location));
      },
    };
  }

  private typeOf(cls: CimClass | undefined, name: string): ValuedType | undefined {
    if (!cls) return systemProperty(name);
    const known = inner(this.types, cls);
    if (!known.has(name)) known.set(name, findProperty(cls, name) ?? systemProperty(name));
    return known.get(name);
  }
}

function systemProperty(name: string): ValuedType | undefined {
  const type = systemProperties.get(name.toLowerCase());
  return type && { type };
}

function inner<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  let map = maps.get(key);
  if (!map) {
    map = new Map<L, V>();
    maps.set(key, map);
  }
  return map;
}

/** Shared by all instances without values. */
const NO_VALUES = new Map<string, CimConstant>();
