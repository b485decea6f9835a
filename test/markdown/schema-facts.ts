/**
 * What a schema says, without its sentences: names, types, directions and values as they
 * are, texts as hashes, so that what was read of a page can be kept beside a test although
 * the page itself cannot.
 */
import { createHash } from "node:crypto";
import type {
  CimClass,
  CimConstant,
  CimMethod,
  CimParameter,
  CimProperty,
  DeclaredType,
  Qualifiers,
  Schema,
  ValueMap,
} from "../../src/model/index.ts";

/** Qualifiers whose values are sentences. */
const TEXTS = new Set(["description", "remarks", "requirements", "returndescription"]);
/** Shown with the values that they name. */
const PAIRED = new Set(["valuemap", "values", "valuedescriptions", "bitmap", "bitvalues"]);
/** Shown in front of the parameter. */
const DIRECTIONS = new Set(["in", "out"]);
/** A name has not so many letters, a sentence has. */
const LONGEST_NAME = 48;

/** The classes that a schema declares, as lines. */
export function factsOf({ classes }: Schema): string {
  return classes
    .filter((cls) => !cls.builtin)
    .flatMap(classLines)
    .join("\n");
}

function classLines(cls: CimClass): string[] {
  const superclass = cls.superclassName === undefined ? "" : ` : ${cls.superclassName}`;
  return [
    `class ${cls.namespace}:${cls.name}${superclass}`,
    ...qualifierLines(cls.qualifiers, "  "),
    ...cls.ownProperties.flatMap(propertyLines),
    ...cls.ownMethods.flatMap(methodLines),
  ];
}

function propertyLines(property: CimProperty): string[] {
  return [
    `  property ${typed(property)}`,
    ...qualifierLines(property.qualifiers, "    "),
    ...valueLines(property.values, property.qualifiers, "    "),
  ];
}

function methodLines(method: CimMethod): string[] {
  const type = method.returns ? typeText(method.returns.declaredType) : "void";
  return [
    `  method ${type} ${method.name}${method.staticUnknown ? ", may be static" : ""}`,
    ...qualifierLines(method.qualifiers, "    "),
    ...valueLines(method.returns?.values, method.qualifiers, "    "),
    ...method.parameters.flatMap(parameterLines),
  ];
}

function parameterLines(parameter: CimParameter): string[] {
  const directions = [parameter.in ? "in" : "", parameter.out ? "out" : ""].join("");
  return [
    `    ${directions} ${typed(parameter)}`,
    ...qualifierLines(parameter.qualifiers, "      "),
    ...valueLines(parameter.values, parameter.qualifiers, "      "),
  ];
}

function typed(element: CimProperty | CimParameter): string {
  const value = element.default === undefined ? "" : ` = ${constantText(element.default)}`;
  return `${typeText(element.declaredType)} ${element.name}${value}`;
}

function typeText({ name, reference, array }: DeclaredType): string {
  const suffix = array === false ? "" : array === true ? "[]" : `[${array}]`;
  return `${name}${reference ? " ref" : ""}${suffix}`;
}

function qualifierLines(qualifiers: Qualifiers, indent: string): string[] {
  const shown = [...qualifiers].filter(([key]) => !PAIRED.has(key) && !DIRECTIONS.has(key));
  return shown.map(([key, { name, value }]) => {
    const text = TEXTS.has(key) ? hashed(value) : constantText(value);
    return `${indent}${name} ${text}`;
  });
}

function hashed(value: CimConstant): string {
  const texts: readonly CimConstant[] = isList(value) ? value : [value];
  return texts.map((text) => hash(typeof text === "string" ? text : "")).join(" ");
}

/** Short, and enough to see that a text has become another one. */
function hash(text: string): string {
  return `#${createHash("sha256").update(text).digest("hex").slice(0, 10)}`;
}

function valueLines(
  values: ValueMap | undefined,
  qualifiers: Qualifiers,
  indent: string,
): string[] {
  const descriptions = qualifiers.get("valuedescriptions")?.value ?? null;
  return (values?.entries ?? []).map(({ key, label }, index) => {
    const description = isList(descriptions) ? descriptions[index] : undefined;
    const shown = typeof description === "string" && description !== "" ? hash(description) : "";
    return `${indent}${values?.kind === "bits" ? "bit" : "value"} ${key} ${nameOrHash(label ?? "")} ${shown}`.trimEnd();
  });
}

function nameOrHash(text: string): string {
  return text.length > LONGEST_NAME ? hash(text) : JSON.stringify(text);
}

function constantText(value: CimConstant): string {
  if (isList(value)) return `{${value.map(constantText).join(", ")}}`;
  if (typeof value === "string") return nameOrHash(value);
  return typeof value === "object" && value !== null ? value.kind : String(value);
}

function isList(value: CimConstant): value is readonly CimConstant[] {
  return Array.isArray(value);
}
