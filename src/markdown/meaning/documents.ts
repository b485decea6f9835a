/** The documents of pages: what they mean, in the terms of MOF. */
import type { ClassDeclaration, MofDocument, PragmaDirective } from "../../ast/index.ts";
import { type Code, diagnose, type Diagnostic, type Outcome } from "../../diagnostics/index.ts";
import type { Page } from "../page.ts";
import { declare, type Declared } from "./declare.ts";
import { describe, type DescribedClass } from "./describe.ts";
import { fileOf, join } from "./join.ts";
import type { Described } from "./merge.ts";
import { identityOf } from "./name.ts";
import type { PageOptions } from "./options.ts";
import { place, type Placed } from "./place.ts";
import { withoutInherited } from "./superclass.ts";

/** What matters only where a page is to declare something. */
const OF_DECLARATIONS: ReadonlySet<Code> = new Set<Code>([
  "page-class-missing",
  "page-method-unknown",
  "page-not-reference",
  "page-superclass-cut-off",
  "page-superclass-unknown",
  "page-without-namespace",
]);

/**
 * Makes a document of each page that declares something.
 *
 * @param pages - all at once: what one says of a class belongs to what others say of it
 * @returns class by class in the order of their first pages, the page of the class before others
 */
export function documentsOf(
  pages: readonly Page[],
  options: PageOptions = {},
): Outcome<readonly MofDocument[]> {
  const { value, diagnostics } = declarationsOf(pages, options);
  if (!options.describing) return { value, diagnostics };
  return { value, diagnostics: diagnostics.filter(({ code }) => !OF_DECLARATIONS.has(code)) };
}

function declarationsOf(
  pages: readonly Page[],
  options: PageOptions,
): Outcome<readonly MofDocument[]> {
  const said: Diagnostic[] = [];
  const valueOf = <T>({ value, diagnostics }: Outcome<T>): T => {
    for (const diagnostic of diagnostics) said.push(diagnostic);
    return value;
  };
  const declared = pages.flatMap((page): readonly Declared[] => {
    const one = valueOf(declare(page));
    return one ? [one] : [];
  });
  if (declared.length === 0) return { value: [], diagnostics: [...said, ...nothing(pages, said)] };
  const classes = valueOf(join(valueOf(place(declared))));
  const described = classes.map((all) => valueOf(describe(all, options)));
  const value = valueOf(withoutInherited(described, options)).flatMap((each) =>
    inOrder(each).map(({ placed, node }) => documentOf(placed, node)),
  );
  return { value, diagnostics: said };
}

/** The class, and its methods as its page lists them; those that it does not list come last. */
function inOrder({ whole, parts }: Pick<DescribedClass, "whole" | "parts">): readonly Described[] {
  if (!whole) return parts;
  const { methods } = whole.placed.page;
  const byName = new Map(methods.map(({ name }, index) => [identityOf(name.text), index]));
  // Translations change names, and keep links.
  const byFile = new Map(methods.map(({ link }, index) => [fileOf(link ?? ""), index]));
  const placeOf = ({ node, placed }: Described): number =>
    byFile.get(fileOf(placed.page.source.name)) ??
    byName.get(identityOf(node.features[0]?.name.text ?? "")) ??
    methods.length;
  return [whole, ...parts.toSorted((one, other) => placeOf(one) - placeOf(other))];
}

function documentOf({ page, namespace }: Placed, node: ClassDeclaration): MofDocument {
  const pragma = namespace === undefined ? [] : [namespacePragma(namespace, node)];
  const { source } = page;
  return { kind: "document", source, dialect: "wmi", page: true, declarations: [...pragma, node] };
}

/** It stands in front of the class, though no page has it there. */
function namespacePragma(namespace: string, { start }: ClassDeclaration): PragmaDirective {
  const at = { start, end: start };
  return {
    kind: "pragma",
    name: { kind: "name", text: "namespace", ...at },
    parameters: [{ kind: "string", value: namespace, ...at }],
    ...at,
  };
}

/** Of many pages that declare nothing, so many are named. */
const SHOWN = 3;

/** Said once, and only when nothing else says why. */
function nothing(pages: readonly Page[], said: readonly Diagnostic[]): readonly Diagnostic[] {
  const [first] = pages;
  if (!first || said.some(({ severity }) => severity === "error")) return [];
  const paths = pages.slice(0, SHOWN).map(({ source }) => source.name);
  const sentence = { paths, more: pages.length - paths.length };
  const location = { source: first.source, span: { start: 0, end: 0 } };
  return [diagnose("page-nothing-declared", sentence, location)];
}
