import { positionAt, type Location } from "../source/index.ts";

/**
 * A location as other programs want it. Lines and columns count from 1, a column is a
 * UTF-16 code unit, and the end is the place behind the last character.
 */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where a location begins and ends. */
export function placeOf({ source, span }: Location): Place {
  const start = positionAt(source, span.start);
  const end = positionAt(source, Math.max(span.start, span.end));
  return {
    file: source.name,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
