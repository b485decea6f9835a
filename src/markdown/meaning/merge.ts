/** Several pages about one class or one method: the first counts, the others add to it. */
import type { ClassDeclaration, Feature, Qualifier } from "../../ast/index.ts";
import { mapSpans } from "../declaration/map-spans.ts";
import { diagnose, type Diagnostic } from "../../diagnostics/index.ts";
import type { Span } from "../../source/index.ts";
import { identityOf } from "./name.ts";
import type { Placed } from "./place.ts";
import { withMore } from "./qualifiers.ts";
import { signatureOf } from "./signature.ts";

/** A page, and what it declares with what it says about that. */
export interface Described {
  readonly placed: Placed;
  readonly node: ClassDeclaration;
}

/**
 * Qualifiers of one page on an element of another. Their places are those of a text that the
 * element's document does not have, so they stand where its name ends.
 */
function moved(qualifiers: readonly Qualifier[], { end }: Span): readonly Qualifier[] {
  return qualifiers.map((each) => mapSpans(each, () => ({ start: end, end })));
}

/** A class with what other pages of it say and its own does not. */
export function withTexts(node: ClassDeclaration, others: readonly Described[]): ClassDeclaration {
  return others.reduce((merged, { node: other }) => {
    const features = byName(other.features);
    return {
      ...merged,
      qualifiers: withMore(merged.qualifiers, moved(other.qualifiers, merged.name)),
      features: merged.features.map((feature) => {
        const same = features.get(identityOf(feature.name.text));
        return same?.kind === feature.kind ? withQualifiers(feature, same.qualifiers) : feature;
      }),
    };
  }, node);
}

/** A member with qualifiers that it does not have, from another page. */
export function withQualifiers<F extends Feature>(feature: F, others: readonly Qualifier[]): F {
  return { ...feature, qualifiers: withMore(feature.qualifiers, moved(others, feature.name)) };
}

/** Members that a further page has and those before it have not, as a part of the class. */
export function additions(
  known: ReadonlyMap<string, Feature>,
  { node }: Described,
): ClassDeclaration | undefined {
  const features = node.features.filter(({ name }) => !known.has(identityOf(name.text)));
  if (features.length === 0) return undefined;
  const { kind, name, start, end } = node;
  return { kind, partial: true, qualifiers: [], name, features, start, end };
}

/** A member, and the page that declares it. */
export interface Declaring {
  readonly placed: Placed;
  readonly feature: Feature;
}

/** What is said when two pages declare a member differently. */
export function contradiction(counts: Declaring, other: Declaring): readonly Diagnostic[] {
  if (signatureOf(counts.feature) === signatureOf(other.feature)) return [];
  const sentence = { className: other.placed.node.name.text, name: other.feature.name.text };
  const first = { source: counts.placed.page.source, span: counts.feature.name };
  const location = { source: other.placed.page.source, span: other.feature.name };
  const related = { message: "this is what counts", location: first };
  return [diagnose("page-contradiction", sentence, location, [related])];
}

/** What a further page declares differently from the one that counts. */
export function contradictions(
  first: Described,
  known: ReadonlyMap<string, Feature>,
  { placed, node }: Described,
): readonly Diagnostic[] {
  return node.features.flatMap((feature) => {
    const same = known.get(identityOf(feature.name.text));
    if (!same) return [];
    return contradiction({ placed: first.placed, feature: same }, { placed, feature });
  });
}

export function byName(features: readonly Feature[]): ReadonlyMap<string, Feature> {
  return new Map(features.map((feature) => [identityOf(feature.name.text), feature]));
}
