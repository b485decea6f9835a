/** What chevrotain threw, as a mistake: what was expected, what was found, and where. */
import {
  EOF,
  type IParserErrorMessageProvider,
  type IRecognitionException,
  type IToken,
  tokenLabel,
} from "chevrotain";
import type { Span } from "../src/source/index.ts";
import type { Hint, Mistake } from "./mistakes.ts";
import * as t from "./tokens.ts";

export const A_DECLARATION = 'a declaration: "class", "instance of", "qualifier" or "#pragma"';

/** What is expected where several things may stand, by the name of the rule. */
const ALTERNATIVES: Readonly<Record<string, string>> = {
  declaration: A_DECLARATION,
  qualified: '"class" or "instance of"',
  feature: '";", "=", "[" or "("',
  value: "a value",
};

/** Chevrotain wants a message; ours is only the expectation, the rest is data in the exception. */
export const expectations: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => tokenLabel(expected),
  buildNotAllInputParsedMessage: () => A_DECLARATION,
  buildNoViableAltMessage: ({ ruleName }) => ALTERNATIVES[ruleName] ?? "something else",
  buildEarlyExitMessage: ({ customUserDescription }) => customUserDescription ?? "something else",
};

/** Turns what chevrotain threw into a {@link Mistake} at the place where a person would put it. */
export function mistakeOf(error: IRecognitionException, previous: IToken, text: string): Mistake {
  const found = error.token;
  const closes = [t.ParenClose, t.BracketClose, t.BraceClose].some(
    (mark) => found.tokenType === mark,
  );
  if (previous.tokenType === t.Comma && (closes || found.tokenType === t.Comma)) {
    return { kind: "superfluous-comma", before: found.image, ...spanOf(previous) };
  }
  const opens = [t.ParenOpen, t.BracketOpen, t.BraceOpen].includes(previous.tokenType);
  if (found.tokenType === t.Comma && opens) {
    return { kind: "superfluous-comma", after: previous.image, ...spanOf(found) };
  }
  const hint = hintFor(error, error.context.ruleStack.at(-1) ?? "");
  return missed(found, error.message, previous, text, hint);
}

/** What is missing is missed where the line before ended, not where the next one begins. */
export function missed(
  found: IToken,
  expected: string,
  previous: IToken,
  text: string,
  hint?: Hint,
): Mistake {
  const end = endOf(previous);
  const between = found.tokenType === EOF ? "" : text.slice(end, found.startOffset);
  const lines = between.split(/\r\n|\r|\n/).length - 1;
  const mistake = unexpected(found, expected, previous, hint);
  if (lines === 0 || Number.isNaN(previous.startOffset)) return mistake;
  const where = lines === 1 ? "on the next line" : "further down";
  return { ...mistake, found: `${mistake.found} ${where}`, start: end, end };
}

/** @param previous - the token before; the end of the file is reported behind it */
export function unexpected(
  found: IToken,
  expected: string,
  previous: IToken,
  hint?: Hint,
): Unexpected {
  const end = endOf(previous);
  return {
    kind: "unexpected-token",
    found: found.tokenType === EOF ? "the end of the file" : shown(found.image),
    expected,
    ...(hint && { hint }),
    ...(found.tokenType === EOF ? { start: end, end } : spanOf(found)),
  };
}

type Unexpected = Extract<Mistake, { kind: "unexpected-token" }>;

/** Recognises the habits of other languages by the rule that failed and what it met. */
function hintFor({ token: { tokenType } }: IRecognitionException, rule: string): Hint | undefined {
  switch (rule) {
    case "feature":
    case "parameter":
      if (tokenType === t.BracketOpen) return "array-behind-name";
      if (tokenType === t.BraceOpen) return "nested-type";
      if (t.isWord(tokenType)) return "name-without-blank";
      return [t.Semicolon, t.Equals, t.Comma, t.ParenClose, t.ParenOpen].includes(tokenType)
        ? "type-and-name"
        : undefined;
    case "classDeclaration":
      return t.isWord(tokenType) ? "superclass-after-colon" : undefined;
    case "qualifierParameter":
      return tokenType === t.Comma ? "several-values" : undefined;
    case "alias":
      return t.isWord(tokenType) ? "alias-with-dollar" : undefined;
    case "array":
      return tokenType === t.BraceOpen || tokenType === t.ParenOpen ? "array-before" : undefined;
    default:
      return undefined;
  }
}

/** Long tokens are cut: the code frame shows the rest. */
export function shown(image: string): string {
  const line = image.split(/[\r\n]/, 1)[0] ?? "";
  const short = line.length > 30 || line.length < image.length ? `${line.slice(0, 30)}…` : line;
  return /^["'\u201C-\u201F\u00AB]/.test(short) ? `the string ${short}` : `"${short}"`;
}

/** Where a token ended; before the first one, where the text begins. */
export function endOf(token: IToken): number {
  return Number.isNaN(token.startOffset) ? 0 : token.startOffset + token.image.length;
}

export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: token.startOffset + token.image.length };
}
