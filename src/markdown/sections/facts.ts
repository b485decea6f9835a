/** Lines of a property that state facts: `Data type: **string**`. */
import type { Span } from "../../source/index.ts";
import type { Block, Inline } from "../blocks/block.ts";
import { textInline } from "../blocks/markdown.ts";
import { lineOf } from "../blocks/plain-text.ts";
import { FACT_WORDS } from "../words/label-words.ts";
import { accessOf } from "./access.ts";

export interface Fact {
  readonly kind: "type" | "access" | "qualifiers";
  /** What stands behind the label. */
  readonly inlines: readonly Inline[];
  readonly span: Span;
}

/** What leads to a value in any language. A label is short, and no sentence. */
const LABEL = /^\s*([^:：.()[\]"]{1,40}?)\s*[:：]\s*/;

/** A line of a label and a value. */
interface Labelled {
  readonly label: string;
  readonly inlines: readonly Inline[];
}

/** @returns nothing when it does not begin with a label in plain text */
export function labelled(inlines: readonly Inline[]): Labelled | undefined {
  const index = inlines.findIndex(({ type, content }) => type === "text" && content.trim() !== "");
  const token = inlines[index];
  if (!token || inlines.slice(0, index).some(({ type }) => type !== "html_inline"))
    return undefined;
  const [all, label] = LABEL.exec(token.content) ?? [];
  if (all === undefined || label === undefined) return undefined;
  const rest = textInline(token.content.slice(all.length));
  return { label: label.toLowerCase(), inlines: [rest, ...inlines.slice(index + 1)] };
}

const kinds = new Map<string, Fact["kind"]>();
for (const [kind, words] of Object.entries(FACT_WORDS)) {
  // The keys of the list are kinds.
  for (const word of words) kinds.set(word, kind as Fact["kind"]);
}

/** What a label in a known language is about. */
function factKind(label: string): Fact["kind"] | undefined {
  return kinds.get(label);
}

/** Whether a block is the list of facts: labelled terms without anything beside them. */
export function isFacts(block: Block): boolean {
  if (block.kind !== "definitions" || block.items.length > 6) return false;
  return block.items.every(
    ({ term, body }) =>
      body.length === 0 && term.length === 1 && term.every((part) => isLabelled(part)),
  );
}

function isLabelled(block: Block): boolean {
  return block.kind === "paragraph" && labelled(block.inlines) !== undefined;
}

/** The facts that a property begins with, and what it goes on with. */
export function takeFacts(blocks: readonly Block[]): {
  readonly facts: readonly Fact[];
  readonly rest: readonly Block[];
} {
  const [first, ...others] = blocks;
  if (first?.kind === "definitions" && isFacts(first)) {
    const terms = first.items.flatMap(({ term }) => term);
    return { facts: kindsOf(terms), rest: others };
  }
  const end = blocks.findIndex((block) => !isFact(block));
  const count = end < 0 ? blocks.length : end;
  return { facts: kindsOf(blocks.slice(0, count)), rest: blocks.slice(count) };
}

/** Whether a paragraph is a fact whose label is known. */
export function isFact(block: Block | undefined): boolean {
  if (block?.kind !== "paragraph") return false;
  const line = labelled(block.inlines);
  return line !== undefined && factKind(line.label) !== undefined;
}

/** What cannot be told by a label is told by its value, and then by its place: type, access, qualifiers. */
function kindsOf(blocks: readonly Block[]): Fact[] {
  const facts: Fact[] = [];
  for (const block of blocks) {
    const line = block.kind === "paragraph" ? labelled(block.inlines) : undefined;
    if (!line) continue;
    const taken = new Set(facts.map(({ kind }) => kind));
    const kind =
      factKind(line.label) ?? kindByValue(line.inlines) ?? ORDER.find((so) => !taken.has(so));
    const { start, end } = block;
    if (kind) facts.push({ kind, inlines: line.inlines, span: { start, end } });
  }
  return facts;
}

const ORDER: readonly Fact["kind"][] = ["type", "access", "qualifiers"];

function kindByValue(inlines: readonly Inline[]): Fact["kind"] | undefined {
  if (accessOf(lineOf(inlines))) return "access";
  const isLinked = inlines.some(
    (token) =>
      token.type === "link_open" &&
      /qualifiers?(?:\.md|--?[\w-]*)?(?:#.*)?$/i.test(token.attrGet("href") ?? ""),
  );
  return isLinked ? "qualifiers" : undefined;
}
