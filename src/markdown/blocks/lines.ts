import type { Span } from "../../source/index.ts";

/** The lines of a stretch of a page, counted from 0 as markdown-it counts them. */
export class Lines {
  readonly text: string;
  readonly #starts: readonly number[];
  readonly #end: number;

  /** @param start - where the first of them begins */
  constructor(text: string, start: number) {
    this.text = text;
    this.#starts = lineStarts(text, start);
    this.#end = text.length;
  }

  /** Where a line begins; the end of the text when there is no such line. */
  start(line: number): number {
    return this.#starts[line] ?? this.#end;
  }

  /** What lines hold, without blanks around it. */
  span(from: number, to: number): Span {
    let [start, end] = [this.start(from), this.start(to)];
    while (start < end && isBlank(this.text.charCodeAt(start))) start += 1;
    while (end > start && isBlank(this.text.charCodeAt(end - 1))) end -= 1;
    return { start, end };
  }
}

/** `\n`, `\r\n` and a lone `\r` end a line. */
function lineStarts(text: string, start: number): number[] {
  const starts = [start];
  if (text.includes("\r")) {
    const lineEnd = /\r\n?|\n/g;
    lineEnd.lastIndex = start;
    while (lineEnd.exec(text)) starts.push(lineEnd.lastIndex);
    return starts;
  }
  for (let at = text.indexOf("\n", start); at >= 0; at = text.indexOf("\n", at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}

function isBlank(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0;
}
