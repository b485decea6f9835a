import type { Qualifier } from "../ast/index.ts";
import { changedFlavors, USUAL } from "./flavors.ts";
import { qualifierConstant, writtenConstant } from "./qualifier-constant.ts";
import type { KnownQualifier, QualifierFinder } from "./qualifier-types.ts";
import type { CimConstant, Qualifiers, QualifierValue } from "./schema.ts";

const NONE: Qualifiers = new Map();

/** What the qualifiers of an element are made of. */
export interface QualifierLists {
  /** Those of the overridden element or of the superclass. */
  readonly inherited?: Qualifiers | undefined;
  readonly own: readonly Qualifier[];
  /** Those of the same element in amendments, the more wanted language last. */
  readonly amended: readonly (readonly Qualifier[])[];
  /** Those of the same element on pages that speak of it, the more wanted first. */
  readonly added: readonly (readonly Qualifier[])[];
  /** What overlays state of it. */
  readonly changes?: QualifierChanges | undefined;
}

/** Changes the qualifiers of an element, whatever they were. */
export type QualifierChanges = (
  qualifiers: Map<string, QualifierValue>,
  find: QualifierFinder,
) => void;

/**
 * The qualifiers in effect. Where the superclass forbids another value
 * (DisableOverride), its value stays. Of an amendment counts what the class itself does
 * not say, and what is there to be translated; of a page what nobody else says; of an
 * overlay everything.
 */
export function qualifiersOf(
  { inherited, own, amended, added, changes }: QualifierLists,
  find: QualifierFinder,
): Qualifiers {
  const received = inherited ? passedOn(inherited) : NONE;
  if (own.length === 0 && amended.length === 0 && added.length === 0 && !changes) return received;
  const all = new Map(received);
  for (const qualifier of own) {
    const { key, type } = find(qualifier.name.text);
    const value = valueOf(qualifier, type);
    if (mayReplace(received.get(key), value)) all.set(key, value);
  }
  if (all.has(DOCUMENTED) && own.some(({ name: { text } }) => TOGETHER.has(text.toLowerCase()))) {
    restateDocumented(all, own);
  }
  for (const list of amended) {
    for (const qualifier of list) amend(all, qualifier, find(qualifier.name.text));
  }
  for (const list of added) addMissing(all, list, find);
  changes?.(all, find);
  return all;
}

/** Whoever names values anew says also whether they are part of the type. */
function restateDocumented(all: Map<string, QualifierValue>, own: readonly Qualifier[]): void {
  if (!own.some(({ name: { text } }) => text.toLowerCase() === DOCUMENTED)) all.delete(DOCUMENTED);
}

function amend(
  all: Map<string, QualifierValue>,
  qualifier: Qualifier,
  { key, type }: KnownQualifier,
): void {
  // They say what the amendment is, not what the class is.
  if (key === "amendment" || key === "locale") return;
  const value = valueOf(qualifier, type);
  const before = all.get(key);
  const text = value.flavors.amended || value.flavors.translatable;
  if (!before || (before.inherited ? mayReplace(before, value) : text)) all.set(key, value);
}

const VALUE_MAPS = ["valuemap", "values", "bitmap", "bitvalues"];

/** Says that values are named by documentation alone, so that their names are no part of the type. */
const DOCUMENTED = "valuesdocumented";

/** What names values belongs together: half of one and half of another would name them wrongly. */
const TOGETHER: ReadonlySet<string> = new Set([...VALUE_MAPS, "valuedescriptions", DOCUMENTED]);

function addMissing(
  all: Map<string, QualifierValue>,
  list: readonly Qualifier[],
  find: QualifierFinder,
): void {
  const named = namesValues(all);
  for (const qualifier of list) {
    const { key, type } = find(qualifier.name.text);
    const before = all.get(key);
    if (TOGETHER.has(key) ? named : before && !before.inherited) continue;
    const value = valueOf(qualifier, type);
    if (mayReplace(before, value)) all.set(key, value);
  }
}

/** What a class passes on, kept: most subclasses add nothing. */
const passed = new WeakMap<Qualifiers, Qualifiers>();

function passedOn(qualifiers: Qualifiers): Qualifiers {
  const known = passed.get(qualifiers);
  if (known) return known;
  const all = new Map<string, QualifierValue>();
  let same = true;
  for (const [key, value] of qualifiers) {
    const goesOn = value.flavors.toSubclass;
    if (goesOn) all.set(key, value.inherited ? value : inheritedCopy(value));
    same &&= goesOn && value.inherited === true;
  }
  const result = same ? qualifiers : all.size === 0 ? NONE : all;
  passed.set(qualifiers, result);
  return result;
}

/** By name and not by spreading, which takes several times as long for thousands of them. */
function inheritedCopy({ name, value, type, array, flavors }: QualifierValue): QualifierValue {
  return { name, value, type, array, flavors, inherited: true };
}

/** NULL says nothing that could be contradicted. */
function mayReplace(before: QualifierValue | undefined, value: QualifierValue): boolean {
  if (!before || before.flavors.overridable || before.value === null) return true;
  return sameConstant(before.value, value.value);
}

function sameConstant(a: CimConstant, b: CimConstant): boolean {
  if (!isList(a) || !isList(b)) return a === b;
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** A qualifier as its type has it; as written when that is unknown, or the value is none of it. */
function valueOf(qualifier: Qualifier, type: KnownQualifier["type"]): QualifierValue {
  const name = qualifier.name.text;
  const flavors = changedFlavors(type?.flavors ?? USUAL, qualifier.flavors);
  if (type && qualifier.value) {
    const array = type.array !== false;
    const value = qualifierConstant(qualifier.value, type.type, array);
    if (value !== undefined) return { name, value, type: type.type, array, flavors };
  }
  const value = writtenConstant(qualifier.value);
  return { name, value, type: typeOf(value), array: isList(value), flavors };
}

function typeOf(value: CimConstant): QualifierValue["type"] {
  const first = isList(value) ? value[0] : value;
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

/** Whether there is anything that {@link Qualifiers} pair into named values or bits. */
export function namesValues(qualifiers: Qualifiers): boolean {
  return VALUE_MAPS.some((name) => qualifiers.has(name));
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

/** Array.isArray widens the members of a readonly array to any. */
export function isList(value: CimConstant): value is readonly CimConstant[] {
  return Array.isArray(value);
}
