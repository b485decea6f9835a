/** What the list of properties says, as qualifiers of the declared ones. */
import type { ClassDeclaration, PropertyDeclaration, Qualifier } from "../../ast/index.ts";
import { diagnose, type Diagnostic, type Outcome } from "../../diagnostics/index.ts";
import type { Page, PropertyEntry } from "../page.ts";
import { attach, type Attached, mayBeCalled, sorted } from "./attach.ts";
import { statedType } from "./facts.ts";
import { listedQualifier } from "./listed-qualifiers.ts";
import { identityOf } from "./name.ts";
import { only, qualifier, textQualifier, withMore, without } from "./qualifiers.ts";
import { isTranslated } from "./translated.ts";
import { readValues, withLeft } from "./values.ts";

/** The properties of a class with all that its page says about them. */
export function describeProperties(
  page: Page,
  node: ClassDeclaration,
): Outcome<ReadonlyMap<PropertyDeclaration, PropertyDeclaration>> {
  const properties = node.features.filter((feature) => feature.kind === "property");
  const { items, left } = attachProperties(page, properties);
  const described = new Map<PropertyDeclaration, PropertyDeclaration>();
  const diagnostics: Diagnostic[] = [];
  for (const property of properties) {
    const entry = items.get(property);
    if (!entry) continue;
    const qualifiers = withMore(property.qualifiers, qualifiersOf(page, entry, property));
    described.set(property, { ...property, qualifiers });
    diagnostics.push(...contradictions(page, entry, property));
  }
  const [first] = left;
  if (first) {
    const names = left.map(({ name }) => name.text);
    const sentence = { owner: node.name.text, kind: "property", names } as const;
    const location = { source: page.source, span: first.name };
    diagnostics.push(diagnose("page-list-mismatch", sentence, location));
  }
  return { value: described, diagnostics };
}

/**
 * By name, and by place where the types do not contradict it. Lists are sorted by name; one that
 * only fits otherwise is in the order of the declaration.
 */
function attachProperties(
  page: Page,
  properties: readonly PropertyDeclaration[],
): Attached<PropertyDeclaration, PropertyEntry> {
  const isCalled = mayBeCalled(page);
  const mayBe = (entry: PropertyEntry, property: PropertyDeclaration): boolean =>
    isCalled(entry, property) && otherType(entry, property) === undefined;
  const bySort = attach(sorted(properties), page.properties, mayBe);
  if (bySort.left.length === 0) return bySort;
  const byBlock = attach(properties, page.properties, mayBe);
  return byBlock.left.length === 0 ? byBlock : bySort;
}

function qualifiersOf(
  page: Page,
  entry: PropertyEntry,
  { type }: PropertyDeclaration,
): readonly Qualifier[] {
  const values = readValues(entry.values, type, isTranslated(page));
  const listed = entry.qualifiers.flatMap((each) => listedQualifier(page.source, each));
  const map = values.qualifiers.length > 0 ? [] : only(listed, "ValueMap", "Values");
  return [
    ...only(listed, "Key"),
    ...access(entry),
    ...without(listed, "Key", "ValueMap", "Values"),
    ...textQualifier("Description", withLeft(entry.description, values.left)),
    ...values.qualifiers,
    // A value stays what it is; what it is called may be the translation's.
    ...(isTranslated(page) ? only(map, "ValueMap") : map),
  ];
}

/** DSP0004 5.6.3: a property is read unless it is said, and not written. */
function access({ access, name }: PropertyEntry): readonly Qualifier[] {
  const at = { start: name.start, end: name.start };
  switch (access) {
    case "read":
      return [qualifier("Read", at)];
    case "write":
      return [
        qualifier("Read", at, { kind: "boolean", value: false, ...at }),
        qualifier("Write", at),
      ];
    case "read-write":
      return [qualifier("Read", at), qualifier("Write", at)];
    default:
      return [];
  }
}

function contradictions(
  { source }: Page,
  entry: PropertyEntry,
  property: PropertyDeclaration,
): readonly Diagnostic[] {
  const { type, name, array } = property;
  const listed = otherType(entry, property);
  if (listed === undefined || !entry.dataType) return [];
  const declared = `${type.name.text}${array ? "[]" : ""}`;
  const location = { source, span: entry.dataType };
  return [diagnose("page-type-differs", { name: name.text, declared, listed }, location)];
}

/** A type that differs in more than case. What a list calls in another language is no other. */
function otherType(entry: PropertyEntry, { type, array }: PropertyDeclaration): string | undefined {
  const stated = statedType(entry);
  if (!stated || type.reference) return undefined;
  const isSame =
    identityOf(type.name.text) === stated.type && (array !== undefined) === stated.array;
  return isSame ? undefined : `${stated.type}${stated.array ? "[]" : ""}`;
}
