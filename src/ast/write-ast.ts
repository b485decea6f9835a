import { positionAt, type Source, type Span } from "../source/index.ts";
import type { MofDocument } from "./nodes.ts";
import type { MofSet } from "./set.ts";

/** What does not fit into so many columns takes several lines. */
const WIDTH = 120;

/** How the keys of a node are ordered behind `kind` and its place; others come last. */
const ORDER: readonly string[] = [
  "name",
  "className",
  "text",
  "alias",
  "superclass",
  "superstructure",
  "base",
  "association",
  "type",
  "reference",
  "array",
  "size",
  "initializer",
  "enumeration",
  "value",
  "items",
  "qualifiers",
  "scopes",
  "flavors",
  "policy",
  "types",
  "properties",
  "members",
  "features",
  "parameters",
  "assignments",
];
const RANK: ReadonlyMap<string, number> = new Map(ORDER.map((key, index) => [key, index]));

/**
 * Writes ASTs as JSON for other programs, piece by piece: `{"documents": […]}`, first the
 * documents that were asked for, then those that they include. Nodes are those of the
 * types of this package, each with `start` and `end` (offsets in UTF-16 code units), `line`
 * and `column` of its start (both from 1); a pragma that includes a document names it in
 * `includes`. Integers beyond ±(2⁵³−1) and numbers that are not finite are strings.
 */
export function* writeAst(set: MofSet): Generator<string> {
  yield '{\n  "documents": [';
  let separator = "\n";
  for (const document of new Set([...set.roots, ...set.includes.values()])) {
    yield separator;
    yield* writeDocument(document, set);
    separator = ",\n";
  }
  yield "\n  ]\n}\n";
}

function* writeDocument(document: MofDocument, set: MofSet): Generator<string> {
  const { source, dialect, declarations } = document;
  yield `    {\n      "source": ${JSON.stringify(source.name)},\n`;
  if (dialect !== undefined) yield `      "dialect": ${JSON.stringify(dialect)},\n`;
  yield '      "declarations": [';
  let separator = "\n        ";
  for (const declaration of declarations) {
    const included = declaration.kind === "pragma" ? set.includes.get(declaration) : undefined;
    const more: Entry[] = included ? [["includes", included.source.name]] : [];
    yield separator + layOut(jsonOf(declaration, source, more), 8);
    separator = ",\n        ";
  }
  yield `${declarations.length > 0 ? "\n      " : ""}]\n    }`;
}

/** Like the values of JSON, but objects are lists of entries: their order is that of the text. */
type Json = null | boolean | number | string | readonly Json[] | JsonObject;
type Entry = readonly [key: string, value: Json];
interface JsonObject {
  readonly entries: readonly Entry[];
}

function jsonOf(value: unknown, source: Source, more: readonly Entry[] = []): Json {
  if (Array.isArray(value)) return value.map((item: unknown) => jsonOf(item, source));
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "string" || typeof value === "boolean") return value;
  return isNode(value) ? { entries: [...entriesOf(value, source), ...more] } : null;
}

interface Node extends Span {
  readonly kind: string;
}

/** Whatever the AST holds besides values and lists is a node. */
function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "kind" in value && "start" in value;
}

function entriesOf(node: Node, source: Source): readonly Entry[] {
  const { kind, start, end, ...rest } = node;
  const { line, column } = positionAt(source, start);
  const others = Object.entries(rest)
    .sort(([left], [right]) => rank(left) - rank(right))
    .map(([key, value]): Entry => [key, jsonOf(value, source)]);
  const place: Entry[] = [
    ["start", start],
    ["end", end],
    ["line", line],
    ["column", column],
  ];
  return [["kind", kind], ...place, ...others];
}

function rank(key: string): number {
  return RANK.get(key) ?? ORDER.length;
}

/** On one line when it fits, otherwise with a line for each entry. */
function layOut(value: Json, indent: number, taken = indent): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const line = oneLine(value, WIDTH - taken);
  if (line !== undefined) return line;
  const inner = " ".repeat(indent + 2);
  const [open, close, parts] = isObject(value)
    ? ["{", "}", value.entries.map((entry) => layOutEntry(entry, indent + 2))]
    : ["[", "]", value.map((item) => layOut(item, indent + 2))];
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${" ".repeat(indent)}${close}`;
}

function layOutEntry([key, value]: Entry, indent: number): string {
  const name = `${JSON.stringify(key)}: `;
  return name + layOut(value, indent, indent + name.length);
}

/** Gives up as soon as there is no room left, so that it costs little to try. */
function oneLine(value: Json, room: number): string | undefined {
  if (typeof value === "string" && value.length > room) return undefined;
  if (typeof value !== "object" || value === null) return fitting(JSON.stringify(value), room);
  const object = isObject(value);
  const items: readonly (readonly [name: string, item: Json])[] = object
    ? value.entries.map(([key, item]) => [`${JSON.stringify(key)}: `, item])
    : value.map((item) => ["", item]);
  let line = object ? "{ " : "[";
  for (const [index, [name, item]] of items.entries()) {
    const start = `${line}${index === 0 ? "" : ", "}${name}`;
    const rest = oneLine(item, room - start.length);
    if (rest === undefined) return undefined;
    line = start + rest;
  }
  const empty = items.length === 0;
  return fitting(object ? (empty ? "{}" : `${line} }`) : `${line}]`, room);
}

function fitting(text: string, room: number): string | undefined {
  return text.length <= room ? text : undefined;
}

function isObject(value: readonly Json[] | JsonObject): value is JsonObject {
  return !Array.isArray(value);
}
