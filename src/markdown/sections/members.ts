/** Properties of a class and parameters of a method. */
import type { Source } from "../../source/index.ts";
import type { Block } from "../blocks/block.ts";
import { blocksLine, lineOf } from "../blocks/plain-text.ts";
import type { Direction, PageText, ParameterEntry, PropertyEntry } from "../page.ts";
import { accessOf } from "./access.ts";
import { entriesOf, type Entry } from "./entries.ts";
import { isFact, labelled, takeFacts } from "./facts.ts";
import { isItalic, isNamedAs, nameOf } from "./name.ts";
import { qualifiersOf } from "./qualifiers.ts";
import { located, textOf } from "./text.ts";
import { takeValues } from "./values.ts";

/** Reads the section of properties. */
export function readProperties(source: Source, blocks: readonly Block[]): PropertyEntry[] {
  return entriesOf(blocks, beginsProperty).map((entry) => readProperty(source, entry));
}

/** A name in bold, or a heading, above a line that states a fact. */
function beginsProperty(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  if (block?.kind === "heading") return true;
  return block?.kind === "paragraph" && isNamedAs(block.inlines) && isFact(blocks[index + 1]);
}

function readProperty(source: Source, entry: Entry): PropertyEntry {
  const { facts, rest } = takeFacts(entry.body);
  const { rest: description, values } = takeValues(rest);
  const [type, access, qualifiers] = (["type", "access", "qualifiers"] as const).map((kind) =>
    facts.find((fact) => fact.kind === kind),
  );
  const fromRow = entry.cells ? rowFacts(source, entry) : {};
  const dataType = type
    ? located(source, lineOf(type.inlines), type.span)
    : inBrackets(source, entry);
  const known = access ? accessOf(lineOf(access.inlines)) : undefined;
  return {
    name: nameOf(source, entry.term, entry.termSpan),
    ...(dataType && dataType.text !== "" ? { dataType } : {}),
    ...(known ? { access: known } : {}),
    ...fromRow,
    qualifiers: qualifiers ? qualifiersOf(source, qualifiers) : [],
    ...described(description),
    values,
    start: entry.start,
    end: entry.end,
  };
}

function described(blocks: readonly Block[]): { readonly description?: PageText } {
  const description = textOf(blocks);
  return description ? { description } : {};
}

/** Types of CIM (DSP0004 table 2), which tell the column of types in every language. */
const TYPE =
  /^(?:string|boolean|datetime|char16|real32|real64|object|[us]int(?:8|16|32|64)|[A-Za-z]+_\w+(?: ref)?)\s*(?:\[\d*\]|array)?$/i;

/** Hand-written pages put a row of a table for each property. */
function rowFacts(
  source: Source,
  { cells = [], start, end }: Entry,
): Pick<PropertyEntry, "dataType" | "access"> {
  const lines = cells.slice(0, -1).map((cell) => blocksLine(cell).replaceAll("`", ""));
  const type = lines.find((line) => TYPE.test(line));
  const access = lines.map(accessOf).find((known) => known !== undefined);
  return {
    ...(type === undefined ? {} : { dataType: located(source, type, { start, end }) }),
    ...(access ? { access } : {}),
  };
}

/** `**Name** (string)`. */
function inBrackets(source: Source, { term, termSpan }: Entry): PageText | undefined {
  const inside = /\(([^()]+)\)\s*$/.exec(lineOf(term))?.[1]?.trim() ?? "";
  return TYPE.test(inside) ? located(source, inside, termSpan) : undefined;
}

/** Reads the section of parameters. */
export function readParameters(source: Source, blocks: readonly Block[]): ParameterEntry[] {
  return entriesOf(blocks, beginsParameter).map((entry) => {
    const { rest, values } = takeValues(withoutType(entry.body));
    const { start, end, term, termSpan } = entry;
    const direction = directionIn(lineOf(term));
    return {
      name: nameOf(source, term, termSpan),
      ...(direction && { direction }),
      ...described(rest),
      values,
      start,
      end,
    };
  });
}

/** `[in]`, `[in, out]`, `[in, optional]`; words of a translation are none. */
function directionIn(term: string): Direction | undefined {
  const words = (/\[([^[\]]*)\]\s*$/.exec(term)?.[1] ?? "").toLowerCase().split(/[\s,]+/);
  const direction = {
    in: words.includes("in"),
    out: words.includes("out"),
    optional: words.includes("optional"),
  };
  return direction.in || direction.out ? direction : undefined;
}

/** `*Name* \[in\]` in a paragraph of its own, or a heading. */
function beginsParameter(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  if (block?.kind === "heading") return true;
  return (
    block?.kind === "paragraph" &&
    isItalic(block.inlines) &&
    /^[^\s[\]]+ ?\[[^[\]]*\]$/.test(lineOf(block.inlines))
  );
}

/** `Type: **string**` above a description says what the signature does. */
export function withoutType(blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== "paragraph") return blocks;
  const line = labelled(first.inlines);
  if (!line || line.label.length > LONGEST_LABEL) return blocks;
  const [before] = line.inlines;
  const isType =
    before?.content.trim() === "" &&
    /^[\w.\\]+ ?(?:\[\d*\]|array|REF)?$/i.test(lineOf(line.inlines));
  return isType ? rest : blocks;
}

const LONGEST_LABEL = 12;
