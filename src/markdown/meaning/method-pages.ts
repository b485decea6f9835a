/** Pages of methods, and what the page of their class says about them. */
import type { Feature } from "../../ast/index.ts";
import type { Diagnostic, Outcome } from "../../diagnostics/index.ts";
import type { MethodEntry } from "../page.ts";
import { type ClassPages, fileOf } from "./join.ts";
import {
  byName,
  contradiction,
  contradictions,
  type Described,
  withQualifiers,
  withTexts,
} from "./merge.ts";
import { describeMethod, tableQualifiers } from "./method.ts";
import { identityOf } from "./name.ts";
import type { PageOptions } from "./options.ts";
import type { Placed } from "./place.ts";

/** The pages of one method: the first counts, the others add texts. */
export function describeMethodPages(
  pages: readonly Placed[],
  options: PageOptions,
): Outcome<readonly Described[]> {
  const diagnostics: Diagnostic[] = [];
  const [first, ...others] = pages.map((placed): Described => {
    const features = placed.node.features.map((feature): Feature => {
      if (feature.kind === "property") return feature;
      const described = describeMethod(placed, feature, options);
      diagnostics.push(...described.diagnostics);
      return described.value;
    });
    return { placed, node: { ...placed.node, features } };
  });
  if (!first) return { value: [], diagnostics };
  const known = byName(first.node.features);
  for (const other of others) diagnostics.push(...contradictions(first, known, other));
  return { value: [{ ...first, node: withTexts(first.node, others) }], diagnostics };
}

/**
 * Methods with what the page of their class says and their own do not: that they are static,
 * or in a few words what they do. Where both declare a method, its own page counts.
 *
 * @param members - what the page of the class declares
 */
export function beside(
  { placed: page }: Described,
  members: ReadonlyMap<string, Feature>,
  all: ClassPages,
  methods: readonly Described[],
): Outcome<readonly Described[]> {
  const table = tableOf(all);
  const diagnostics: Diagnostic[] = [];
  const value = methods.map(({ placed, node }): Described => {
    const features = node.features.map((feature) => {
      const same = members.get(identityOf(feature.name.text));
      const declared = same?.kind === "method" ? same : undefined;
      if (declared) {
        const counts = { placed, feature };
        diagnostics.push(...contradiction(counts, { placed: page, feature: declared }));
      }
      const entry =
        table.get(fileOf(placed.page.source.name)) ?? table.get(identityOf(feature.name.text));
      const others = [...(declared?.qualifiers ?? []), ...tableQualifiers(entry)];
      return withQualifiers(feature, others);
    });
    return { placed, node: { ...node, features } };
  });
  return { value, diagnostics };
}

/** The tables of methods, by the pages that they lead to and by name. Links outlive translations. */
function tableOf({ pages }: ClassPages): ReadonlyMap<string, MethodEntry> {
  const table = new Map<string, MethodEntry>();
  for (const entry of pages.flatMap(({ page }) => page.methods)) {
    const keys = [entry.link === undefined ? "" : fileOf(entry.link), identityOf(entry.name.text)];
    for (const key of keys) if (!table.has(key)) table.set(key, entry);
  }
  return table;
}
