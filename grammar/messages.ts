/** What the parser expected, in words; where and what it found is added by `mistakeOf`. */
import {
  type IParserErrorMessageProvider,
  type IRecognitionException,
  type IToken,
  EOF,
  MismatchedTokenException,
  tokenLabel,
  type TokenType,
} from "chevrotain";
import type { Span } from "../src/source/index.ts";
import type { Mistake } from "./mistakes.ts";
import { Comma, ParenClose, Semicolon } from "./tokens.ts";

/** More than this many alternatives help nobody. */
const MOST_NAMED = 5;

/** Chevrotain wants a message; ours is only the expectation, the rest is data in the exception. */
export const expectations: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => tokenLabel(expected),
  buildNotAllInputParsedMessage: () => "a declaration: class, instance of, qualifier or #pragma",
  buildNoViableAltMessage: ({ expectedPathsPerAlt }) =>
    oneOf(firstTokens(expectedPathsPerAlt.flat())),
  buildEarlyExitMessage: ({ expectedIterationPaths }) => oneOf(firstTokens(expectedIterationPaths)),
};

function firstTokens(paths: readonly TokenType[][]): string[] {
  return [...new Set(paths.flatMap((path) => (path[0] ? [tokenLabel(path[0])] : [])))];
}

function oneOf(labels: readonly string[]): string {
  if (labels.length > MOST_NAMED) return "something else here";
  if (labels.length < 2) return labels[0] ?? "something else";
  return `${labels.slice(0, -1).join(", ")} or ${labels.at(-1) ?? ""}`;
}

/** Turns what chevrotain threw into a {@link Mistake} at the place where a person would put it. */
export function mistakeOf(error: IRecognitionException, text: string): Mistake {
  const found = error.token;
  return {
    kind: "unexpected-token",
    found: found.tokenType === EOF ? "the end of the file" : shown(found.image),
    expected: error.message,
    span: placeOf(error, text),
  };
}

/**
 * A forgotten `;` or `)` is missed where the line before ended, not where the next
 * declaration begins.
 */
function placeOf(error: IRecognitionException, text: string): Span {
  const before: IToken | undefined =
    error instanceof MismatchedTokenException ? error.previousToken : undefined;
  const atEnd = error.token.tokenType === EOF;
  const start = atEnd ? text.length : error.token.startOffset;
  if (before && !Number.isNaN(before.startOffset)) {
    const beforeEnd = before.startOffset + before.image.length;
    const forgotten = [Semicolon, Comma, ParenClose].some(
      (mark) => error.message === tokenLabel(mark),
    );
    if ((forgotten || atEnd) && /[\r\n]/.test(text.slice(beforeEnd, start))) {
      return { start: beforeEnd, end: beforeEnd };
    }
  }
  return { start, end: atEnd ? start : start + error.token.image.length };
}

/** Long strings are cut: the code frame shows the rest. */
function shown(image: string): string {
  const line = image.split(/[\r\n]/, 1)[0] ?? "";
  const short = line.length > 30 || line.length < image.length ? `${line.slice(0, 30)}…` : line;
  return /^["']/.test(short) ? `the string ${short}` : `"${short}"`;
}
