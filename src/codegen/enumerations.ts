/** Value maps as constants with an open union of the same name. */
import type { CimClass, CimMethod, CimType, ValueMap } from "../model/index.ts";
import { codeSpan, comment, inlineProse } from "./comment.ts";
import { identifier, startedSafely, stringLiteral, typeKey } from "./identifiers.ts";
import type { FileContext } from "./context.ts";
import { member } from "./literal.ts";
import { fits } from "./text-width.ts";
import { intrinsicType } from "./intrinsic-type.ts";
import { UniqueNames } from "./unique-names.ts";
import type { EnumerationView } from "./view.ts";

/** Something that has a value map: a property, a parameter or a return value. */
export interface Valued {
  readonly type: CimType;
  readonly values?: ValueMap;
}

interface Member {
  readonly name: string;
  readonly value: string;
  readonly label: string;
}

/** Whether there is anything to name: ranges and texts that are no value are not members. */
export function isEnumerated<V extends Valued>(
  element: V,
): element is V & { readonly values: ValueMap } {
  const { type, values } = element;
  return values?.entries.some(({ key }) => valueText(type, key, values) !== undefined) ?? false;
}

/**
 * The class of the chain that declares a property's value map: a subclass that
 * overrides the property without changing its values uses the inherited names.
 */
export function enumerationOwner(cls: CimClass, propertyName: string): CimClass {
  const name = propertyName.toLowerCase();
  const entries = (of: CimClass) =>
    of.properties.find((property) => property.name.toLowerCase() === name)?.values;
  const wanted = JSON.stringify(entries(cls));
  let owner = cls;
  for (let next = cls.superclass; next; next = next.superclass) {
    if (JSON.stringify(entries(next)) !== wanted) break;
    owner = next;
  }
  return owner;
}

/** The enumerations that a class's own members declare. */
export function enumerationViews(cls: CimClass, context: FileContext): EnumerationView[] {
  const properties = cls.ownProperties
    .filter((property) => isEnumerated(property) && enumerationOwner(cls, property.name) === cls)
    .map((property) => view(cls, property, [property.name], context));
  const methods = cls.ownMethods.flatMap((method) => [
    ...(method.returns && isEnumerated(method.returns)
      ? [view(cls, method.returns, returnParts(method), context)]
      : []),
    ...method.parameters
      .filter((parameter) => isEnumerated(parameter))
      .map((parameter) => view(cls, parameter, [method.name, parameter.name], context)),
  ]);
  return [...properties, ...methods];
}

/** The parts of the name for what a method returns. */
export function returnParts(method: CimMethod): readonly string[] {
  return [method.name, "ReturnValue"];
}

function view(
  cls: CimClass,
  element: Valued,
  parts: readonly string[],
  context: FileContext,
): EnumerationView {
  const { type } = element;
  const values = element.values ?? { kind: "values", entries: [] };
  const name = context.names.enumeration(cls, ...parts);
  const bits = values.kind === "bits";
  const open = `export const ${name} =`;
  // Prettier's way with a name that leaves no room for the brace.
  const breaks = !fits(open, 2);
  const indent = breaks ? 4 : 2;
  const what = `${bits ? "Bits" : "Values"} of \`${[cls.name, ...parts].join(".")}\`.`;
  return {
    comment: comment([what, ...rangeParagraphs(values)], 0) ?? "",
    name,
    opening: breaks ? `${open}\n  {` : `${open} {`,
    members: membersOf(type, values).map((each) => ({
      text: member(typeKey(each.name), each.value, indent),
      comment: each.label === each.name ? undefined : labelComment(each.label, indent),
    })),
    closing: `${breaks ? "  " : ""}} as const;`,
    type: unionText(name, baseType(type, context), bits),
  };
}

function labelComment(label: string, indent: number): string | undefined {
  const text = inlineProse(label);
  return text === "" ? undefined : comment([text], indent);
}

function rangeParagraphs(values: ValueMap): string[] {
  const ranges = values.entries.filter((entry) => entry.key.includes(".."));
  if (ranges.length === 0) return [];
  const texts = ranges.map(({ key, label }) => {
    const range = codeSpan(key);
    const text = inlineProse(label ?? "");
    return text === "" ? range : `${range} ${text}`;
  });
  return [`Further: ${texts.join(", ")}.`];
}

function baseType(type: CimType, { imports }: FileContext): string {
  if (type.kind !== "intrinsic") return "string";
  return type.name === "string" ? "(string & {})" : intrinsicType(type.name, imports);
}

/** An unknown value still fits: servers know values that the schema does not. */
function unionText(name: string, base: string, bits: boolean): string {
  if (bits) return `export type ${name} = ${base};`;
  const left = `export type ${name} =`;
  const values = `(typeof ${name})[keyof typeof ${name}]`;
  if (fits(`${left} ${values} | ${base};`)) return `${left} ${values} | ${base};`;
  const below = `  ${values} | ${base};`;
  return fits(below) ? `${left}\n${below}` : `${left}\n  | ${values}\n  | ${base};`;
}

function membersOf(type: CimType, values: ValueMap): Member[] {
  const names = new UniqueNames();
  return values.entries.flatMap(({ key, label }) => {
    const value = valueText(type, key, values);
    if (value === undefined) return [];
    const name = distinct(memberName(key, label), key, names);
    return [{ name, value, label: label ?? name }];
  });
}

/** The literal of an entry; ranges, and keys that are no value of the type, have none. */
function valueText(type: CimType, key: string, { kind }: ValueMap): string | undefined {
  if (type.kind !== "intrinsic") return undefined;
  if (type.name === "string") return kind === "bits" ? undefined : stringLiteral(key);
  const bits = /^[us]int(\d+)$/.exec(type.name)?.[1];
  return bits === undefined ? undefined : integerText(key, kind === "bits", bits === "64");
}

/** One exact integer, in any notation of MOF; ranges and words are no members. */
function integerText(key: string, bit: boolean, wide: boolean): string | undefined {
  // A limit, because BigInt reads a text of megabytes in a time that grows faster than it.
  const [, sign, hex, binary, decimal] = key.length > 80 ? [] : (INTEGER.exec(key) ?? []);
  const digits = hex ?? (binary === undefined ? decimal : `0b${binary}`);
  if (digits === undefined) return undefined;
  const value = sign === "-" ? -BigInt(digits) : BigInt(digits);
  if (!bit) return `${value}${wide ? "n" : ""}`;
  return value < 0n || value > 63n ? undefined : `${1n << value}${wide ? "n" : ""}`;
}

const INTEGER = /^([+-]?)(?:(0x[0-9a-f]+)|([01]+)b|(\d+))$/i;

/** `Enabled but Offline` becomes `EnabledButOffline`: words joined, each with a capital. */
function memberName(key: string, label: string | undefined): string {
  const words = (label ?? "").match(/[\p{L}\p{N}_]+/gu) ?? [];
  const joined = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
  if (joined === "") return `Value_${identifier(key.replace(/^-/, "minus_")).replace(/^_/, "")}`;
  const name = startedSafely(joined);
  return name === "__proto__" ? "__proto___" : name;
}

function distinct(wanted: string, key: string, names: UniqueNames): string {
  if (!names.has(wanted)) return names.claim(wanted);
  return names.claim(`${wanted}_${startedSafely(key).replace(/^_(?=\d)/, "")}`);
}
