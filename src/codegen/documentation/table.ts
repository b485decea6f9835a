/** Tables as Markdown writes them: a head, a line of dashes, and rows. */
import type { TableBlock } from "./block.ts";
import type { Line } from "./lines.ts";
import type { Reading } from "./reading.ts";

/** Of a line of dashes. */
const LONGEST = 1000;
const RULE = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/;

/** Reads the table whose head stands on a line, if there is one. */
export function readTable(lines: readonly Line[], start: number): Reading<TableBlock> | undefined {
  const head = lines[start]?.text ?? "";
  const rule = lines[start + 1]?.text ?? "";
  if (!head.includes("|") || !rule.includes("|") || rule.length > LONGEST || !RULE.test(rule))
    return undefined;
  const columns = cells(head).length;
  if (columns < 2 || cells(rule).length !== columns) return undefined;
  let next = start + 2;
  while (lines[next]?.text.includes("|") === true) next += 1;
  const body = lines.slice(start + 2, next).map(({ text }) => filled(cells(text), columns));
  return { block: { kind: "table", rows: [cells(head), ...body] }, next };
}

function cells(row: string): string[] {
  return row
    .replace(/^\|/, "")
    .replace(/\|$/, "")
    .split("|")
    .map((cell) => cell.trim());
}

/** As many cells as the head has: what is too much goes into the last. */
function filled(row: readonly string[], columns: number): string[] {
  const last = row.slice(columns - 1).join(" | ");
  return [...row.slice(0, columns - 1), last, ...Array<string>(columns).fill("")].slice(0, columns);
}
