/** A class of several pages as declarations, one for each page that declares something of it. */
import type { Feature } from "../../ast/index.ts";
import type { Diagnostic, Outcome } from "../../diagnostics/index.ts";
import { describeClass } from "./class.ts";
import { withoutClass, withoutDeclaration, withoutNamespace } from "./gaps.ts";
import type { ClassPages } from "./join.ts";
import { additions, byName, contradictions, type Described, withTexts } from "./merge.ts";
import { beside, describeMethodPages } from "./method-pages.ts";
import { identityOf } from "./name.ts";
import type { PageOptions } from "./options.ts";
import type { Placed } from "./place.ts";

/** The declarations of a class, in no order; a page that adds nothing has none. */
export interface DescribedClass {
  readonly all: ClassPages;
  /** Absent where no page is about the class itself. */
  readonly whole?: Described;
  /** Methods, and members that further pages add. */
  readonly parts: readonly Described[];
}

export function describe(all: ClassPages, options: PageOptions): Outcome<DescribedClass> {
  const said: Diagnostic[] = [];
  const valueOf = <T>({ value, diagnostics }: Outcome<T>): T => {
    for (const diagnostic of diagnostics) said.push(diagnostic);
    return value;
  };
  const [first, ...others] = all.pages.map((placed) => valueOf(describeWhole(placed, options)));
  const methods = [...all.methods.values()].flatMap((pages) =>
    valueOf(describeMethodPages(pages, options)),
  );
  said.push(...withoutNamespace(all));
  if (!first) {
    said.push(...withoutClass(all));
    return { value: { all, parts: methods }, diagnostics: said };
  }
  const members = byName(first.node.features);
  const further = valueOf(describeFurther(first, others, members));
  const parts = valueOf(beside(first, members, all, methods));
  const node = withTexts(first.node, others);
  const features = node.features.filter((feature) => !hasPage(all, feature));
  const whole = { placed: first.placed, node: { ...node, features } };
  said.push(...withoutDeclaration(all, [first, ...further]));
  return { value: { all, whole, parts: [...further, ...parts] }, diagnostics: said };
}

function describeWhole(placed: Placed, options: PageOptions): Outcome<Described> {
  const { value: node, diagnostics } = describeClass(placed, options);
  return { value: { placed, node }, diagnostics };
}

/** What further pages of a class add to the first, and where they contradict it. */
function describeFurther(
  first: Described,
  others: readonly Described[],
  members: ReadonlyMap<string, Feature>,
): Outcome<readonly Described[]> {
  const known = new Map(members);
  const diagnostics: Diagnostic[] = [];
  const value = others.flatMap((other): Described[] => {
    diagnostics.push(...contradictions(first, members, other));
    const added = additions(known, other);
    if (!added) return [];
    for (const feature of added.features) known.set(identityOf(feature.name.text), feature);
    return [{ placed: other.placed, node: added }];
  });
  return { value, diagnostics };
}

function hasPage({ methods }: ClassPages, { kind, name }: Feature): boolean {
  return kind === "method" && methods.has(identityOf(name.text));
}
