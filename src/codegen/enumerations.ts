/** Value maps as constants with an open union of the same name. */
import {
  type CimClass,
  type CimMethod,
  type CimProperty,
  type CimType,
  findProperty,
  type Schema,
  type ValueMap,
} from "../model/index.ts";
import { comment, inlineProse, prose } from "./comment.ts";
import { valueTable } from "./paragraphs.ts";
import { type EnumerationMember, enumerationMembers, valueText } from "./enumeration-members.ts";
import { typeKey } from "./identifiers.ts";
import type { FileContext } from "./context.ts";
import { member } from "./literal.ts";
import type { Names } from "./names.ts";
import { fits } from "./text-width.ts";
import { intrinsicType } from "./intrinsic-type.ts";
import type { EnumerationView } from "./view.ts";

/** Something that has a value map: a property, a parameter or a return value. */
export interface Valued {
  readonly type: CimType;
  readonly values?: ValueMap;
}

/** Whether there is anything to name: ranges and texts that are no value are not members. */
function isEnumerated<V extends Valued>(element: V): element is V & { readonly values: ValueMap } {
  const { type, values } = element;
  return values?.entries.some(({ key }) => valueText(type, key, values) !== undefined) ?? false;
}

/** Whether the names of values are part of the type; what only documentation says never is. */
export function isTypedByValues(element: Valued): boolean {
  return isEnumerated(element) && !element.values.documented;
}

/**
 * The class of the chain that declares a property's value map: a subclass that
 * overrides the property without changing its values uses the inherited names.
 */
export function enumerationOwner(cls: CimClass, propertyName: string): CimClass {
  const property = findProperty(cls, propertyName);
  let owner = cls;
  for (let next = cls.superclass; next; next = next.superclass) {
    const inherited = findProperty(next, propertyName);
    if (!inherited || !haveSameValues(inherited, property)) break;
    owner = next;
  }
  return owner;
}

function haveSameValues(left: CimProperty, right: CimProperty | undefined): boolean {
  if (left === right || left.values === right?.values) return true;
  return JSON.stringify(left.values) === JSON.stringify(right?.values);
}

/** The enumerations that a class's own members declare. */
export function enumerationViews(cls: CimClass, context: FileContext): EnumerationView[] {
  return ownEnumerations(cls).map((own) => view(cls, own, context));
}

/** What has an enumeration in a class's file, and what the name of that is made of. */
export interface OwnEnumeration {
  readonly element: Valued & { readonly values: ValueMap };
  readonly parts: readonly string[];
}

/** What has an enumeration in a class's file. */
export function ownEnumerations(cls: CimClass): readonly OwnEnumeration[] {
  const properties = cls.ownProperties
    .filter(isEnumerated)
    .filter((property) => enumerationOwner(cls, property.name) === cls)
    .map((property) => ({ element: property, parts: [property.name] }));
  const methods = cls.ownMethods.flatMap((method) => [
    ...(method.returns && isEnumerated(method.returns)
      ? [{ element: method.returns, parts: returnParts(method) }]
      : []),
    ...method.parameters
      .filter(isEnumerated)
      .map((parameter) => ({ element: parameter, parts: [method.name, parameter.name] })),
  ]);
  return [...properties, ...methods];
}

/** Decides the names of all enumerations, in whatever order or part files are generated then. */
export function nameEnumerations(schema: Schema, names: Names): void {
  for (const cls of schema.classes) {
    for (const { parts } of ownEnumerations(cls)) names.enumeration(cls, ...parts);
  }
}

/** The parts of the name for what a method returns. */
export function returnParts(method: CimMethod): readonly string[] {
  return [method.name, "ReturnValue"];
}

function view(
  cls: CimClass,
  { element: { type, values }, parts }: OwnEnumeration,
  context: FileContext,
): EnumerationView {
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
    members: enumerationMembers(type, values).map((each) => ({
      text: member(typeKey(each.name), each.value, indent),
      comment: memberComment(each, indent),
    })),
    closing: `${breaks ? "  " : ""}} as const;`,
    type: unionText(name, baseType(type, context), bits),
  };
}

/** The label where the name is not it, and what the value means. */
function memberComment(
  { name, label, description }: EnumerationMember,
  indent: number,
): string | undefined {
  const title = label === name ? "" : inlineProse(label);
  const said = spoken(description ?? "") === spoken(label) ? undefined : description;
  return comment([...(title === "" ? [] : [title]), ...prose(said)], indent);
}

/** Letters and digits: what is left of a text that is read out. */
function spoken(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
}

function rangeParagraphs(values: ValueMap): string[] {
  const ranges = values.entries.filter((entry) => entry.key.includes(".."));
  return ranges.length === 0 ? [] : [`Further: ${valueTable(ranges)}.`];
}

function baseType(type: CimType, { imports }: FileContext): string {
  if (type.kind !== "intrinsic") return "string";
  return type.name === "string" ? "(string & {})" : intrinsicType(type.name, imports);
}

/** An unknown value still fits: servers know values that the schema does not. */
function unionText(name: string, base: string, bits: boolean): string {
  const left = `export type ${name} =`;
  if (bits) return fits(`${left} ${base};`) ? `${left} ${base};` : `${left}\n  ${base};`;
  const values = `(typeof ${name})[keyof typeof ${name}]`;
  if (fits(`${left} ${values} | ${base};`)) return `${left} ${values} | ${base};`;
  const below = `  ${values} | ${base};`;
  return fits(below) ? `${left}\n${below}` : `${left}\n  | ${values}\n  | ${base};`;
}
