/**
 * A forgotten quote makes everything behind it look the wrong way round: the next string
 * ends the open one, its text stands bare, and so on to the end of the file. When
 * something does not fit, the strings before it are suspects. Each is closed on trial at
 * the end of its line; if the text then fits beyond the place that did not, the string
 * was never closed. That is said once, and the rest is read as it was meant.
 */
import { createTokenInstance, type IToken } from "chevrotain";
import { type Lexed, lex } from "./lex.ts";
import { endOf } from "./messages.ts";
import type { Mistake } from "./mistakes.ts";
import type { Parsed } from "./parser.ts";
import { indexAt } from "./resume.ts";
import { StringPart, UnclosedString, UnterminatedString } from "./tokens.ts";

type Parse = (tokens: IToken[], swallowed: boolean, patience?: number) => Parsed;

/** Characters that may be read again in search of open strings: this many, and the text so many times. */
const MOST_WORK = 1_500_000;
const MOST_READINGS = 8;
/** How far behind a place that did not fit a trial looks. */
const HORIZON = 4_000;
/** Only the first failure counts in a trial, but there may be others before the string. */
const ENOUGH = 10;
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
        if (suspect.startOffset < from || this.work < 0) continue;
        const closed = this.bestEnd(lexed.tokens, suspect, starts, mistake.start);
        if (closed) return closed;
      }
    }
    const { swallowing } = lexed;
    if (swallowing?.tokenType !== UnterminatedString || this.work < 0) return undefined;
    const line = /[\r\n]/.exec(swallowing.image)?.index ?? swallowing.image.length;
    return this.bestEnd(lexed.tokens, swallowing, starts, swallowing.startOffset + line);
  }

  /** The strings before something that did not fit, the nearest first. */
  private suspects(tokens: readonly IToken[], mistake: Mistake): readonly IToken[] {
    const last = indexAt(tokens, Math.max(mistake.end, mistake.start + 1)) - 1;
    return tokens
      .slice(Math.max(0, last - NEIGHBOURS), last + 1)
      .filter((token) => token.tokenType === StringPart && this.isSuspicious(token))
      .reverse()
      .slice(0, MOST_SUSPECTS);
  }

  /** A string that runs over a line end, or whose closing quote stands like an opening one. */
  private isSuspicious(token: IToken): boolean {
    return (
      /[\r\n]/.test(token.image) ||
      /[\s,;:=([{]"$/.test(token.image) ||
      /\w/.test(this.text[endOf(token)] ?? "")
    );
  }

  /**
   * The end of a string with which the text fits farthest.
   *
   * @param beyond - how far it has to fit at least
   */
  private bestEnd(
    tokens: readonly IToken[],
    { image, startOffset: start }: IToken,
    starts: readonly number[],
    beyond: number,
  ): Closed | undefined {
    const declaration = starts.findLast((offset) => offset < start) ?? 0;
    const before = tokens.slice(indexAt(tokens, declaration), indexAt(tokens, start));
    let best: Closed | undefined;
    let farthest = beyond;
    for (const length of possibleLengths(image)) {
      const closed = { start, end: start + length };
      const fits = this.fitsUntil(before, closed, Math.max(beyond, start) + HORIZON);
      this.spend(start - declaration + HORIZON);
      if (fits > farthest) [best, farthest] = [closed, fits];
      if (farthest === Infinity) break;
    }
    return best;
  }

  /** Where something does not fit behind a string that is closed on trial. */
  private fitsUntil(before: readonly IToken[], closed: Closed, horizon: number): number {
    const after = lex(this.text, closed.end, Math.min(horizon, this.text.length));
    const tokens = [...before, tokenOf(this.text, closed), ...after.tokens];
    const misfits = this.parse(tokens, true, ENOUGH).mistakes.filter(
      ({ kind, start }) => MISFITS.has(kind) && start >= closed.start,
    );
    return misfits.reduce((first, { start }) => Math.min(first, start), Infinity);
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

/** Tokens before a misfit among which suspects are looked for. */
const NEIGHBOURS = 12;

/** The text with a string closed where it was found to end, and all behind it read anew. */
function withClosed(text: string, lexed: Lexed, closed: Closed): Lexed {
  const { start, end } = closed;
  const after = lex(text, end);
  return {
    tokens: [
      ...lexed.tokens.slice(0, indexAt(lexed.tokens, start)),
      tokenOf(text, closed),
      ...after.tokens,
    ],
    mistakes: [
      ...lexed.mistakes.filter((mistake) => mistake.start < start),
      { kind: "unterminated-string", start, end: start + 1 },
      ...after.mistakes,
    ],
    ...(after.swallowing && { swallowing: after.swallowing }),
  };
}

function tokenOf(text: string, { start, end }: Closed): IToken {
  const image = text.slice(start, end);
  return createTokenInstance(UnclosedString, image, start, end - 1, NaN, NaN, NaN, NaN);
}

/**
 * How long a string may have been meant to be: to the end of its first line without the
 * marks there, otherwise to one of the marks in that line.
 */
function possibleLengths(image: string): readonly number[] {
  const [line = ""] = image.split(/[\r\n]/, 1);
  const inside = line.length === image.length ? line.slice(0, -1) : line;
  const trimmed = inside.replace(/[\s,;:=(){}[\]]+$/, "");
  const marks = [...inside.matchAll(/[,;)}\]]/g)].map(({ index }) => index);
  return [...new Set([trimmed.length, ...marks.slice(0, MOST_ENDS)])].filter(
    (length) => length > 0,
  );
}
