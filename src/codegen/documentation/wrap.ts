/** Breaks paragraphs of Markdown into lines that mean nothing else than the paragraph did. */
import { isPlain, textWidth } from "../text-width.ts";
import { hasIdeographs, piecesOf } from "./ideographs.ts";
import { escapedMark, isMark } from "./line-start.ts";

/** A longer word is not taken along to the line of the next. */
const SHORT = 30;

/** Begins what stands directly behind the piece before it; no text has this character. */
const GLUE = "\0";

/**
 * Breaks at blanks, and between ideographs. A word longer than the line stands alone, and no
 * line but the first begins like a list or a heading.
 */
export function wrap(text: string, columns: number): string[] {
  return isPlain(text) ? wrapPlain(text, columns) : wrapPieces(text, columns);
}

/** A text whose characters all take a column, so that it need not be looked at word by word. */
function wrapPlain(text: string, columns: number): string[] {
  const lines: string[] = [];
  /** What a line begins with instead of the word before `start`. */
  let head = "";
  let start = 0;
  /** The line ends here at the earliest. */
  let least = 1;
  for (;;) {
    const full = start + columns - head.length;
    if (text.length <= full) break;
    let end = text.lastIndexOf(" ", full);
    if (end < least) end = text.indexOf(" ", Math.max(least, full));
    if (end < 0) break;
    const piece = isMarkAt(text, end + 1);
    const before = piece === "" ? -1 : text.lastIndexOf(" ", end - 1);
    if (before >= least && takenAlong(text.slice(before + 1, end))) {
      lines.push(head + text.slice(start, before));
      head = "";
      start = before + 1;
      least = end + 1 + piece.length;
    } else {
      lines.push(head + text.slice(start, end));
      head = piece === "" ? "" : escapedMark(piece);
      start = end + 1 + piece.length;
      least = start + (piece === "" ? 1 : 0);
    }
  }
  return [...lines, head + text.slice(start)];
}

/** The word that begins at an index if it must not begin a line, or nothing. */
function isMarkAt(text: string, index: number): string {
  const end = text.indexOf(" ", index);
  const word = text.slice(index, end < 0 ? text.length : end);
  return isMark(word) ? word : "";
}

function wrapPieces(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  /** Where the last word of the line begins; 0 if it is the first. */
  let last = 0;
  for (const word of hasIdeographs(text) ? pieces(text) : text.split(" ")) {
    const glued = word.startsWith(GLUE);
    const piece = glued ? word.slice(1) : word;
    const room = used + (glued || line === "" ? 0 : 1) + textWidth(piece);
    if (line !== "" && room > columns) {
      const taken = last > 0 && !glued && isMark(piece) ? line.slice(last) : "";
      const takes = takenAlong(taken);
      // What begins a line may be a mark only now that its word is broken.
      lines.push(takes ? line.slice(0, last - 1) : begun(line));
      line = takes ? `${taken} ${piece}` : begun(piece);
      used = textWidth(line);
      last = 0;
    } else {
      if (line !== "" && !glued) last = line.length + 1;
      line += glued || line === "" ? piece : ` ${piece}`;
      used = room;
    }
  }
  return [...lines, line];
}

function begun(line: string): string {
  return isMark(line) ? escapedMark(line) : line;
}

/** Whether the last word of a line can begin the next one instead of a word that must not. */
function takenAlong(word: string): boolean {
  return word !== "" && word.length <= SHORT && !isMark(word);
}

function pieces(text: string): string[] {
  return text
    .split(" ")
    .flatMap((word) =>
      hasIdeographs(word)
        ? piecesOf(word).map((piece, index) => (index === 0 ? piece : GLUE + piece))
        : [word],
    );
}
