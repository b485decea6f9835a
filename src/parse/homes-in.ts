/** In which namespaces documents say that their classes are. */
import type { MofDocument } from "../ast/index.ts";

/** By name in lower case: namespaces in lower case, and `undefined` where a document states none. */
export type Homes = ReadonlyMap<string, ReadonlySet<string | undefined>>;

export function homesIn(documents: readonly MofDocument[]): Homes {
  const homes = new Map<string, Set<string | undefined>>();
  for (const { name, namespace } of documents.flatMap(classesIn)) {
    const known = homes.get(name);
    if (known) known.add(namespace);
    else homes.set(name, new Set([namespace]));
  }
  return homes;
}

/** A class, and the namespace that its document states. */
export interface StatedClass {
  readonly name: string;
  readonly namespace: string | undefined;
}

/** What a document declares in which namespace, as far as it states that by itself. */
export function classesIn({ declarations }: MofDocument): readonly StatedClass[] {
  const found: StatedClass[] = [];
  let namespace: string | undefined;
  for (const node of declarations) {
    if (node.kind === "class") found.push({ name: node.name.text.toLowerCase(), namespace });
    if (node.kind !== "pragma" || node.name.text.toLowerCase() !== "namespace") continue;
    const [parameter] = node.parameters;
    namespace = parameter?.kind === "string" ? namespaceIn(parameter.value) : undefined;
  }
  return found;
}

/** `//./root/x`, `\\host\root\x`, `root\x`; what begins elsewhere depends on what stands before. */
function namespaceIn(text: string): string | undefined {
  const path = text
    .trim()
    .toLowerCase()
    .replace(/[\\/]+/g, "/");
  return /^(?:\/[^/]+\/)?(root(?:\/.*)?)$/.exec(path)?.[1]?.replace(/\/$/, "");
}
