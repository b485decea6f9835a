/** Properties and methods as lines of an interface. */
import {
  type CimClass,
  type CimMethod,
  type CimParameter,
  type CimProperty,
  inputsOf,
  outsOf,
  type Qualifiers,
} from "../model/index.ts";
import { codeSpan, comment, inlineProse, isText, prose } from "./comment.ts";
import type { FileContext } from "./context.ts";
import { methodKey, stringLiteral, typeKey } from "./identifiers.ts";
import { fits } from "./text-width.ts";
import { parameterType, propertyType, returnType } from "./ts-type.ts";
import type { MemberView } from "./view.ts";

/** A line `name: type;` of an interface or a type literal. */
interface Field {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly comment: readonly string[];
}

/** A property of the interface. */
export function propertyView(
  cls: CimClass,
  property: CimProperty,
  context: FileContext,
): MemberView {
  const field: Field = {
    name: `readonly ${typeKey(property.name)}`,
    type: propertyType(cls, property, context),
    nullable: !property.key && !property.required,
    comment: propertyParagraphs(property),
  };
  const text = comment(field.comment, 2);
  return { comment: text, text: fieldText(field, 2), apart: false };
}

function propertyParagraphs(property: CimProperty): string[] {
  const sentences = [
    ...(property.units === undefined ? [] : [`Unit: ${inlineProse(property.units)}.`]),
    ...(property.key ? ["Key."] : []),
  ];
  return [
    ...withBehind(prose(property.description), sentences),
    ...statusTags(property.qualifiers),
    ...defaultTag(property),
  ];
}

/** Puts short sentences behind the last paragraph, or below it where it is a list or the like. */
function withBehind(paragraphs: readonly string[], sentences: readonly string[]): string[] {
  if (sentences.length === 0) return [...paragraphs];
  const last = paragraphs.at(-1);
  const behind = sentences.join(" ");
  if (last === undefined || !isText(last)) return [...paragraphs, behind];
  const stop = /[.!?:)。！？：）؟۔]$/.test(last) ? last : `${last}.`;
  return [...paragraphs.slice(0, -1), `${stop} ${behind}`];
}

function defaultTag({ type, default: value }: CimProperty | CimParameter): string[] {
  if (value === undefined || value === null || typeof value === "object") return [];
  const wide = type.kind === "intrinsic" && type.name.endsWith("int64");
  const text = typeof value === "string" ? stringLiteral(value) : `${value}${wide ? "n" : ""}`;
  return [`@defaultValue ${codeSpan(text)}`];
}

/** `@deprecated` with what to use instead, `@experimental`. */
export function statusTags(qualifiers: Qualifiers): string[] {
  const deprecated = qualifiers.get("deprecated")?.value;
  const tags: string[] = [];
  if (deprecated !== undefined && deprecated !== false && deprecated !== null) {
    const names = Array.isArray(deprecated) ? deprecated : [deprecated];
    const instead = names.filter((name) => typeof name === "string" && !/^no value$/i.test(name));
    const use = instead.length > 0 ? ` Use ${instead.join(", ")}.` : "";
    tags.push(`@deprecated${use === "" ? "" : ` ${inlineProse(use)}`}`);
  }
  if (qualifiers.get("experimental")?.value === true) tags.push("@experimental");
  return tags;
}

/** A method of the interface, its arguments named. */
export function methodView(cls: CimClass, method: CimMethod, context: FileContext): MemberView {
  const paragraphs = [...prose(method.description), ...statusTags(method.qualifiers)];
  return {
    comment: comment(paragraphs, 2),
    text: signature(cls, method, context),
    apart: true,
  };
}

function signature(cls: CimClass, method: CimMethod, context: FileContext): string {
  const inputs = inputsOf(method).map((parameter) => inputField(cls, method, parameter, context));
  const outs = outsOf(method).map((parameter) => outField(cls, method, parameter, context));
  const returns = returnType(cls, method, context);
  const result: Field[] =
    returns === "void"
      ? outs
      : [{ name: "ReturnValue", type: returns, nullable: false, comment: [] }, ...outs];
  const optional = inputsOf(method).every((parameter) => parameter.optional);
  const parameter = optional ? "input?: " : "input: ";
  const documented = (fields: readonly Field[]) => fields.some(({ comment }) => comment.length > 0);
  const head = `  ${methodKey(method.name)}(`;
  const flatInput = inputs.length === 0 ? "" : parameter + inlineObject(inputs);
  if (!documented(inputs) && !documented(outs)) {
    const flat = `${head}${flatInput}): ${outs.length === 0 ? returns : inlineObject(result)};`;
    if (fits(flat)) return flat;
  }
  const output = outs.length === 0 ? returns : expandedObject(result);
  // Prettier pulls an input that fits onto the line, even where it keeps other objects open.
  const firstLine = `${head}${flatInput}): ${outs.length === 0 ? `${returns};` : "{"}`;
  const onLine = !documented(inputs) && fits(firstLine);
  const input = inputs.length === 0 || onLine ? flatInput : parameter + expandedObject(inputs);
  return `${head}${input}): ${output};`;
}

function inputField(
  cls: CimClass,
  method: CimMethod,
  parameter: CimParameter,
  context: FileContext,
): Field {
  return {
    name: `${typeKey(parameter.name)}${parameter.optional ? "?" : ""}`,
    type: parameterType(cls, method, parameter, context),
    nullable: !parameter.required,
    comment: parameterParagraphs(parameter),
  };
}

function outField(
  cls: CimClass,
  method: CimMethod,
  parameter: CimParameter,
  context: FileContext,
): Field {
  return {
    name: typeKey(parameter.name),
    type: parameterType(cls, method, parameter, context),
    nullable: true,
    comment: parameterParagraphs(parameter),
  };
}

function parameterParagraphs(parameter: CimParameter): string[] {
  const units = parameter.units === undefined ? [] : [`Unit: ${inlineProse(parameter.units)}.`];
  return [
    ...withBehind(prose(parameter.description), units),
    ...statusTags(parameter.qualifiers),
    ...defaultTag(parameter),
  ];
}

function inlineObject(fields: readonly Field[]): string {
  return `{ ${fields.map((field) => `${field.name}: ${typeText(field)}`).join("; ")} }`;
}

function expandedObject(fields: readonly Field[]): string {
  const lines = fields.map((field) => {
    const text = comment(field.comment, 4);
    return `${text === undefined ? "" : `${text}\n`}${fieldText(field, 4)}\n`;
  });
  return `{\n${lines.join("")}  }`;
}

function typeText({ type, nullable }: Field): string {
  return nullable ? `${type} | null` : type;
}

/**
 * As Prettier lays it out: an array that is too long for the line goes below its name,
 * and if it is still too long a type a line; a name with null stays where it is.
 */
function fieldText(field: Field, indent: number): string {
  const pad = " ".repeat(indent);
  const line = `${pad}${field.name}: ${typeText(field)};`;
  const breaks = field.nullable && field.type.startsWith("readonly ");
  if (fits(line) || !breaks) return line;
  const below = `${pad}  ${typeText(field)};`;
  if (fits(below)) return `${pad}${field.name}:\n${below}`;
  return `${pad}${field.name}:\n${pad}  | ${field.type}\n${pad}  | null;`;
}
