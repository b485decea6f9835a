/** What `instance of` declarations mean. */
import type { InstanceDeclaration, Value } from "../ast/index.ts";
import { diagnose, type Diagnostic } from "../diagnostics/index.ts";
import type { AnalysedInstance } from "./analysis.ts";
import type { Declared, DeclaredInstance } from "./collect.ts";
import { constantOf } from "./constants.ts";
import type { CimClass, CimConstant, SchemaInstance } from "./schema.ts";

/** Builds the instances in the order of the sources; an alias may be declared after it is used. */
export function buildInstances(
  declared: Declared,
  classNamed: (namespace: string, name: string) => CimClass | undefined,
  diagnostics: Diagnostic[],
): AnalysedInstance[] {
  const aliases = aliasesOf(declared);
  return declared.instances.map((each) => {
    const { node, source, namespace } = each;
    const cls = classNamed(namespace, node.className.text);
    const instance = buildInstance(each, aliases, diagnostics);
    return { instance, node, source, ...(cls && { cls }) };
  });
}

/** The aliases of instances, nested ones too, and of classes, in lower case. */
function aliasesOf({ instances, classes }: Declared): ReadonlySet<string> {
  const found = [...classes.values()].flat().map(({ node }) => node.alias);
  const values: Value[] = instances.map(({ node }) => node);
  for (let value = values.pop(); value; value = values.pop()) {
    if (value.kind === "instance") found.push(value.alias);
    for (const child of childrenOf(value)) values.push(child);
  }
  return new Set(found.flatMap((alias) => (alias ? [alias.text.toLowerCase()] : [])));
}

function childrenOf(value: Value): readonly Value[] {
  if (value.kind === "array") return value.items;
  return value.kind === "instance" ? value.assignments.map((each) => each.value) : [];
}

function buildInstance(
  declared: DeclaredInstance,
  aliases: ReadonlySet<string>,
  diagnostics: Diagnostic[],
): SchemaInstance {
  const { node, source, namespace } = declared;
  const values = new Map<string, CimConstant>();
  for (const { name, value } of node.assignments) {
    for (const { text, start, end } of aliasesIn(value)) {
      if (aliases.has(text.toLowerCase())) continue;
      const location = { source, span: { start, end } };
      diagnostics.push(diagnose("unknown-alias", { alias: text }, location));
    }
    const nested = (instance: InstanceDeclaration): SchemaInstance =>
      buildInstance({ node: instance, source, namespace }, aliases, diagnostics);
    values.set(name.text, constantOf(value, nested));
  }
  const { start, end } = node.className;
  return {
    kind: "instance",
    className: node.className.text,
    namespace,
    ...(node.alias && { alias: node.alias.text }),
    values,
    location: { source, span: { start, end } },
  };
}

/** The aliases that a value uses itself; those in a nested instance are that instance's. */
function aliasesIn(value: Value): readonly Extract<Value, { kind: "alias" }>[] {
  if (value.kind === "array") return value.items.flatMap(aliasesIn);
  return value.kind === "alias" ? [value] : [];
}
