import type { Qualifier } from "../ast/index.ts";
import { constantOf } from "./constants.ts";
import type { CimConstant, Qualifiers, QualifierValue } from "./schema.ts";

/** Flavor Restricted (DSP0004 5.6.3): these say something of one class alone. */
const RESTRICTED: ReadonlySet<string> = new Set([
  "abstract",
  "terminal",
  "override",
  "deprecated",
  "experimental",
  "version",
  "amendment",
  "locale",
  "uuid",
  "provider",
  "dynamic",
  "implemented",
]);

/**
 * The qualifiers of an element: what it inherits, then its own, then those of its
 * amendments, the later ones winning.
 */
export function qualifiersOf(
  inherited: Qualifiers | undefined,
  ...lists: readonly (readonly Qualifier[])[]
): Qualifiers {
  const all = new Map<string, QualifierValue>();
  for (const [name, value] of inherited ?? []) {
    if (value.flavors.toSubclass) all.set(name, { ...value, inherited: true });
  }
  for (const qualifier of lists.flat()) all.set(qualifier.name.text.toLowerCase(), of(qualifier));
  return all;
}

function of(qualifier: Qualifier): QualifierValue {
  const name = qualifier.name.text;
  const value = qualifierValue(qualifier);
  const flavors = {
    overridable: true,
    toSubclass: !RESTRICTED.has(name.toLowerCase()),
    toInstance: false,
    translatable: false,
    amended: false,
  };
  return { name, value, type: typeOf(value), array: Array.isArray(value), flavors };
}

function typeOf(value: CimConstant): QualifierValue["type"] {
  const [first = null] = isList(value) ? value : [value];
  switch (typeof first) {
    case "boolean":
      return "boolean";
    case "bigint":
      return "sint64";
    case "number":
      return "real64";
    default:
      return "string";
  }
}

function qualifierValue({ value }: Qualifier): CimConstant {
  // An instance has no meaning as the value of a qualifier (DSP0004 5.6.1).
  return value ? constantOf(value, () => null) : true;
}

/** Whether a boolean qualifier is set. */
export function isSet(qualifiers: Qualifiers, name: string): boolean {
  return qualifiers.get(name)?.value === true;
}

/** The text of a string qualifier that has one. */
export function textOf(qualifiers: Qualifiers, name: string): string | undefined {
  const value = qualifiers.get(name)?.value;
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** The texts of an array qualifier, numbers as decimal text; a lone value is an array of one, an empty array is none. */
export function textsOf(qualifiers: Qualifiers, name: string): readonly string[] | undefined {
  const value = qualifiers.get(name)?.value;
  if (value === undefined || value === null || typeof value === "boolean") return undefined;
  const items: readonly CimConstant[] = isList(value) ? value : [value];
  if (items.length === 0) return undefined;
  return items.map((item) => (typeof item === "object" ? "" : String(item)));
}

function isList(value: CimConstant): value is readonly CimConstant[] {
  return Array.isArray(value);
}
