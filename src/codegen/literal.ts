/** Object literals laid out as Prettier would. */
import { literalKey, stringLiteral } from "./identifiers.ts";
import { fits, textWidth, WIDTH } from "./text-width.ts";

/** Data that a descriptor may hold. */
export type Literal = string | number | boolean | readonly Literal[] | LiteralObject;
/** Keys in order; a key whose value is `undefined` is left out. */
export interface LiteralObject {
  readonly [key: string]: Literal | undefined;
}

/**
 * Prints data.
 *
 * @param indent - spaces before the line that the literal stands in
 * @param used - columns of the first line that are taken before and behind the literal
 */
function literal(value: Literal, indent: number, used: number): string {
  if (typeof value !== "object") return scalar(value);
  return inline(value, WIDTH - used) ?? expanded(value, indent);
}

function scalar(value: string | number | boolean): string {
  return typeof value === "string" ? stringLiteral(value) : String(value);
}

/** An object over several lines, whether it would fit on one or not. */
export function expanded(value: readonly Literal[] | LiteralObject, indent: number): string {
  const pad = " ".repeat(indent + 2);
  let lines = "";
  if (isList(value)) {
    for (const item of value) lines += `${pad}${literal(item, indent + 2, indent + 3)},\n`;
    return `[\n${lines}${" ".repeat(indent)}]`;
  }
  for (const key of Object.keys(value)) {
    const item = value[key];
    if (item === undefined) continue;
    lines += `${typeof item === "object" ? nested(key, item, indent + 2) : member(literalKey(key), scalar(item), indent + 2)}\n`;
  }
  return `{\n${lines}${" ".repeat(indent)}}`;
}

/** `name: {` and what follows; below its name where not even the brace has room behind that. */
function nested(key: string, value: Literal, indent: number): string {
  const name = literalKey(key);
  const pad = " ".repeat(indent);
  if (fits(`${pad}${name}: {`)) {
    return member(name, literal(value, indent, indent + textWidth(name) + 3), indent);
  }
  return `${pad}${name}:\n${pad}  ${literal(value, indent + 2, indent + 3)},`;
}

/** Prettier's bound: the indentation and three columns. */
const SHORT_NAME = 5;
/** What Prettier leaves behind its name in any case. */
const UNBROKEN = /^(?:\d+|true|false)$/;

/**
 * `name: value,` on one line; a value of one line that is too long stands below its
 * name, unless the name is so short that nothing is won, or the value is a mere number.
 */
export function member(name: string, value: string, indent: number): string {
  const pad = " ".repeat(indent);
  const line = `${pad}${name}: ${value},`;
  const stays = value.includes("\n") || UNBROKEN.test(value);
  if (stays || fits(line) || textWidth(name) < SHORT_NAME) return line;
  return `${pad}${name}:\n${pad}  ${value},`;
}

/**
 * Data on one line.
 *
 * @param room - columns
 * @returns `undefined` as soon as it shows that they do not suffice
 */
function inline(value: Literal, room: number): string | undefined {
  if (typeof value !== "object") {
    const text = scalar(value);
    return textWidth(text) <= room ? text : undefined;
  }
  if (room < 2) return undefined;
  return isList(value) ? inlineList(value, room) : inlineObject(value, room);
}

function inlineList(list: readonly Literal[], room: number): string | undefined {
  let line = "[";
  for (const item of list) {
    if (line !== "[") line += ", ";
    const text = inline(item, room - textWidth(line) - 1);
    if (text === undefined) return undefined;
    line += text;
  }
  return `${line}]`;
}

function inlineObject(object: LiteralObject, room: number): string | undefined {
  let line = "";
  for (const key of Object.keys(object)) {
    const item = object[key];
    if (item === undefined) continue;
    line += `${line === "" ? "{ " : ", "}${literalKey(key)}: `;
    const text = inline(item, room - textWidth(line) - 2);
    if (text === undefined) return undefined;
    line += text;
  }
  return line === "" ? "{}" : `${line} }`;
}

function isList(value: readonly Literal[] | LiteralObject): value is readonly Literal[] {
  return Array.isArray(value);
}
