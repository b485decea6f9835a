/** The text of a paragraph as Markdown that reads as the text does, and that TSDoc takes for no tag. */
import { escapeAll, escapeRun, escapeUnderscores } from "./escape.ts";
import { partsOf } from "./parts.ts";

/** Where something may mean something; the rest means itself, except where a line begins. */
const ACTIVE = /[\\`*_~<>{}@&[\]]/g;
/** The same for the few texts that hold an address: it takes several times as long. */
const ACTIVE_OR_ADDRESS = /[\\`*_~<>{}@&[\]]|:\/\/|www\./gi;

/** So far before a character that is found the part of it may begin. */
const REACH = 80;

/**
 * Escapes what would mean something. What is written as code, as a link or with emphasis
 * stays so, and names of schemas and paths become code.
 *
 * @param text - without line ends, its blanks single
 */
export function inline(text: string): string {
  // Asking a text that grows for its last character takes as long as the text is.
  const written: string[] = [];
  let last = "";
  let done = 0;
  const active = /:\/\/|www\./i.test(text) ? ACTIVE_OR_ADDRESS : ACTIVE;
  for (;;) {
    active.lastIndex = done;
    const index = active.exec(text)?.index;
    if (index === undefined) break;
    const before = index > done ? text.charAt(index - 1) : last;
    const next = partAt(text, index, done) ?? escapedAt(text, index, before);
    const piece = text.slice(done, next.start) + next.written;
    if (piece !== "") last = piece.slice(-1);
    written.push(piece);
    done = next.end;
  }
  if (done === 0) return text;
  return [...written, text.slice(done)].join("").replaceAll("*/", "*\\/");
}

/** What stands in a text, and what is written for it. */
interface Written {
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

/** The part that a character belongs to, of what is not yet written. */
function partAt(text: string, index: number, done: number): Written | undefined {
  for (const { before, pattern, write } of partsOf(text.charAt(index))) {
    let start = index;
    const first = Math.max(done, index - REACH);
    while (start > first && before?.test(text.charAt(start - 1)) === true) start -= 1;
    pattern.lastIndex = start;
    const part = pattern.exec(text)?.[0] ?? "";
    const end = start + part.length;
    const written = end > index ? write(part, { text, start, end }) : undefined;
    if (written !== undefined) return { start, end, written };
  }
  return undefined;
}

const RUN = /([\\`*_~<>{}@])\1*/y;

/**
 * A character that belongs to nothing, or several that are the same, as what they are.
 *
 * @param before - what is written before it
 */
function escapedAt(text: string, start: number, before: string): Written {
  RUN.lastIndex = start;
  const run = RUN.exec(text)?.[0] ?? text.charAt(start);
  const end = start + run.length;
  const after = text.charAt(end);
  const result = (written: string): Written => ({ start, end, written });
  switch (run.charAt(0)) {
    case "_":
      return result(escapeUnderscores(run, before, after));
    case "*":
    case "~":
      return result(escapeRun(run, after));
    case ":":
      // An address that is none, although renderers would make a link of it.
      return result(
        /(?:https?|ftp)$/i.test(text.slice(Math.max(0, start - 5), start)) ? "\\:" : ":",
      );
    case "w":
    case "W":
      return { start, end: start + 4, written: `${text.slice(start, start + 3)}\\.` };
    case "[":
    case "&":
      return result(run);
    case "]":
      // What stands between brackets leads nowhere.
      return result(/[([]/.test(after) ? "]\\" : "]");
    default:
      return result(escapeAll(run));
  }
}
