import { CST, Lexer, Parser } from "yaml";
import type { YamlMistake } from "./mistake.ts";

/**
 * What one file may take. Half as many values would be more than a person writes, and a file
 * that is wrong in every token costs its reader 10 µs and 4 KB for each of them.
 */
const MOST_TOKENS = 250_000;

/** An overlay nests eight times; what reads it calls itself for each. */
const DEEPEST = 100;

/** The syntax of one document, and what YAML allows in it but we do not. */
export interface Tokenised {
  readonly tokens: readonly CST.Token[];
  readonly mistakes: readonly YamlMistake[];
}

/** Reads the syntax of a YAML text; where there is too much of it, only says so. */
export function tokenise(text: string): Tokenised {
  const tokens: CST.Token[] = [];
  const mistakes: YamlMistake[] = [];
  const parser = new Parser();
  let [count, isScalar, hasDocument] = [0, false, false];
  for (const lexeme of new Lexer().lex(text)) {
    const start = parser.offset;
    const end = start + lexeme.length;
    // Before a scalar the lexer puts a mark of its own.
    if (!isScalar && CST.tokenType(lexeme) === "tag") mistakes.push({ reason: TAG, start, end });
    isScalar = !isScalar && lexeme === CST.SCALAR;
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      hasDocument ||= token.type === "document";
    }
    count += 1;
    const limit = limitBroken(parser, count, hasDocument);
    if (limit !== undefined) return { tokens: [], mistakes: [{ reason: limit, start, end }] };
  }
  tokens.push(...parser.end());
  return { tokens, mistakes };
}

const TAG = "values have no tags";

/** @param hasDocument - whether a document is over */
function limitBroken({ stack }: Parser, count: number, hasDocument: boolean): string | undefined {
  if (count > MOST_TOKENS) return "it has more than 250,000 words and marks";
  if (stack.length > DEEPEST) return "its values contain each other too many times";
  if (hasDocument && stack.length > 0) return "a second document begins here";
  return undefined;
}
