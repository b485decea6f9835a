/** What a documentation page may add to a class from elsewhere: texts and names of values, nothing else. */
import type {
  ClassDeclaration,
  Feature,
  MethodDeclaration,
  ParameterDeclaration,
  Qualifier,
  TypeName,
} from "../../ast/index.ts";
import { valueFits } from "../value-fits.ts";

const TEXTS: ReadonlySet<string> = new Set([
  ...["description", "returndescription", "remarks", "requirements", "helplink"],
]);
const VALUES: ReadonlySet<string> = new Set(["valuemap", "values", "valuedescriptions"]);

/**
 * A page without what it does not decide: types, keys and directions are those of the source.
 *
 * @param features - those of the class itself
 */
export function textsToAdd(page: ClassDeclaration, features: readonly Feature[]): ClassDeclaration {
  const own = new Map(features.map((feature) => [keyOf(feature), feature]));
  return {
    ...page,
    qualifiers: page.partial ? [] : page.qualifiers.filter(isText),
    features: page.features.flatMap((described): readonly Feature[] => {
      const feature = own.get(keyOf(described));
      if (!feature) return [];
      const qualifiers = textsFor(described.qualifiers, feature.type);
      if (described.kind === "property") return [{ ...described, qualifiers }];
      return [{ ...described, qualifiers, parameters: parametersOf(described, feature) }];
    }),
  };
}

function keyOf({ kind, name }: Feature): string {
  return `${kind} ${name.text.toLowerCase()}`;
}

function parametersOf(
  described: MethodDeclaration,
  feature: Feature,
): readonly ParameterDeclaration[] {
  const own = feature.kind === "method" ? feature.parameters : [];
  const types = new Map(own.map(({ name, type }) => [name.text.toLowerCase(), type]));
  return described.parameters.flatMap((parameter) => {
    const type = types.get(parameter.name.text.toLowerCase());
    return type ? [{ ...parameter, qualifiers: textsFor(parameter.qualifiers, type) }] : [];
  });
}

/** Texts, and the names of what are values of the type. */
function textsFor(qualifiers: readonly Qualifier[], type: TypeName): readonly Qualifier[] {
  const keys = keysIn(qualifiers);
  const fitting = [...keys.keys()].filter((index) => valueFits(type, keys[index] ?? ""));
  const texts = qualifiers.flatMap((each): readonly Qualifier[] => {
    if (isText(each)) return [each];
    if (!VALUES.has(nameOf(each)) || fitting.length === 0) return [];
    return [fitting.length === keys.length ? each : withItems(each, fitting)];
  });
  const named = texts.find((each) => VALUES.has(nameOf(each)));
  return named ? [...texts, documented(named)] : texts;
}

/** A list with some of its items. */
function withItems(qualifier: Qualifier, indexes: readonly number[]): Qualifier {
  const { value } = qualifier;
  if (value?.kind !== "array") return qualifier;
  const items = indexes.flatMap((index) => value.items[index] ?? []);
  return { ...qualifier, value: { ...value, items } };
}

/** Says that the names of the values are no part of the type. */
function documented({ name }: Qualifier): Qualifier {
  const { start, end } = name;
  const at = { start, end };
  return { kind: "qualifier", name: { ...name, text: "ValuesDocumented" }, flavors: [], ...at };
}

function isText(qualifier: Qualifier): boolean {
  return TEXTS.has(nameOf(qualifier));
}

function nameOf({ name }: Qualifier): string {
  return name.text.toLowerCase();
}

/** Without a map they are numbered from 0. */
function keysIn(qualifiers: readonly Qualifier[]): readonly string[] {
  const find = (name: string) => qualifiers.find((each) => nameOf(each) === name)?.value;
  const map = find("valuemap");
  const names = find("values");
  const items = map?.kind === "array" ? map.items : map ? [map] : [];
  if (!map && names) return ["0"];
  return items.map((item) =>
    item.kind === "string" ? item.value : item.kind === "integer" ? String(item.value) : "",
  );
}
