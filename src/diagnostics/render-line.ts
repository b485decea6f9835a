/**
 * A line of a file, prepared for a terminal: tabs are spaces, nothing in it can move the
 * cursor or turn the text around, and a long one is cut to the part that matters.
 */
export interface PreparedLine {
  readonly text: string;
  /** Where the marks below the line begin and how many there are, in terminal columns. */
  readonly markStart: number;
  readonly markWidth: number;
}

/** One character as it is shown, and where it came from. */
interface Cell {
  readonly offset: number;
  readonly shown: string;
  readonly width: number;
}

const tabWidth = 4;
const ellipsis = "…";

/**
 * Prepares a line.
 *
 * @param start - offset of the first marked code unit in the line
 * @param end - offset behind the last one; beyond the line when the span goes on below it
 * @param width - terminal columns that the line may take
 */
export function prepareLine(line: string, start: number, end: number, width: number): PreparedLine {
  // A file without line ends is one line of megabytes: look only at what could be shown.
  const from = characterStart(line, Math.max(0, start - 2 * width));
  const to = characterStart(line, Math.min(line.length, start + 2 * width));
  const cells = cellsOf(line.slice(from, to), from);
  const window = cutAround(cells, start, width, { before: from > 0, after: to < line.length });
  const lead = window.cutBefore ? 1 : 0;
  const marked = window.cells.filter((cell) => cell.offset >= start && cell.offset < end);
  return {
    text:
      (window.cutBefore ? ellipsis : "") +
      window.cells.map((cell) => cell.shown).join("") +
      (window.cutAfter ? ellipsis : ""),
    markStart: lead + widthOf(window.cells.filter((cell) => cell.offset < start)),
    markWidth: Math.max(1, widthOf(marked)),
  };
}

/** Text from a file as part of a sentence: every control character in a form that can be seen. */
export function visible(text: string): string {
  return cellsOf(text, 0)
    .map((cell) => cell.shown)
    .join("");
}

interface Window {
  readonly cells: readonly Cell[];
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** Keeps what fits, with the mark a third from the left when both sides have to be cut. */
function cutAround(
  cells: readonly Cell[],
  start: number,
  width: number,
  more: { readonly before: boolean; readonly after: boolean },
): Window {
  if (!more.before && !more.after && widthOf(cells) <= width) {
    return { cells, cutBefore: false, cutAfter: false };
  }
  const widthAt = (index: number): number => cells[index]?.width ?? 0;
  let first = cells.filter((cell) => cell.offset < start).length;
  let last = first;
  // Two columns stay free for the signs that something was cut.
  let room = width - 2;
  const takeLeft = (spare: number): void => {
    for (; first > 0 && room - widthAt(first - 1) >= spare; first -= 1) room -= widthAt(first - 1);
  };
  takeLeft(room - Math.floor(width / 3));
  for (; last < cells.length && room >= widthAt(last); last += 1) room -= widthAt(last);
  takeLeft(0);
  return {
    cells: cells.slice(first, last),
    cutBefore: more.before || first > 0,
    cutAfter: more.after || last < cells.length,
  };
}

function cellsOf(text: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  let at = offset;
  for (const character of text) {
    const shown = show(character);
    const width = shown === character ? terminalWidth(character) : shown.length;
    cells.push({ offset: at, shown, width });
    at += character.length;
  }
  return cells;
}

/** C0 and C1 controls, and what reorders or hides text: bidirectional marks, zero widths, line separators. */
const unseen =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;

function show(character: string): string {
  if (character === "\t") return " ".repeat(tabWidth);
  const code = character.codePointAt(0) ?? 0;
  if (!unseen.test(character) && !(code >= 0xd800 && code <= 0xdfff)) return character;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return `\\u{${code.toString(16)}}`;
}

/** East Asian and emoji characters take two columns. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const combining = /\p{Mark}/u;

function terminalWidth(character: string): number {
  if (character < "\u0300") return 1;
  if (combining.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

/** Never between the two halves of a surrogate pair. */
function characterStart(line: string, offset: number): number {
  const code = line.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff && offset > 0 ? offset - 1 : offset;
}
