import type { Position, Source } from "./source.ts";

/** Line starts are needed only when something is reported, so they are found then and kept. */
const lineStartsOf = new WeakMap<Source, readonly number[]>();

/**
 * Turns an offset into line and column. `\n`, `\r\n` and a lone `\r` end a line.
 *
 * @param offset - UTF-16 code units from the start of the text
 */
export function positionAt(source: Source, offset: number): Position {
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** The offset of a place; one behind the end of the text, or of a line, is the end. */
export function offsetAt(source: Source, { line, column }: Position): number {
  const starts = lineStarts(source);
  const start = starts[line - 1] ?? source.text.length;
  const end = starts[line] ?? source.text.length;
  return Math.min(start + column - 1, end);
}

/** The text of a line, counted from 1, without its line end; empty when there is no such line. */
export function lineText(source: Source, line: number): string {
  const starts = lineStarts(source);
  const start = starts[line - 1];
  if (start === undefined) return "";
  return source.text.slice(start, starts[line] ?? source.text.length).replace(/[\r\n]+$/, "");
}

function lineStarts(source: Source): readonly number[] {
  const known = lineStartsOf.get(source);
  if (known) return known;
  const starts = [0];
  for (const lineEnd of source.text.matchAll(/\r\n|\r|\n/g)) {
    starts.push(lineEnd.index + lineEnd[0].length);
  }
  lineStartsOf.set(source, starts);
  return starts;
}
