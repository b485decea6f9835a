/** Lists and tables of values. */
import type { Span } from "../../source/index.ts";
import type { Block, Cell, Row, Table } from "../blocks/block.ts";
import { blocksLine, blocksText, lineOf } from "../blocks/plain-text.ts";
import type { ValueEntry } from "../page.ts";
import { VALUE_WORDS } from "../words/label-words.ts";
import { markedText } from "./name.ts";
import { valueKey } from "./value-key.ts";

/** A text without its lists of values, and those. */
export interface Divided {
  readonly rest: readonly Block[];
  readonly values: readonly ValueEntry[];
}

/** Takes lists of values out of what describes something. */
export function takeValues(blocks: readonly Block[]): Divided {
  const rest: Block[] = [];
  const values: ValueEntry[] = [];
  for (const block of blocks) {
    const found = valuesOf(block);
    if (found) values.push(...found);
    else rest.push(block);
  }
  return { rest, values };
}

/** @returns nothing when a block is no list of values */
function valuesOf(block: Block): ValueEntry[] | undefined {
  if (block.kind === "definitions") return listValues(block.items);
  return block.kind === "table" ? tableValues(block) : undefined;
}

interface Item extends Span {
  readonly term: readonly Block[];
  readonly body: readonly Block[];
}

function listValues(items: readonly Item[]): ValueEntry[] {
  return items.flatMap(({ term, body, start, end }) => {
    const value = readTerm(term);
    const inner = takeValues(body);
    if (!value) return inner.values;
    return [entry(value, inner.rest, { start, end }), ...inner.values];
  });
}

interface Value {
  readonly key?: string;
  readonly label?: string;
  readonly anchor?: string;
  readonly marked?: true;
}

function entry(value: Value, body: readonly Block[], { start, end }: Span): ValueEntry {
  const { key, rest } = value.key === undefined ? leadingKey(body) : { key: value.key, rest: body };
  const description = blocksText(rest);
  return {
    ...(key === undefined ? {} : { key }),
    ...(value.label === undefined ? {} : { label: value.label }),
    ...(value.anchor === undefined ? {} : { anchor: value.anchor }),
    ...(value.marked && { marked: value.marked }),
    ...(description === "" ? {} : { description }),
    start,
    end,
  };
}

/** Some pages state the value in a paragraph of its own, above what it means. */
function leadingKey(body: readonly Block[]): {
  readonly key: string | undefined;
  readonly rest: readonly Block[];
} {
  const [first, ...rest] = body;
  const key = first?.kind === "paragraph" ? valueKey(lineOf(first.inlines)) : undefined;
  return key === undefined || key === ".." ? { key: undefined, rest: body } : { key, rest };
}

/** What stands in brackets at the end, with one more pair in them. */
const BRACKETS = /^(.*?)\s*\(((?:[^()]|\([^()]*\))*)\)\s*$/;

/** What divides a value from what it is called: `0 = Unknown`, `0=Unknown`. */
const DIVIDER = /^([-\w.]+)\s*(?:[-=:–—]\s+|=)(.+)$/;
/** The same behind a value that is written twice: `2 (0x2) Unknown`, `2 (0x2) - Unknown`. */
const TWICE = /^([-\w.]+ ?\((?:0x)?[\da-f]+\))\s*(?:[-=:–—]\s+)?([^\s(].*)$/i;

function readTerm(term: readonly Block[]): Value | undefined {
  const value = readWords(term);
  if (!value) return undefined;
  const anchor = anchorOf(term);
  const isMarked = anchor !== undefined || isNamed(term);
  return {
    ...value,
    ...(anchor !== undefined && { anchor }),
    ...(isMarked && value.label !== undefined && { marked: true }),
  };
}

function isNamed(blocks: readonly Block[]): boolean {
  return blocks.some((block) =>
    block.kind === "definitions"
      ? block.items.some(({ term }) => isNamed(term))
      : block.kind === "paragraph" && markedText(block.inlines) !== undefined,
  );
}

/** The first anchor of a term; further ones are the same in small or capital letters. */
function anchorOf(blocks: readonly Block[]): string | undefined {
  for (const block of blocks) {
    if (block.kind === "definitions") {
      const inner = block.items.flatMap(({ term, body }) => [...term, ...body]);
      const anchor = anchorOf(inner);
      if (anchor !== undefined) return anchor;
    } else if (block.kind === "paragraph") {
      const anchor = block.inlines.find(({ content }) => ANCHOR.test(content));
      if (anchor) return ANCHOR.exec(anchor.content)?.[1];
    }
  }
  return undefined;
}

const ANCHOR = /^<(?:span id|a name|a id)="([^"<>]+)"/i;

function readWords(term: readonly Block[]): Value | undefined {
  // In cells of tables each half may be a term of its own.
  const [list] = term;
  if (list?.kind === "definitions" && list.items.length > 1) {
    return readHalves(list.items.map((item) => blocksLine([...item.term, ...item.body])));
  }
  const line = blocksLine(term);
  return line === "" ? undefined : readLine(line, term);
}

/** Whether a term is that of a value: it states an exact one, or anchors lead to it. */
export function isValueTerm(term: readonly Block[]): boolean {
  const isAnchored = term.some(
    (block) =>
      block.kind === "paragraph" &&
      block.inlines.some(({ content }) => /^<span id=/i.test(content)),
  );
  return isAnchored || readTerm(term)?.key !== undefined;
}

function readHalves([first = "", ...others]: readonly string[]): Value {
  const second = others.join(" ");
  const key = valueKey(second);
  if (key !== undefined) return { key, label: first };
  const own = valueKey(first);
  return own === undefined ? { label: `${first} ${second}`.trim() } : { key: own, label: second };
}

function readLine(line: string, term: readonly Block[]): Value {
  const whole = valueKey(line);
  if (whole !== undefined) return dividedValue(line) ?? labelInBrackets(line, whole);
  const [, before, inside] = BRACKETS.exec(line) ?? [];
  if (before !== undefined && inside !== undefined) {
    const key = valueKey(inside.trim());
    if (key !== undefined) return { key: signed(key, before, inside), label: before };
  }
  return markedValue(line, term) ?? dividedValue(line) ?? { label: line };
}

/** `0 (Other)` names the value; `0 (0x0)` only repeats it. */
function labelInBrackets(line: string, key: string): Value {
  const [, , inside = ""] = BRACKETS.exec(line) ?? [];
  const label = inside.trim();
  return label === "" || valueKey(label) !== undefined ? { key } : { key, label };
}

/** `-Sunday ( 1)`: where the dash of a value was, a blank is left. */
function signed(key: string, label: string, inside: string): string {
  const lost = label.startsWith("-") && /^\s\d/.test(inside) && !/\s$/.test(inside);
  return lost && key !== "0" ? `-${key}` : key;
}

/** `**SCSI** 1`: only marks tell the name from the value. */
function markedValue(line: string, term: readonly Block[]): Value | undefined {
  const paragraph = term.find((block) => block.kind === "paragraph");
  const marked = paragraph ? markedText(paragraph.inlines) : undefined;
  if (marked === undefined || marked === "" || !line.startsWith(marked)) return undefined;
  const behind = line
    .slice(marked.length)
    .replace(/^\s*[-=:–—](?=\s)/, "")
    .trim();
  const key = behind === "" ? undefined : valueKey(behind);
  if (key !== undefined) return { key, label: marked };
  const own = valueKey(marked);
  if (own === undefined) return undefined;
  return behind === "" ? { key: own } : { key: own, label: behind.replace(/^\((.*)\)$/, "$1") };
}

function dividedValue(line: string): Value | undefined {
  const [, first = "", label = ""] = DIVIDER.exec(line) ?? TWICE.exec(line) ?? [];
  const key = valueKey(first);
  // Two values are the ends of a range.
  return key === undefined || valueKey(label) !== undefined ? undefined : { key, label };
}

/**
 * A table is one of values when its head says so, or when every row begins with an exact one and
 * goes on in words: a table of numbers is none. In another form the second column states the
 * values that the first one names.
 */
function tableValues({ rows }: Table): ValueEntry[] | undefined {
  const [head, ...body] = rows;
  const lines = body.filter(({ cells }) => cells.some(({ blocks }) => blocks.length > 0));
  if (!head || lines.length === 0) return undefined;
  const firsts = lines.map(({ cells }) => readTerm(cells[0]?.blocks ?? []));
  const keyed = firsts.filter((value) => value?.key !== undefined).length;
  if (keyed === 0 && head.cells.slice(0, 2).some(isTitled)) {
    const second = secondColumn(lines);
    if (second) return second;
  }
  const isNamed = isTitled(head.cells[0]) && (keyed > 0 || lines.every(startsMarked));
  if (!isNamed && (keyed < lines.length || lines.every(isNumeric))) return undefined;
  return lines.flatMap((row, index) => {
    const value = firsts[index];
    return value ? [rowValue(row, value)] : [];
  });
}

function isTitled(cell?: Cell): boolean {
  return VALUE_WORDS.has(cellLine(cell).toLowerCase());
}

/** Whether a row says nothing but numbers. */
function isNumeric({ cells }: Row): boolean {
  return cells.every((cell) => valueKey(cellLine(cell)) !== undefined);
}

function rowValue({ cells, start, end }: Row, value: Value): ValueEntry {
  const [name, ...rest] = cells.slice(1).map(({ blocks }) => blocks);
  // In a table of three columns the second is what the value is called.
  if (value.label === undefined && rest.length > 0 && name) {
    const label = blocksLine(name);
    return entry({ ...value, ...(label === "" ? {} : { label }) }, rest.flat(), { start, end });
  }
  const found = entry(value, [...(name ?? []), ...rest.flat()], { start, end });
  return rest.length === 0 && value.label === undefined ? { ...found, meaning: true } : found;
}

/** Rows whose second cell is nothing but a value, and whose first is what it is called. */
function secondColumn(rows: readonly Row[]): ValueEntry[] | undefined {
  const values = rows.map(({ cells, start, end }) => {
    const key = valueKey(cellLine(cells[1]));
    const label = cellLine(cells[0]);
    const rest = cells.slice(2).flatMap(({ blocks }) => blocks);
    return key === undefined || label === ""
      ? undefined
      : entry({ key, label }, rest, { start, end });
  });
  return values.every((value) => value !== undefined) ? values : undefined;
}

function cellLine(cell: Cell | undefined): string {
  return blocksLine(cell?.blocks ?? []);
}

/** Whether a row begins with a name in bold, or with a list of terms. */
function startsMarked({ cells }: Row): boolean {
  const [block] = cells[0]?.blocks ?? [];
  if (block?.kind === "definitions") return true;
  return block?.kind === "paragraph" && markedText(block.inlines) !== undefined;
}
