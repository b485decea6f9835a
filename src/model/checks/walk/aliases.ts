import type { Name, Value } from "../../../ast/index.ts";
import type { Source } from "../../../source/index.ts";
import type { Analysis } from "../../analysis.ts";

/** Where an alias is declared, and for an instance of which class; a class may have one too. */
export interface DeclaredAlias {
  readonly name: Name;
  readonly source: Source;
  readonly namespace: string;
  readonly className: string | undefined;
}

/** The aliases of every file in lower case: an alias holds inside its file (DSP0004 7.8.1). */
export function aliasesOf(analysis: Analysis): ReadonlyMap<Source, AliasesOfFile> {
  const files = new Map<Source, Map<string, DeclaredAlias[]>>();
  const add = (alias: DeclaredAlias): void => {
    const file = files.get(alias.source) ?? new Map<string, DeclaredAlias[]>();
    files.set(alias.source, file);
    const identity = alias.name.text.toLowerCase();
    const declared = file.get(identity);
    if (declared) declared.push(alias);
    else file.set(identity, [alias]);
  };
  for (const { declared } of analysis.classes) {
    const { node, source, namespace } = declared;
    if (node.alias) add({ name: node.alias, source, namespace, className: undefined });
  }
  for (const { instance, node: root, source } of analysis.instances) {
    const values: Value[] = [root];
    for (let node = values.pop(); node; node = values.pop()) {
      if (node.kind === "array") for (const item of node.items) values.push(item);
      if (node.kind !== "instance") continue;
      const { namespace } = instance;
      const className = node.className.text;
      if (node.alias) add({ name: node.alias, source, namespace, className });
      for (const { value } of node.assignments) if (mayHold(value)) values.push(value);
    }
  }
  return files;
}

/** The declarations of each alias of one file. */
export type AliasesOfFile = ReadonlyMap<string, readonly DeclaredAlias[]>;

function mayHold({ kind }: Value): boolean {
  return kind === "array" || kind === "instance";
}
