/** Which class each documentation page describes. */
import type { MofDocument } from "../../ast/index.ts";
import { diagnose, type Diagnostic } from "../../diagnostics/index.ts";
import { addTo } from "../add-to.ts";
import type { DeclaredClass } from "../declared.ts";
import { homesOf } from "../homes.ts";
import { identityOf, readNamespace } from "../namespace.ts";

const NONE: ReadonlyMap<string, readonly DeclaredClass[]> = new Map();

/**
 * Finds the class that each page describes: by namespace and name, or by name alone where only
 * one namespace has the class. A page about a class that nobody declares describes nothing.
 *
 * @param classes - what the sources declare, by identity
 * @returns what the pages declare by the identity of the class, in the order of the pages
 */
export function pagesByClass(
  documentation: readonly MofDocument[],
  classes: ReadonlyMap<string, readonly DeclaredClass[]>,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, readonly DeclaredClass[]> {
  if (documentation.length === 0) return NONE;
  const homes = homesOf(classes);
  const before = diagnostics.length;
  const found = new Map<string, DeclaredClass[]>();
  for (const { page, stated } of documentation.flatMap(pagesIn)) {
    const { node, source, namespace } = page;
    const name = node.name.text;
    const [home, ...others] = homes.get(name.toLowerCase()) ?? [];
    if (!home) continue;
    const identity = identityOf(namespace, name);
    const span = { start: node.name.start, end: node.name.end };
    if (stated && classes.has(identity)) {
      addTo(found, identity, page);
    } else if (others.length > 0) {
      const sentence = { name, homes: [home, ...others].map((each) => each.namespace) };
      diagnostics.push(diagnose("documentation-ambiguous-class", sentence, { source, span }));
    } else {
      addTo(found, identityOf(home.namespace, name), page);
      if (!stated) continue;
      const sentence = { name, namespace, home: home.namespace };
      diagnostics.push(diagnose("documentation-other-namespace", sentence, { source, span }));
    }
  }
  // A page that could be about several classes was told of.
  if (found.size === 0 && diagnostics.length === before) {
    diagnostics.push(diagnose("documentation-unused", { pages: documentation.length }));
  }
  return found;
}

/** A class as a page declares it. */
interface FoundPage {
  readonly page: DeclaredClass;
  /** Whether the page says in which namespace. */
  readonly stated: boolean;
}

function pagesIn({ source, declarations }: MofDocument): readonly FoundPage[] {
  const pages: FoundPage[] = [];
  let current: string | undefined;
  for (const node of declarations) {
    if (node.kind === "class") {
      const page = { node, source, namespace: current ?? "", page: true } as const;
      pages.push({ page, stated: current !== undefined });
    } else if (node.kind === "pragma" && node.name.text.toLowerCase() === "namespace") {
      const [parameter] = node.parameters;
      if (parameter?.kind !== "string") continue;
      current = readNamespace(parameter.value, { namespace: current ?? "" }).namespace;
    }
  }
  return pages;
}
