/** What literals mean, and what is wrong with them. */
import type { IToken } from "chevrotain";
import type { Value } from "../src/ast/index.ts";
import { charLiteral, integerLiteral, realLiteral, stringText, wordLiteral } from "./literals.ts";
import { MarkParser } from "./mark-parser.ts";
import { endOf, spanOf } from "./messages.ts";
import * as t from "./tokens.ts";

const ENUMERATION_VALUE = { ERR_MSG: "a value of the enumeration" };

export abstract class LiteralParser extends MarkParser {
  protected stringPart(token: IToken): string {
    const { image, tokenType } = token;
    const start = token.startOffset + 1;
    // The end of a string that was never closed was guessed: it has no closing quote.
    const inside = tokenType === t.UnclosedString ? image.slice(1) : image.slice(1, -1);
    if (tokenType === t.WrongQuotes) {
      this.mistakes.push({ kind: "wrong-quotes", quote: image.slice(0, 1), ...spanOf(token) });
    }
    return stringText(inside, start, this.mistakes, this.digits);
  }

  protected wordValue(token: IToken): Value {
    const literal = wordLiteral(token.image, token.startOffset);
    if (literal.kind !== "word" || this.LA(1).tokenType !== t.Dot) return literal;
    this.CONSUME(t.Dot);
    const member = this.CONSUME1(t.Word, ENUMERATION_VALUE);
    const { start } = literal;
    const end = endOf(member);
    this.shows("enumeration-value", { start, end });
    return { kind: "word", enumeration: this.nameOf(token), text: member.image, start, end };
  }

  protected integer({ image, startOffset }: IToken): Value {
    return this.ACTION(() => integerLiteral(image, startOffset, this.mistakes));
  }

  protected real(token: IToken): Value {
    const { image: number } = token;
    if (token.tokenType === t.UnfinishedReal) {
      const meant = number.includes(".") ? `${number}0` : number.replace(/(?=[eE])/, ".0");
      this.report({ kind: "unfinished-real", number, meant, ...spanOf(token) });
    }
    return realLiteral(number, token.startOffset);
  }

  protected char({ image, startOffset }: IToken): Value {
    return this.ACTION(() => charLiteral(image, startOffset, this.mistakes, this.digits));
  }

  protected aliasReference(token: IToken): Value {
    return { kind: "alias", text: token.image, ...spanOf(token) };
  }
}
