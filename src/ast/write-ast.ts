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
  const writer = new NodeWriter(source);
  let separator = "\n        ";
  for (const declaration of declarations) {
    const included = declaration.kind === "pragma" ? set.includes.get(declaration) : undefined;
    yield separator;
    yield* writer.write(
      included ? { ...declaration, includes: included.source.name } : declaration,
      8,
    );
    separator = ",\n        ";
  }
  yield `${declarations.length > 0 ? "\n      " : ""}]\n    }`;
}

type Entry = readonly [key: string, value: unknown];

/** An object or a list that takes several lines and has been opened. */
interface Opened {
  readonly rest: Iterator<Entry>;
  readonly isList: boolean;
  readonly indent: number;
  separator: "" | ",";
}

/** Writes the nodes of one document; a node is looked into when it is its turn. */
class NodeWriter {
  private readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  /** Each value on one line when it fits, otherwise with a line for each entry. */
  *write(value: unknown, indent: number): Generator<string> {
    const opened: Opened[] = [];
    yield this.begin(value, indent, indent, opened);
    for (let last = opened.at(-1); last; last = opened.at(-1)) {
      const { rest, isList, indent: outer, separator } = last;
      const next = rest.next();
      if (next.done) {
        opened.pop();
        yield `\n${" ".repeat(outer)}${isList ? "]" : "}"}`;
        continue;
      }
      const [key, item] = next.value;
      const name = isList ? "" : `${JSON.stringify(key)}: `;
      const inner = outer + 2;
      const text = this.begin(item, inner, inner + name.length, opened);
      yield `${separator}\n${" ".repeat(inner)}${name}${text}`;
      last.separator = ",";
    }
  }

  /** The whole of a value, or the mark that opens it. */
  private begin(value: unknown, indent: number, taken: number, opened: Opened[]): string {
    const line = this.oneLine(value, WIDTH - taken);
    if (line !== undefined) return line;
    const inList = isList(value);
    const rest = this.entriesOf(value)[Symbol.iterator]();
    opened.push({ rest, isList: inList, indent, separator: "" });
    return inList ? "[" : "{";
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
