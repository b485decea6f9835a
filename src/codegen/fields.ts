/** Lines `name: type;` of interfaces and type literals, laid out as Prettier would. */
import { comment } from "./comment.ts";
import { fits } from "./text-width.ts";

/** A line `name: type;`. */
export interface Field {
  /** With `readonly` before it and `?` behind it, where they belong. */
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly comment: readonly string[];
}

/** `{ A: string; B: uint32 | null }` */
export function inlineObject(fields: readonly Field[]): string {
  return `{ ${fields.map((field) => `${field.name}: ${typeText(field)}`).join("; ")} }`;
}

/** The same, a line each. */
export function expandedObject(fields: readonly Field[], indent: number): string {
  const lines = fields.map((field) => {
    const text = comment(field.comment, indent + 2);
    return `${text === undefined ? "" : `${text}\n`}${fieldText(field, indent + 2)}\n`;
  });
  return `{\n${lines.join("")}${" ".repeat(indent)}}`;
}

/**
 * As Prettier lays it out: an array, a string or a boolean that is too long for the line goes
 * below its name, and if it is still too long a type a line; another type with null stays where
 * it is.
 */
export function fieldText(field: Field, indent: number): string {
  const pad = " ".repeat(indent);
  const line = `${pad}${field.name}: ${typeText(field)};`;
  const breaks = field.nullable && BREAKS.test(field.type);
  if (fits(line) || !breaks) return line;
  const below = `${pad}  ${typeText(field)};`;
  if (fits(below)) return `${pad}${field.name}:\n${below}`;
  return `${pad}${field.name}:\n${pad}  | ${field.type}\n${pad}  | null;`;
}

/** Types that Prettier does not keep beside null. */
const BREAKS = /^(?:readonly |(?:string|boolean)$)/;

function typeText({ type, nullable }: Field): string {
  return nullable ? `${type} | null` : type;
}
