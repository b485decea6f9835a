/** What the list of properties says, as qualifiers of the declared ones. */
import type { ClassDeclaration, PropertyDeclaration, Qualifier } from "../../ast/index.ts";
import { diagnose, type Diagnostic, type Outcome, suggest } from "../../diagnostics/index.ts";
import type { Page, PropertyEntry } from "../page.ts";
import { attach, sorted } from "./attach.ts";
import { statedType } from "./facts.ts";
import { listedQualifier } from "./listed-qualifiers.ts";
import { identityOf } from "./name.ts";
import { only, qualifier, textQualifier, withMore, without } from "./qualifiers.ts";
import { readValues, withLeft } from "./values.ts";

/** The properties of a class with all that its page says about them. */
export function describeProperties(
  page: Page,
  node: ClassDeclaration,
): Outcome<ReadonlyMap<PropertyDeclaration, PropertyDeclaration>> {
  const properties = node.features.filter((feature) => feature.kind === "property");
  const { items, left } = attach(sorted(properties), page.properties, (entry, { name }) => {
    // Without a translation, another name is another property, unless it is misspelt.
    if (page.front.language !== undefined) return true;
    return suggest(entry.name.text, [name.text]) !== undefined;
  });
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

function qualifiersOf(
  { source, front }: Page,
  entry: PropertyEntry,
  { type }: PropertyDeclaration,
): readonly Qualifier[] {
  const isTranslated = front.language !== undefined;
  const values = readValues(entry.values, type, isTranslated);
  const listed = entry.qualifiers.flatMap((each) => listedQualifier(source, each));
  const map = values.qualifiers.length > 0 ? [] : only(listed, "ValueMap", "Values");
  return [
    ...only(listed, "Key"),
    ...access(entry),
    ...without(listed, "Key", "ValueMap", "Values"),
    ...textQualifier("Description", withLeft(entry.description, values.left)),
    ...values.qualifiers,
    // A value stays what it is; what it is called may be the translation's.
    ...(isTranslated ? only(map, "ValueMap") : map),
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

/** Types that differ in more than case. What a list calls in another language is no contradiction. */
function contradictions(
  { source }: Page,
  entry: PropertyEntry,
  { type, name, array }: PropertyDeclaration,
): readonly Diagnostic[] {
  const stated = statedType(entry);
  if (!stated || !entry.dataType || type.reference) return [];
  const isSame =
    identityOf(type.name.text) === stated.type && (array !== undefined) === stated.array;
  if (isSame) return [];
  const sentence = {
    name: name.text,
    declared: `${type.name.text}${array ? "[]" : ""}`,
    listed: `${stated.type}${stated.array ? "[]" : ""}`,
  };
  return [diagnose("page-type-differs", sentence, { source, span: entry.dataType })];
}
