/** What literals mean, and what is wrong with them. */
import type { IToken } from "chevrotain";
import type { Value } from "../src/ast/index.ts";
import { integerValue, unescape } from "./literals.ts";
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
    if (inside.includes("\n") || inside.includes("\r")) {
      const end = start + inside.search(/[\r\n]/);
      this.mistakes.push({ kind: "string-with-line-break", start: start - 1, end });
    }
    return unescape(inside, start, this.mistakes, this.digits);
  }

  protected wordValue(token: IToken): Value {
    const at = spanOf(token);
    const word = token.image.toLowerCase();
    if (word === "true" || word === "false") {
      return { kind: "boolean", value: word === "true", ...at };
    }
    if (word === "null") return { kind: "null", ...at };
    if (this.LA(1).tokenType !== t.Dot) return { kind: "word", text: token.image, ...at };
    this.CONSUME(t.Dot);
    const member = this.CONSUME1(t.Word, ENUMERATION_VALUE);
    this.shows("enumeration-value", { start: at.start, end: endOf(member) });
    const [enumeration, text] = [this.nameOf(token), member.image];
    return { kind: "word", enumeration, text, start: at.start, end: endOf(member) };
  }

  protected integer(token: IToken): Value {
    const { image: number } = token;
    const value = this.ACTION(() => integerValue(number));
    // A zero first makes an octal number, whose digits end with 7.
    if (/^[+-]?0+[0-9]*[89]/.test(number)) {
      this.mistakes.push({ kind: "not-octal", number, value, ...spanOf(token) });
    }
    return { kind: "integer", value, ...spanOf(token) };
  }

  protected real(token: IToken): Value {
    const { image: number } = token;
    if (token.tokenType === t.UnfinishedReal) {
      const meant = number.includes(".") ? `${number}0` : number.replace(/(?=[eE])/, ".0");
      this.report({ kind: "unfinished-real", number, meant, ...spanOf(token) });
    }
    return { kind: "real", value: Number(number), ...spanOf(token) };
  }

  protected char(token: IToken): Value {
    const inside = token.image.slice(1, -1);
    const value = this.ACTION(() =>
      unescape(inside, token.startOffset + 1, this.mistakes, this.digits),
    );
    return { kind: "char", value, ...spanOf(token) };
  }

  protected aliasReference(token: IToken): Value {
    return { kind: "alias", text: token.image, ...spanOf(token) };
  }
}
