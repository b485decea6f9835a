/** The lines of a text, and which of them are items of lists. */
import { type Mark, markOf } from "./marks.ts";

export interface Line {
  /** Without the blanks around it; empty for an empty line. */
  readonly text: string;
  /** Columns before the text. */
  readonly indent: number;
  readonly mark: Mark | undefined;
}

/** How far a tab goes on. */
const TAB = 4;

/** Shorter lines were not broken for want of room. */
const LONG = 40;

const ENDS = /[.!?:;。．！？：；؟۔…]["')\]”’»」』）]*$/;
const HAN = /^\p{Script=Han}/u;
const HAN_BEHIND = /\p{Script=Han}$/u;
const LOWERCASE = /^\p{Ll}/u;
const UNCASED = /^\p{Lo}/u;

/** Reads lines; a mark that does not make a list where it stands is text. */
export function readLines(text: string): readonly Line[] {
  const raw = text
    // A bullet behind a tab begins a line, although the line end was forgotten.
    .replace(/([^\s])\t+(?=[*•] )/g, "$1\n\t")
    .split("\n");
  const lines = raw.map((line): Line => {
    const trimmed = line.trim();
    return { text: trimmed, indent: indentOf(line), mark: markOf(trimmed) };
  });
  const marked = ENGLISH.test(text) ? lines : lines.map(withoutCircle);
  const strong = strongMarks(marked);
  return marked.map((line, index) => (strong.has(index) ? line : { ...line, mark: undefined }));
}

/** In other languages `o` is a word. */
const ENGLISH = /\b(?:the|is|are|of|and|if)\b/i;

function withoutCircle(line: Line): Line {
  return line.mark?.kind === "o" ? { ...line, mark: undefined } : line;
}

/** Whether a line goes on with the sentence of the line before it. */
export function goesOn(before: string, line: string): boolean {
  if (before === "" || line === "" || isEnded(before)) return false;
  if (before.endsWith(",")) return true;
  if (/^(?:\(|https?:)/.test(line)) return true;
  if (before.length < LONG) return false;
  // Texts of ASCII need not ask what Unicode says.
  if (line < "\x80") return /^[a-z]/.test(line);
  return LOWERCASE.test(line) || (UNCASED.test(line) && UNCASED.test(before));
}

function isEnded(line: string): boolean {
  return ENDS.test(line.slice(-20));
}

/** Lines as one; where ideographs meet, without a blank between them. */
export function joined(lines: readonly string[]): string {
  const [first = "", ...more] = lines;
  const parts = more.map((line, index) => {
    const ideographs = line >= "\x80" && HAN.test(line) && HAN_BEHIND.test(lines[index] ?? "");
    return ideographs ? line : ` ${line}`;
  });
  return first + parts.join("");
}

function indentOf(line: string): number {
  let column = 0;
  for (const character of line) {
    if (character === "\t") column += TAB - (column % TAB);
    else if (/\s/.test(character)) column += 1;
    else break;
  }
  return column;
}

/** The lines whose marks count: enough of their kind are there, and together if they have to be. */
function strongMarks(lines: readonly Line[]): ReadonlySet<number> {
  const strong = new Set<number>();
  for (const group of groupsOf(lines)) {
    const needed = group.reduce((least, index) => Math.min(least, needs(lines, index)), Infinity);
    if (group.length >= needed) for (const index of group) strong.add(index);
  }
  return strong;
}

function needs(lines: readonly Line[], index: number): number {
  return lines[index]?.mark?.needs ?? Infinity;
}

/** Lines with marks of one kind that may make a list. */
function groupsOf(lines: readonly Line[]): number[][] {
  const groups: number[][] = [];
  const latest = new Map<string, number[]>();
  for (const [index, { mark }] of lines.entries()) {
    if (!mark || isWrapped(lines, index)) continue;
    const group = latest.get(mark.kind);
    if (group && (!mark.together || isNear(lines, group.at(-1) ?? 0, index))) group.push(index);
    else {
      const begun = [index];
      groups.push(begun);
      latest.set(mark.kind, begun);
    }
  }
  return groups;
}

/** Whether a number or a letter stands at a line's begin only because the line before it was full. */
function isWrapped(lines: readonly Line[], index: number): boolean {
  const mark = lines[index]?.mark;
  const before = lines[index - 1];
  if (!mark || mark.together || mark.needs === 1 || !before) return false;
  return before.mark?.kind !== mark.kind && before.text.length >= LONG && !isEnded(before.text);
}

/** Whether what stands between two lines belongs to the first: the rest of it, or a list. */
function isNear(lines: readonly Line[], first: number, second: number): boolean {
  for (let index = first + 1; index < second; index += 1) {
    const line = lines[index];
    const within = line?.mark?.together === false;
    if (!line || !(within || goesOn(lines[index - 1]?.text ?? "", line.text))) return false;
  }
  return true;
}
