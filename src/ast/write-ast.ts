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
 *
 * @param write - takes the text, in many small pieces
 */
export function writeAst(set: MofSet, write: (text: string) => void): void {
  write('{\n  "documents": [');
  let separator = "\n";
  for (const document of new Set([...set.roots, ...set.includes.values()])) {
    write(separator);
    writeDocument(document, set, write);
    separator = ",\n";
  }
  write("\n  ]\n}\n");
}

function writeDocument(document: MofDocument, set: MofSet, write: (text: string) => void): void {
  const { source, dialect, declarations } = document;
  write(`    {\n      "source": ${JSON.stringify(source.name)},\n`);
  if (dialect !== undefined) write(`      "dialect": ${JSON.stringify(dialect)},\n`);
  write('      "declarations": [');
  const writer = new NodeWriter(source, write);
  let separator = "\n        ";
  for (const declaration of declarations) {
    const included = declaration.kind === "pragma" ? set.includes.get(declaration) : undefined;
    write(separator);
    writer.write(included ? { ...declaration, includes: included.source.name } : declaration, 8);
    separator = ",\n        ";
  }
  write(`${declarations.length > 0 ? "\n      " : ""}]\n    }`);
}

type Entry = readonly [key: string, value: unknown];

/** Writes the nodes of one document; a node is looked into when it is its turn. */
class NodeWriter {
  private readonly source: Source;
  private readonly out: (text: string) => void;

  constructor(source: Source, out: (text: string) => void) {
    this.source = source;
    this.out = out;
  }

  /** On one line when it fits, otherwise with a line for each entry. */
  write(value: unknown, indent: number, taken: number = indent): void {
    const line = this.oneLine(value, WIDTH - taken);
    if (line !== undefined) {
      this.out(line);
      return;
    }
    const inner = " ".repeat(indent + 2);
    let separator = `\n${inner}`;
    const [open, close] = isList(value) ? "[]" : "{}";
    this.out(open ?? "");
    for (const [key, item] of this.entriesOf(value)) {
      const name = isList(value) ? "" : `${JSON.stringify(key)}: `;
      this.out(separator + name);
      this.write(item, indent + 2, indent + 2 + name.length);
      separator = `,\n${inner}`;
    }
    this.out(`\n${" ".repeat(indent)}${close ?? ""}`);
  }

  /** Gives up as soon as there is no room left, so that it costs little to try; a scalar always fits. */
  private oneLine(value: unknown, room: number): string | undefined {
    if (typeof value !== "object" || value === null) return scalar(value);
    const inList = isList(value);
    let line = inList ? "[" : "{ ";
    let separator = "";
    for (const [key, item] of this.entriesOf(value)) {
      const start = `${line}${separator}${inList ? "" : `${JSON.stringify(key)}: `}`;
      const rest = this.oneLine(item, room - start.length);
      if (rest === undefined || start.length + rest.length > room) return undefined;
      line = start + rest;
      separator = ", ";
    }
    line += inList ? "]" : " }";
    return line.length <= room ? line : undefined;
  }

  private entriesOf(value: unknown): Iterable<Entry> {
    if (isList(value)) return numbered(value);
    return isNode(value) ? this.entriesOfNode(value) : [];
  }

  private entriesOfNode(node: Node): readonly Entry[] {
    const { kind, start, end, ...rest } = node;
    const { line, column } = positionAt(this.source, start);
    const place = { kind, start, end, line, column };
    const others = Object.entries(rest).sort(([left], [right]) => rank(left) - rank(right));
    return [...Object.entries(place), ...others];
  }
}

interface Node extends Span {
  readonly kind: string;
}

/** Whatever the AST holds besides values and lists is a node. */
function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "kind" in value && "start" in value;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function* numbered(items: readonly unknown[]): Generator<Entry> {
  for (const item of items) yield ["", item];
}

function rank(key: string): number {
  return RANK.get(key) ?? ORDER.length;
}

function scalar(value: unknown): string {
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? String(number) : `"${value}"`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) return `"${value}"`;
  return JSON.stringify(value);
}
