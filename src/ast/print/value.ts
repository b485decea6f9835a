/** Values as MOF, on one line where they fit. */
import type { InstanceDeclaration, Value } from "../nodes.ts";
import { characterLiteral, stringLiteral, stringPieces } from "./text.ts";

/** How wide a line may get. */
export const WIDTH = 100;

/** Where a value stands. */
export interface Room {
  /** How far the lines behind the first are moved in, at least. */
  readonly indent: number;
  /** How much stands before the value on its first line, and behind it on the last. */
  readonly taken: number;
}

/**
 * The lines of a value. The first one stands behind what is there already, and is empty
 * when nothing fits behind it; the others bring their indentation.
 */
export function valueLines(value: Value, room: Room): readonly string[] {
  switch (value.kind) {
    case "string":
      return stringLines(value.value, room);
    case "array":
      return arrayLines(value.items, room);
    case "instance":
      return instanceLines(value, room.indent);
    default:
      return [literal(value)];
  }
}

type Scalar = Exclude<Value, { kind: "array" | "instance" }>;

function literal(value: Scalar): string {
  switch (value.kind) {
    case "integer":
      return String(value.value);
    case "real":
      return realLiteral(value.value);
    case "string":
      return stringLiteral(value.value);
    case "char":
      return characterLiteral(value.value);
    case "boolean":
      return String(value.value);
    case "null":
      return "null";
    case "alias":
      return value.text;
    case "word":
      return value.enumeration ? `${value.enumeration.text}.${value.text}` : value.text;
  }
}

/** A digit stands before the point and behind it; more than a double holds is infinite. */
function realLiteral(value: number): string {
  if (!Number.isFinite(value)) return value < 0 ? "-1.0e999" : "1.0e999";
  const text = Object.is(value, -0) ? "-0" : String(value);
  if (text.includes(".")) return text;
  const [digits = "", exponent] = text.split("e");
  return exponent === undefined ? `${digits}.0` : `${digits}.0e${exponent}`;
}

function stringLines(text: string, { indent, taken }: Room): readonly string[] {
  const mostLikely = text.length + 2 <= WIDTH - taken;
  const whole = mostLikely ? stringLiteral(text) : "";
  if (mostLikely && whole.length + taken <= WIDTH) return [whole];
  const inner = " ".repeat(indent + 2);
  const pieces = stringPieces(text, Math.max(40, WIDTH - inner.length - 3));
  return ["", ...pieces.map((piece) => inner + piece)];
}

function arrayLines(items: readonly Value[], { indent, taken }: Room): readonly string[] {
  if (items.length === 0) return ["{}"];
  const line = oneLine(items, WIDTH - taken);
  if (line !== undefined) return [line];
  const lines = ["{"];
  const inner = " ".repeat(indent + 2);
  let current = inner;
  const last = items.length - 1;
  for (const [index, item] of items.entries()) {
    const comma = index === last ? "" : ",";
    const [first = "", ...rest] = itemLines(item, indent + 2);
    const separator = current === inner ? "" : " ";
    const fits = rest.length === 0 && current.length + separator.length + first.length < WIDTH;
    if (fits) {
      current += `${separator}${first}${comma}`;
      continue;
    }
    if (current !== inner) lines.push(current);
    current = inner + first;
    if (rest.length === 0) {
      current += comma;
      continue;
    }
    lines.push(current);
    for (const each of rest.slice(0, -1)) lines.push(each);
    lines.push(`${rest.at(-1) ?? ""}${comma}`);
    current = inner;
  }
  if (current !== inner) lines.push(current);
  lines.push(`${" ".repeat(indent)}}`);
  return lines;
}

/** A long string begins on the line of its item and goes on further in. */
function itemLines(item: Value, indent: number): readonly string[] {
  const lines = valueLines(item, { indent, taken: indent + 1 });
  if (item.kind !== "string" || lines[0] !== "") return lines;
  const [, first = "", ...rest] = lines;
  return [first.trimStart(), ...rest];
}

/** All items on a line when they are few and plain, and so short. */
function oneLine(items: readonly Value[], room: number): string | undefined {
  let line = "{ ";
  for (const item of items) {
    if (item.kind === "array" || item.kind === "instance") return undefined;
    if (item.kind === "string" && item.value.length > room) return undefined;
    line += `${line === "{ " ? "" : ", "}${literal(item)}`;
    if (line.length + 2 > room) return undefined;
  }
  return `${line} }`;
}

/** An instance without its semicolon, as it stands as a value. */
export function instanceLines(node: InstanceDeclaration, indent: number): readonly string[] {
  const alias = node.alias ? ` as ${node.alias.text}` : "";
  const head = `${node.value ? "value" : "instance"} of ${node.className.text}${alias} {`;
  if (node.assignments.length === 0) return [`${head}}`];
  const inner = " ".repeat(indent + 2);
  const lines = [head];
  for (const { name, value } of node.assignments) {
    const start = `${inner}${name.text} = `;
    const room = { indent: indent + 2, taken: start.length + 1 };
    for (const line of around(start, valueLines(value, room), ";")) lines.push(line);
  }
  lines.push(`${" ".repeat(indent)}}`);
  return lines;
}

/** Lines with something before the first and behind the last. */
export function around(
  before: string,
  [first = "", ...rest]: readonly string[],
  behind: string,
): readonly string[] {
  const start = `${before}${first}`.trimEnd();
  const last = rest.pop();
  return last === undefined ? [`${start}${behind}`] : [start, ...rest, `${last}${behind}`];
}
