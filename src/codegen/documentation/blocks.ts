/** Reads what a text consists of: paragraphs, lists, tables and code. */
import type { Block } from "./block.ts";
import { codeBlocks } from "./code.ts";
import { goesOn, joined, type Line, readLines } from "./lines.ts";
import { readList } from "./list.ts";
import type { Reading } from "./reading.ts";
import { readTable } from "./table.ts";

/** @param text - whose lines end with a line feed */
export function readBlocks(text: string): readonly Block[] {
  const lines = readLines(text);
  const set = setBlocks(lines);
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length;) {
    const line = lines[index];
    if (!line || line.text === "") {
      index += 1;
      continue;
    }
    const reading =
      set.get(index) ?? (line.mark ? readList(lines, index, set) : readText(lines, index, set));
    blocks.push(reading.block);
    index = reading.next;
  }
  return blocks;
}

/** Tables and code, by the line where they begin. */
function setBlocks(lines: readonly Line[]): ReadonlyMap<number, Reading> {
  const found = new Map<number, Reading>(codeBlocks(lines));
  for (let index = 0; index < lines.length;) {
    const table = readTable(lines, index);
    if (table) found.set(index, table);
    index = table?.next ?? index + 1;
  }
  return found;
}

/** A line, and those that go on with its sentence: each other line is a paragraph of its own. */
function readText(
  lines: readonly Line[],
  start: number,
  others: ReadonlyMap<number, unknown>,
): Reading {
  const texts = [lines[start]?.text ?? ""];
  let next = start + 1;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (!line || line.mark || others.has(next) || !goesOn(texts.at(-1) ?? "", line.text)) break;
    texts.push(line.text);
  }
  return { block: { kind: "text", text: joined(texts) }, next };
}
