/** Text in, tokens and the mistakes that no parser needs to see out. */
import { type IToken, Lexer } from "chevrotain";
import { DIRECTIVES, isPreprocessor, meantBy } from "./keywords.ts";
import type { Mistake } from "./mistakes.ts";
import {
  LineContinuation,
  MISTAKES,
  tokens,
  UnterminatedComment,
  UnterminatedString,
} from "./tokens.ts";

export interface Lexed {
  readonly tokens: IToken[];
  readonly mistakes: readonly Mistake[];
  /** A string or comment that is never closed and so swallowed the rest of the text. */
  readonly swallowing?: IToken;
}

const lexer = new Lexer(tokens, { positionTracking: "onlyOffset", ensureOptimizations: true });

/**
 * Takes a stretch of a text apart.
 *
 * @param from - offset of the stretch; all offsets in the answer are those of the whole text
 */
export function lex(text: string, from = 0, to: number = text.length): Lexed {
  const { errors, groups, tokens: found } = lexer.tokenize(text.slice(from, to));
  const marked = groups[MISTAKES] ?? [];
  if (from > 0) for (const token of [...found, ...marked]) token.startOffset += from;
  const characters = errors.map(({ offset, length }): Mistake => {
    const start = offset + from;
    const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
    return { kind: "unexpected-character", character, start, end: start + length };
  });
  const last = marked.at(-1);
  const swallows =
    last?.tokenType === UnterminatedString || last?.tokenType === UnterminatedComment;
  return {
    tokens: found,
    mistakes: [...characters, ...marked.map(mistakeOf)],
    ...(last && swallows && { swallowing: last }),
  };
}

function mistakeOf(token: IToken): Mistake {
  const start = token.startOffset;
  switch (token.tokenType) {
    case UnterminatedComment:
      return { kind: "unterminated-comment", start, end: start + 2 };
    case UnterminatedString:
      return { kind: "unterminated-string", start, end: start + 1 };
    case LineContinuation:
      return { kind: "line-continuation", start, end: start + 1 };
    default:
      return directiveMistake(token.image, start);
  }
}

function directiveMistake(image: string, start: number): Mistake {
  const [directive = image, word = ""] = /^#[ \t]*([A-Za-z_0-9]+)/.exec(image) ?? [];
  const end = start + directive.length;
  if (isPreprocessor(word)) return { kind: "preprocessor-directive", directive, start, end };
  const meant = meantBy(word, DIRECTIVES);
  return { kind: "unknown-directive", directive, ...(meant && { meant }), start, end };
}
