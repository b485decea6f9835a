/**
 * A forgotten quote makes everything behind it look the wrong way round: the next string
 * ends the open one, its text stands bare, and so on to the end of the file. When
 * something does not fit, the strings before it are suspects. Each is closed on trial at
 * the end of its line; if the text then fits beyond the place that did not, the string
 * was never closed. That is said once, and the rest is read as it was meant.
 */
import { type Lexed, lex } from "./lex.ts";
import type { Mistake } from "./mistakes.ts";
import type { Parsed } from "./parser.ts";
import { indexAt } from "./resume.ts";
import { idOf, TokenList } from "./token-list.ts";
import { StringPart, UnclosedString, UnterminatedString } from "./tokens.ts";

type Parse = (tokens: TokenList, swallowed: boolean, patience?: number) => Parsed;

/** Characters that may be read again in search of open strings: this many, and the text so many times. */
const MOST_WORK = 1_500_000;
const MOST_READINGS = 8;
/** How far behind a place that did not fit a trial looks. */
const HORIZON = 2_000;
/** Only the first failure counts in a trial, but there may be others before the string. */
const ENOUGH = 10;
/** How many tokens have to fit behind a string that is closed on trial. */
const FEWEST = 4;
/** Nobody writes longer lines, and none is looked at farther. */
const LONGEST_LINE = 10_000;
/** How many strings before such a place are suspects, and how many ends are tried for each. */
const MOST_SUSPECTS = 3;
const MOST_ENDS = 8;

/** Reads a text, and again as often as a string in it turns out to have been left open. */
export function closeStrings(text: string, lexed: Lexed, parse: Parse): Parsed & { lexed: Lexed } {
  const search = new Search(text, parse);
  let current = { lexed, ...parse(lexed.tokens, lexed.swallowing !== undefined) };
  let found = search.openString(current.lexed, current, 0);
  while (found) {
    const closed = withClosed(text, current.lexed, found);
    current = { lexed: closed, ...parse(closed.tokens, closed.swallowing !== undefined) };
    search.spend(text.length);
    found = search.openString(current.lexed, current, found.end);
  }
  return current;
}

/** A string from its quote to where it is taken to end. */
interface Closed {
  readonly start: number;
  readonly end: number;
}

class Search {
  private readonly text: string;
  private readonly parse: Parse;
  private work: number;

  constructor(text: string, parse: Parse) {
    this.text = text;
    this.parse = parse;
    this.work = MOST_WORK + MOST_READINGS * text.length;
  }

  spend(characters: number): void {
    this.work -= characters;
  }

  /** The first string, from an offset on, that was never closed. */
  openString(lexed: Lexed, { mistakes, starts }: Parsed, from: number): Closed | undefined {
    for (const mistake of mistakes) {
      if (mistake.start < from || !MISFITS.has(mistake.kind)) continue;
      for (const suspect of this.suspects(lexed.tokens, mistake)) {
        if (suspect.start < from || this.work < 0) continue;
        // What declarations stand in was not meant to be a string, whatever else is wrong in them.
        const beyond = this.holdsMembers(suspect) ? this.lineEnd(suspect) : mistake.start;
        const closed = this.bestEnd(lexed.tokens, suspect, starts, beyond);
        if (closed) return closed;
      }
    }
    const { swallowing } = lexed;
    if (swallowing?.type !== UnterminatedString || this.work < 0) return undefined;
    const { start, end } = swallowing;
    return this.bestEnd(lexed.tokens, { start, end }, starts, this.lineEnd({ start, end }));
  }

  /** The strings before something that did not fit, the nearest first. */
  private suspects(tokens: TokenList, mistake: Mistake): readonly Closed[] {
    const last = indexAt(tokens, Math.max(mistake.end, mistake.start + 1)) - 1;
    const found: Closed[] = [];
    for (let index = last; index >= Math.max(0, last - NEIGHBOURS); index -= 1) {
      if (tokens.typeAt(index) !== StringPart) continue;
      const string = { start: tokens.startAt(index) ?? 0, end: tokens.endAt(index) ?? 0 };
      if (this.isSuspicious(string)) found.push(string);
      if (found.length === MOST_SUSPECTS) break;
    }
    return found;
  }

  private lineEnd({ start, end }: Closed): number {
    return start + lineOf(this.text, start, end).length;
  }

  /** Whether a line of a string is what no prose looks like: `uint32 Name;` */
  private holdsMembers({ start, end }: Closed): boolean {
    return MEMBER.test(this.text.slice(start, Math.min(end, start + HORIZON)));
  }

  /** A string that runs over a line end, or whose closing quote stands like an opening one. */
  private isSuspicious({ start, end }: Closed): boolean {
    const { text } = this;
    return (
      /\w/.test(text[end] ?? "") ||
      /[\s,;:=([{]"$/.test(text.slice(Math.max(start, end - 2), end)) ||
      lineOf(text, start, end).length < Math.min(end - start, LONGEST_LINE)
    );
  }

  /**
   * The end of a string with which the text fits farthest.
   *
   * @param beyond - how far it has to fit at least
   */
  private bestEnd(
    tokens: TokenList,
    { start, end }: Closed,
    starts: readonly number[],
    beyond: number,
  ): Closed | undefined {
    const declaration = lastBefore(starts, start);
    const [first, last] = [indexAt(tokens, declaration), indexAt(tokens, start)];
    let best: Closed | undefined;
    let farthest = beyond;
    for (const length of possibleLengths(this.text, start, end)) {
      const closed = { start, end: start + length };
      const before = new TokenList(this.text, last - first + HORIZON);
      before.append(tokens, first, last);
      const fits = this.fitsUntil(before, closed, Math.max(beyond, start) + HORIZON);
      this.spend(start - declaration + HORIZON);
      if (fits > farthest) [best, farthest] = [closed, fits];
      if (farthest === Infinity) break;
    }
    return best;
  }

  /** Where something does not fit behind a string that is closed on trial. */
  private fitsUntil(tokens: TokenList, closed: Closed, horizon: number): number {
    const after = lex(this.text, closed.end, Math.min(horizon, this.text.length));
    tokens.add(idOf(UnclosedString), closed.start, closed.end);
    tokens.append(after.tokens);
    const misfits = this.parse(tokens, true, ENOUGH).mistakes.filter(
      ({ kind, start }) => MISFITS.has(kind) && start >= closed.start,
    );
    const first = misfits.reduce((least, { start }) => Math.min(least, start), Infinity);
    // A string that was closed turns all others inside out, and what is left fits for a token or two.
    return first < Infinity && indexAt(after.tokens, first) < FEWEST ? -Infinity : first;
  }
}

/** Mistakes that an open string can be the cause of. */
const MISFITS: ReadonlySet<Mistake["kind"]> = new Set<Mistake["kind"]>([
  "unexpected-token",
  "missing-mark",
  "not-closed",
  "stray-mark",
  "superfluous-comma",
  "misspelt-keyword",
]);

/** A whole line with two words and a semicolon at its end, and perhaps qualifiers before them. */
const MEMBER =
  /[\r\n][ \t]*(?:\[[^\r\n]*\][ \t]*)?[A-Za-z_]\w*[ \t]+[A-Za-z_][^\r\n]*;[ \t]*[\r\n]/;

/** Tokens before a misfit among which suspects are looked for. */
const NEIGHBOURS = 12;

/** The text with a string closed where it was found to end, and all behind it read anew. */
function withClosed(text: string, lexed: Lexed, closed: Closed): Lexed {
  const { start, end } = closed;
  const after = lex(text, end);
  const before = indexAt(lexed.tokens, start);
  const tokens = new TokenList(text, before + 1 + after.tokens.length);
  tokens.append(lexed.tokens, 0, before);
  tokens.add(idOf(UnclosedString), start, end);
  tokens.append(after.tokens);
  return {
    tokens,
    mistakes: [
      ...lexed.mistakes.filter((mistake) => mistake.start < start),
      { kind: "unterminated-string", start, end: start + 1 },
      ...after.mistakes,
    ],
    ...(after.swallowing && { swallowing: after.swallowing }),
  };
}

/**
 * How long a string may have been meant to be: to the end of its first line without the
 * marks there, otherwise to one of the marks in that line.
 */
function possibleLengths(text: string, start: number, end: number): readonly number[] {
  const line = lineOf(text, start, end);
  const inside = line.length === end - start ? line.slice(0, -1) : line;
  let trimmed = inside.length;
  while (trimmed > 0 && /[\s,;:=(){}[\]]/.test(inside.charAt(trimmed - 1))) trimmed -= 1;
  const marks = [...inside.matchAll(/[,;)}\]]/g)].map(({ index }) => index);
  return [...new Set([trimmed, ...marks.slice(0, MOST_ENDS)])].filter((length) => length > 0);
}

/** The last of ascending offsets that lies before another one. */
function lastBefore(offsets: readonly number[], offset: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return offsets[low - 1] ?? 0;
}

/** A stretch of a text up to its first line end, or as much of it as is looked at. */
function lineOf(text: string, start: number, end: number): string {
  const image = text.slice(start, Math.min(end, start + LONGEST_LINE));
  const line = image.search(/[\r\n]/);
  return line < 0 ? image : image.slice(0, line);
}
