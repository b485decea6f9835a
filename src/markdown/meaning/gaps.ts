/** What all pages of a class together leave out. */
import { diagnose, type Diagnostic } from "../../diagnostics/index.ts";
import { type ClassPages, fileOf } from "./join.ts";
import type { Described } from "./merge.ts";
import { identityOf } from "./name.ts";

/** No page says which namespace the class is in. System classes are in all of them. */
export function withoutNamespace({
  className,
  namespace,
  ...all
}: ClassPages): readonly Diagnostic[] {
  const placed = all.pages[0] ?? [...all.methods.values()][0]?.[0];
  if (namespace !== undefined || !placed || className.startsWith("__")) return [];
  const location = { source: placed.page.source, span: placed.node.name };
  return [diagnose("page-without-namespace", { className }, location)];
}

/** There are only pages of methods. */
export function withoutClass({ className, methods }: ClassPages): readonly Diagnostic[] {
  const names = [...methods.values()].flatMap(([page]) => page?.node.features[0]?.name.text ?? []);
  const first = [...methods.values()][0]?.[0];
  if (!first) return [];
  const location = { source: first.page.source, span: first.node.name };
  return [diagnose("page-class-missing", { className, names }, location)];
}

/** The table of methods names some whose signature stands nowhere. */
export function withoutDeclaration(
  { className, pages, methods }: ClassPages,
  described: readonly Described[],
): readonly Diagnostic[] {
  const members = described.flatMap(({ node }) => node.features);
  const declared = new Set([
    ...members.map(({ name }) => identityOf(name.text)),
    ...methods.keys(),
  ]);
  const files = new Set([...methods.values()].flat().map(({ page }) => fileOf(page.source.name)));
  for (const { page } of pages) {
    const unknown = page.methods.filter(({ name, link }) => {
      const isLinked = link !== undefined && files.has(fileOf(link));
      return !isLinked && !declared.has(identityOf(name.text));
    });
    const [first] = unknown;
    if (!first) continue;
    const location = { source: page.source, span: first.name };
    const names = unknown.map(({ name }) => name.text);
    return [diagnose("page-method-unknown", { className, names }, location)];
  }
  return [];
}
