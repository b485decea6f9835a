/** Text in, tokens and the mistakes that no parser needs to see out. */
import { DIRECTIVES, isPreprocessor, meantBy } from "./keywords.ts";
import type { Mistake } from "./mistakes.ts";
import { type Mistaken, scan } from "./scan.ts";
import type { TokenList } from "./token-list.ts";
import {
  LineContinuation,
  NoBreakSpace,
  UnterminatedComment,
  UnterminatedString,
} from "./tokens.ts";

export interface Lexed {
  readonly tokens: TokenList;
  readonly mistakes: readonly Mistake[];
  /** A string or comment that is never closed and so swallowed the rest of the text. */
  readonly swallowing?: Mistaken;
}

/**
 * Takes a stretch of a text apart.
 *
 * @param from - offset of the stretch; all offsets in the answer are those of the whole text
 */
export function lex(text: string, from = 0, to: number = text.length): Lexed {
  const { tokens, mistaken, strange } = scan(text, from, to);
  const characters = strange.map(({ start, end }): Mistake => {
    const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
    return { kind: "unexpected-character", character, start, end };
  });
  const last = mistaken.at(-1);
  const swallows = last?.type === UnterminatedString || last?.type === UnterminatedComment;
  return {
    tokens,
    mistakes: [...characters, ...mistaken.map((each) => mistakeOf(text, each))],
    ...(last && swallows && { swallowing: last }),
  };
}

function mistakeOf(text: string, { type, start, end }: Mistaken): Mistake {
  switch (type) {
    case UnterminatedComment:
      return { kind: "unterminated-comment", start, end: start + 2 };
    case UnterminatedString:
      return { kind: "unterminated-string", start, end: start + 1 };
    case NoBreakSpace:
      return { kind: "no-break-space", start, end };
    case LineContinuation:
      return { kind: "line-continuation", start, end: start + 1 };
    default:
      return directiveMistake(text.slice(start, end), start);
  }
}

function directiveMistake(image: string, start: number): Mistake {
  const [directive = image, word = ""] = /^#[ \t]*([A-Za-z_0-9]+)/.exec(image) ?? [];
  const end = start + directive.length;
  if (isPreprocessor(word)) return { kind: "preprocessor-directive", directive, start, end };
  const meant = meantBy(word, DIRECTIVES);
  return { kind: "unknown-directive", directive, ...(meant && { meant }), start, end };
}
