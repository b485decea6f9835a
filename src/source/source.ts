/** A text that was read, under the name that people know it by. */
export interface Source {
  /** A path with forward slashes, relative where that is shorter. */
  readonly name: string;
  readonly text: string;
}

/** A stretch of a {@link Source}: offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place that a person can be sent to. */
export interface Location {
  readonly source: Source;
  readonly span: Span;
}

/** Line and column as editors count them, both from 1; a column is a UTF-16 code unit. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
