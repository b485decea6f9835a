import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isSeq,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Span } from "../../source/index.ts";
import type { YamlMistake } from "./mistake.ts";
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from "./node.ts";

/** The nodes of a document, whose aliases have become what they stand for. */
export function nodeOf(
  { contents }: Document.Parsed,
  text: string,
): { readonly node: YamlNode; readonly mistakes: readonly YamlMistake[] } {
  const builder = new NodeBuilder(text);
  return { node: builder.node(contents, 0), mistakes: builder.mistakes };
}

class NodeBuilder {
  readonly mistakes: YamlMistake[] = [];
  private readonly text: string;
  /** What an alias names stands before it, and is over: nothing contains itself. */
  private readonly anchored = new Map<string, YamlNode>();

  constructor(text: string) {
    this.text = text;
  }

  /** @param at - where it would stand if something were written */
  node(parsed: ParsedNode | null, at: number): YamlNode {
    if (parsed === null) return { kind: "null", text: "", start: at, end: at };
    if (isAlias(parsed)) return this.alias(parsed);
    const node = this.unaliased(parsed);
    if (parsed.anchor !== undefined) this.anchored.set(parsed.anchor, node);
    return node;
  }

  private unaliased(parsed: Exclude<ParsedNode, Alias.Parsed>): YamlNode {
    if (isMap(parsed)) return this.map(parsed);
    return isSeq(parsed) ? this.list(parsed) : this.scalar(parsed);
  }

  private alias({ source, range: [start, end] }: Alias.Parsed): YamlNode {
    const node = this.anchored.get(source);
    if (node) return node;
    const name = source.length > 40 ? `${source.slice(0, 40)}…` : source;
    this.mistakes.push({ reason: `no value before this one has the anchor &${name}`, start, end });
    return { kind: "null", text: "", start, end };
  }

  private map({ items, range, flow = false }: YAMLMap.Parsed): YamlMap {
    const entries = items.map(({ key, value }): YamlEntry => {
      const [start, , behind] = key.range;
      const keyNode = this.node(key, start);
      const valueNode = this.node(value, behind);
      const end = value === null ? key.range[1] : endOf(value, valueNode);
      return { key: keyNode, value: valueNode, start, end };
    });
    const end = flow ? range[1] : (entries.at(-1)?.end ?? range[1]);
    return { kind: "map", entries, start: range[0], end };
  }

  private list({ items, range, flow = false }: YAMLSeq.Parsed): YamlList {
    const [start] = range;
    let end = range[1];
    const nodes = items.map((item) => {
      const node = this.node(item, start);
      if (!flow) end = endOf(item, node);
      return node;
    });
    return { kind: "list", items: nodes, start, end };
  }

  private scalar(parsed: Scalar.Parsed): YamlScalar {
    const { source: text, value, type } = parsed;
    const span = this.spanOf(parsed);
    if (type !== "PLAIN") return { kind: "text", text, ...span };
    if (value === null) return { kind: "null", text, ...span };
    if (typeof value === "boolean") return { kind: "boolean", text, value, ...span };
    return { kind: typeof value === "number" ? "number" : "text", text, ...span };
  }

  private spanOf({ source, range: [start, end] }: Scalar.Parsed): Span {
    const isQuoted = source !== "" && this.text.slice(start + 1, end - 1) === source;
    return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
  }
}

/** Where a value ends; the parser has blocks end with the comments and line ends behind them. */
function endOf(parsed: ParsedNode, node: YamlNode): number {
  return isAlias(parsed) ? parsed.range[1] : node.end;
}
