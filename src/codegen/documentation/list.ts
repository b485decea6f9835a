/** Lists: items one below the other, and within each other. */
import type { ListBlock, ListItem } from "./block.ts";
import { goesOn, joined, type Line } from "./lines.ts";
import type { Reading } from "./reading.ts";

/** As deep as anybody nests lists; deeper ones are shown at this depth. */
const DEPTH = 6;

/** Items of one kind that are equally far in. */
interface List {
  readonly kind: string;
  readonly indent: number;
  readonly numbers: (number | undefined)[];
}

interface OpenItem {
  readonly list: List;
  readonly depth: number;
  readonly number: number | undefined;
  readonly first: Line;
  /** The lines of its paragraphs, the first without its mark. */
  readonly paragraphs: string[][];
}

/**
 * Reads the list that begins at a line with a mark.
 *
 * @param others - what begins at other lines and is no list
 */
export function readList(
  lines: readonly Line[],
  start: number,
  others: ReadonlyMap<number, unknown>,
): Reading<ListBlock> {
  const items: OpenItem[] = [];
  const open: List[] = [];
  let next = start;
  for (let index = start; index < lines.length && !others.has(index); index += 1) {
    const line = lines[index];
    if (!line || line.text === "") continue;
    const item = items.at(-1);
    if (line.mark) items.push(openItem(line, index > next, open));
    else if (!item || !extend(item, line, lines[index - 1]?.text ?? "")) break;
    next = index + 1;
  }
  const counting = new Set([...new Set(items.map(({ list }) => list))].filter(counts));
  const closed = items.map((item) => closedItem(item, counting.has(item.list)));
  return { block: { kind: "list", items: closed }, next };
}

/** @param apart - whether an empty line stands before it */
function openItem(line: Line, apart: boolean, open: List[]): OpenItem {
  const { kind = "", number, text = "" } = line.mark ?? {};
  const { indent } = line;
  while ((open.at(-1)?.indent ?? -1) > indent) open.pop();
  const known = open.findLastIndex((list) => list.kind === kind && list.indent === indent);
  if (known >= 0) open.length = known + 1;
  else {
    // Another mark as far in as the last begins a list within, but behind an empty line one that follows.
    if (apart && open.at(-1)?.indent === indent) open.pop();
    if (open.length === DEPTH) open.pop();
    open.push({ kind, indent, numbers: [] });
  }
  const list = open.at(-1) ?? { kind, indent, numbers: [] };
  list.numbers.push(number);
  return { list, depth: open.length - 1, number, first: line, paragraphs: [[text]] };
}

/** Adds a line without a mark to the item that it belongs to, if it does. */
function extend(item: OpenItem, line: Line, before: string): boolean {
  const inside = line.indent > item.first.indent;
  if (before === "") {
    if (inside) item.paragraphs.push([line.text]);
    return inside;
  }
  if (!inside && !goesOn(before, line.text)) return false;
  item.paragraphs.at(-1)?.push(line.text);
  return true;
}

/** Markdown counts on from the first item: numbers that do otherwise are part of the text. */
function counts({ numbers }: List): boolean {
  const [first] = numbers;
  return first !== undefined && numbers.every((number, index) => number === first + index);
}

function closedItem({ depth, number, first, paragraphs }: OpenItem, counting: boolean): ListItem {
  const [lines = [], ...further] = paragraphs;
  const shown = number === undefined || counting ? lines : [first.text, ...lines.slice(1)];
  return { depth, number: counting ? number : undefined, texts: [shown, ...further].map(joined) };
}
