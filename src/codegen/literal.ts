/** Object literals laid out as Prettier would. */
import { literalKey, stringLiteral } from "./identifiers.ts";
import { fits, textWidth } from "./text-width.ts";

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
  if (typeof value !== "object") {
    return typeof value === "string" ? stringLiteral(value) : String(value);
  }
  const flat = inline(value);
  return fits(flat, used) ? flat : expanded(value, indent);
}

/** An object over several lines, whether it would fit on one or not. */
export function expanded(value: readonly Literal[] | LiteralObject, indent: number): string {
  const pad = " ".repeat(indent + 2);
  const lines = isList(value)
    ? value.map((item) => `${pad}${literal(item, indent + 2, indent + 3)},\n`)
    : entries(value).map(([key, item]) => {
        const name = literalKey(key);
        const behind = assertion(key);
        const used = indent + textWidth(name) + behind.length + 5;
        const text = `${literal(item, indent + 2, used)}${behind}`;
        return `${member(name, text, indent + 2)}\n`;
      });
  const [open, close] = isList(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.join("")}${" ".repeat(indent)}${close}`;
}

/** Prettier's bound: the indentation and three columns. */
const SHORT_NAME = 5;

/**
 * `name: value,` on one line; a value of one line that is too long stands below its
 * name, unless the name is so short that nothing is won.
 */
export function member(name: string, value: string, indent: number): string {
  const pad = " ".repeat(indent);
  const line = `${pad}${name}: ${value},`;
  if (fits(line) || value.includes("\n") || textWidth(name) < SHORT_NAME) return line;
  return `${pad}${name}:\n${pad}  ${value},`;
}

function inline(value: Literal): string {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return `[${value.map(inline).join(", ")}]`;
  const members = entries(value).map(
    ([key, item]) => `${literalKey(key)}: ${inline(item)}${assertion(key)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** TypeScript takes the type of a member called `constructor` from Object, whatever the object is for. */
function assertion(key: string): string {
  return key !== "__proto__" && key in Object.prototype ? " as const" : "";
}

function entries(value: LiteralObject): [string, Literal][] {
  return Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, item]]));
}

function isList(value: readonly Literal[] | LiteralObject): value is readonly Literal[] {
  return Array.isArray(value);
}
