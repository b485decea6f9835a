/** Text in, AST and mistakes out. */
import { Lexer } from "chevrotain";
import type { MofDocument } from "../src/ast/index.ts";
import type { Source } from "../src/source/index.ts";
import { mistakeOf } from "./messages.ts";
import type { Mistake } from "./mistakes.ts";
import { MofParser } from "./parser.ts";
import { MISTAKES, tokens, UnterminatedComment } from "./tokens.ts";

export type { Mistake } from "./mistakes.ts";

const lexer = new Lexer(tokens, { positionTracking: "onlyOffset", ensureOptimizations: true });
const parser = new MofParser();

/** Parses one text. The document holds what could be understood, however much was wrong. */
export function parseText(source: Source): { document: MofDocument; mistakes: Mistake[] } {
  const lexed = lexer.tokenize(source.text);
  const mistakes: Mistake[] = [];
  for (const error of lexed.errors) {
    const span = { start: error.offset, end: error.offset + error.length };
    const character = source.text.slice(span.start, span.start + 1);
    mistakes.push({ kind: "unexpected-character", character, span });
  }
  for (const token of lexed.groups[MISTAKES] ?? []) {
    const comment = token.tokenType === UnterminatedComment;
    const span = { start: token.startOffset, end: token.startOffset + (comment ? 2 : 1) };
    mistakes.push({ kind: comment ? "unterminated-comment" : "unterminated-string", span });
  }
  parser.mistakes = mistakes;
  parser.declarations = [];
  parser.input = lexed.tokens;
  parser.document();
  for (const error of parser.errors) mistakes.push(mistakeOf(error, source.text));
  return {
    document: { kind: "document", source, declarations: parser.declarations },
    mistakes,
  };
}
