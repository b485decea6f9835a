import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Document,
  type ParsedNode,
  parseDocument,
} from "yaml";
import { diagnose, type Diagnostic } from "../diagnostics/index.ts";
import type { Source, Span } from "../source/index.ts";
import type { PageText } from "./page.ts";

/** What is wanted of front matter. */
const WANTED = ["title", "api_name", "api_location", "ms.contentlocale"] as const;

export type FrontMatterKey = (typeof WANTED)[number];

/** Of each key all scalars of its value. */
export type FrontMatterValues = Map<FrontMatterKey, readonly PageText[]>;

const keys: ReadonlySet<string> = new Set(WANTED);

export function isWanted(key: string): key is FrontMatterKey {
  return keys.has(key);
}

/**
 * Reads a stretch of YAML by a parser. Nothing is expanded: an alias stands for a scalar, and what
 * is nested deeper than a list is not looked at.
 *
 * @param values - what is added to
 */
export function parseFrontMatter(
  source: Source,
  { start, end }: Span,
  values: FrontMatterValues,
): Diagnostic[] {
  const read = parse(source.text.slice(start, end));
  if ("reason" in read) {
    const span = { start: start + read.start, end: start + read.end };
    const sentence = { path: source.name, reason: read.reason };
    return [diagnose("page-front-matter", sentence, { source, span })];
  }
  const { contents } = read;
  if (!isMap(contents)) return [];
  for (const key of WANTED) {
    const node = contents.get(key, true);
    if (node && !values.has(key)) values.set(key, scalarsOf(node as ParsedNode, read, start));
  }
  return [];
}

interface Mistake extends Span {
  readonly reason: string;
}

/** The parser calls itself for what is nested, so that hostile text ends it. */
function parse(yaml: string): Document.Parsed | Mistake {
  try {
    // Looking for keys that are stated twice takes long where there are many.
    const document = parseDocument(yaml, {
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
      schema: "failsafe",
    });
    const [mistake] = document.errors;
    if (!mistake) return document;
    const [start, end] = mistake.pos;
    return { reason: firstLine(mistake.message), start, end };
  } catch {
    return { reason: "it is nested too deeply", start: 0, end: 0 };
  }
}

function firstLine(text: string): string {
  return (/^[^\r\n]*/.exec(text)?.[0] ?? "").slice(0, 200);
}

function scalarsOf(node: ParsedNode, document: Document.Parsed, shift: number): PageText[] {
  const items = isSeq(node) ? node.items : [node];
  return items.flatMap((item) => {
    const scalar = isAlias(item) ? item.resolve(document) : item;
    if (!isScalar(scalar) || typeof scalar.value !== "string" || scalar.value === "") return [];
    const [start, end] = (isAlias(item) ? item.range : scalar.range) ?? [0, 0];
    return [{ text: scalar.value, start: shift + start, end: shift + end }];
  });
}
