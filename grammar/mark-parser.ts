/** Marks that people forget, and how the rules do without them. */
import {
  type ConsumeMethodOpts,
  EOF,
  type IToken,
  tokenLabel,
  tokenMatcher,
  type TokenType,
} from "chevrotain";
import type { Name } from "../src/ast/index.ts";
import type { Span } from "../src/source/index.ts";
import { isIntrinsic } from "./keywords.ts";
import { endOf, shown, spanOf } from "./messages.ts";
import type { Mistake } from "./mistakes.ts";
import { Abandoned, type Reading } from "./recovering-parser.ts";
import { braceBehind } from "./resume.ts";
import { StrayParser } from "./stray-parser.ts";
import type { TokenList } from "./token-list.ts";
import * as t from "./tokens.ts";

/** A mark that ends something. */
export interface ClosingMark {
  readonly type: TokenType;
  /** Whether the tokens that stand in its place show that it was forgotten. */
  readonly isForgotten: (next: IToken, second: IToken, onNewLine: boolean) => boolean;
  /** Whether they show that a comma was forgotten instead. */
  readonly isCommaForgotten?: (next: IToken, second: IToken) => boolean;
  /** What is expected where neither is evident. */
  readonly options: ConsumeMethodOpts;
}

const BEGIN_LITERAL: readonly TokenType[] = [t.StringPart, t.Integer, t.Real, t.Char];

/** In tokens. */
const LONGEST_METHOD = 1000;

export abstract class MarkParser extends StrayParser {
  /** Where a mark stands that was missed one token before. */
  private displaced = -1;

  protected override begin(text: string, tokens: TokenList, options: Reading): void {
    super.begin(text, tokens, options);
    this.displaced = -1;
  }

  /** Consumes the `;` behind `what`. */
  protected semicolon(what: string, name?: Name): void {
    if (this.isSemicolonForgotten(what, name)) return;
    this.CONSUME(t.Semicolon);
    this.passDisplaced();
  }

  /** Whether the mark behind the next token stands in its line, and ends nothing around it. */
  private isDisplaced(): boolean {
    const [next, second, third] = [this.LA(1), this.LA(2), this.LA(3)];
    const between = this.text.slice(endOf(next), second.startOffset);
    return !/[\r\n]/.test(between) && third.tokenType !== t.Semicolon;
  }

  /** Skips a mark that was missed before the one that was just read: they changed places. */
  protected passDisplaced(): void {
    if (this.next() === this.displaced) this.SKIP_TOKEN();
  }

  /** Consumes the `;` behind the `}` of a declaration; one brace more than was opened is skipped. */
  protected endDeclaration(what: string, name?: Name): void {
    for (let next = this.LA(1); next.tokenType === t.BraceClose; next = this.LA(1)) {
      this.report({ kind: "stray-mark", mark: next.image, ...spanOf(next) });
      this.SKIP_TOKEN();
    }
    this.semicolon(what, name);
  }

  /** Consumes a closing mark, or does without it before tokens that show that it was forgotten. */
  protected closing(mark: ClosingMark, what: string, name?: Name): void {
    if (this.isMissing(mark.type)) {
      const [next, second] = [this.LA(1), this.LA(2)];
      if (mark.isForgotten(next, second, this.isOnNewLine())) {
        this.reportMissing(mark.type, what, name);
        if (second.tokenType === mark.type && this.isDisplaced()) {
          this.displaced = second.startOffset;
        }
        return;
      }
      if (mark.isCommaForgotten?.(next, second)) throw new Abandoned(this.missingComma());
    }
    this.CONSUME(mark.type, mark.options);
    this.passDisplaced();
  }

  /** Reports a comma that was forgotten between two items of a list, before the second one. */
  protected isCommaForgotten(mark: ClosingMark): boolean {
    if (!this.isMissing(mark.type)) return false;
    const [next, second] = [this.LA(1), this.LA(2)];
    if (mark.isForgotten(next, second, this.isOnNewLine())) return false;
    if (!mark.isCommaForgotten?.(next, second)) return false;
    this.report(this.missingComma());
    return true;
  }

  /** Consumes the comma between two items of a list. */
  protected passComma(): boolean {
    if (this.LA(1).tokenType !== t.Comma) return false;
    this.SKIP_TOKEN();
    return true;
  }

  private missingComma(): Mistake {
    const last = this.LA(0);
    const end = endOf(last);
    const mark = tokenLabel(t.Comma);
    return { kind: "missing-mark", mark, after: shown(last.image), start: end, end };
  }

  /** Consumes the `(` behind the name of a method. */
  protected openParameters(name: Name): void {
    if (this.isMissing(t.ParenOpen))
      this.reportMissing(t.ParenOpen, "the name of the method", name);
    else this.CONSUME(t.ParenOpen);
  }

  /** Whether what follows are parameters without their `(`: a `)` too many stands before the next `;`. */
  protected isParenthesisForgotten(): boolean {
    return this.isMissing(t.Semicolon) && this.isParenthesisAhead(1);
  }

  /** Reports a `;` between parameters, where a comma belongs, and skips it. */
  protected passSemicolon(): boolean {
    const next = this.LA(1);
    if (next.tokenType !== t.Semicolon || !this.isParameterBehindSemicolon()) return false;
    this.reportHere(`${tokenLabel(t.Comma)} or ${tokenLabel(t.ParenClose)}`);
    this.SKIP_TOKEN();
    return true;
  }

  /** Whether the line goes on with a parameter, and with the `)` of the list. */
  private isParameterBehindSemicolon(): boolean {
    const first = this.LA(2).tokenType;
    if (first !== t.BracketOpen && !t.isWord(first)) return false;
    const line = /[^\r\n]*/.exec(this.text.slice(this.next(), this.next() + LONGEST_METHOD));
    return /^[^()]*(?:\([^()]*\)[^()]*)*\)/.test(line?.[0] ?? "");
  }

  /** Whether a `)` that nothing opened stands before the next `;`. */
  private isParenthesisAhead(from: number): boolean {
    let open = 0;
    for (let ahead = from; ahead < LONGEST_METHOD; ahead += 1) {
      const { tokenType } = this.LA(ahead);
      if (tokenType === t.Semicolon || tokenType === EOF) return false;
      if (tokenType === t.ParenOpen) open += 1;
      if (tokenType === t.ParenClose) open -= 1;
      if (open < 0) return true;
    }
    return false;
  }

  /** Consumes the `{` of a body, behind the name of something. */
  protected openBody(options: ConsumeMethodOpts, what: string, name?: Name): Span {
    if (this.LA(1).tokenType === t.Semicolon && this.LA(2).tokenType === t.BraceOpen) {
      this.reportHere(tokenLabel(t.BraceOpen));
      this.SKIP_TOKEN();
    } else if (this.isWrongBrace()) {
      const wrong = this.LA(1);
      this.reportHere(tokenLabel(t.BraceOpen));
      this.SKIP_TOKEN();
      return spanOf(wrong);
    }
    if (this.isMissing(t.BraceOpen) && this.isMemberNext()) {
      this.reportMissing(t.BraceOpen, what, name);
      return { start: this.end(), end: this.end() };
    }
    return spanOf(this.CONSUME(t.BraceOpen, options));
  }

  /** Whether another mark stands where a body begins, and the body in the next line. */
  private isWrongBrace(): boolean {
    const [{ tokenType, startOffset }, second] = [this.LA(1), this.LA(2)];
    if (tokenType !== t.ParenOpen && tokenType !== t.BracketOpen) return false;
    if (second.tokenType === EOF || second.tokenType === t.BraceOpen) return false;
    return /[\r\n]/.test(this.text.slice(startOffset, second.startOffset));
  }

  /**
   * Reports why the head of a declaration failed and goes on with its body. Throws on when
   * there is none.
   */
  protected bodyBehind(error: unknown): Span {
    const mistake = this.mistakeIn(error);
    const brace = braceBehind(this.tokens, this.indexOf(this.next()));
    if (brace === undefined) throw error;
    this.report(mistake);
    this.skipTo(brace);
    return spanOf(this.CONSUME(t.BraceOpen));
  }

  /** Consumes the `}` of a body. */
  protected closeBody(opened: Span, what: string, name?: Name): void {
    this.isClosed = !this.isMissing(t.BraceClose);
    if (this.isClosed) {
      this.CONSUME(t.BraceClose);
      return;
    }
    const end = this.endBefore(this.carried?.start ?? this.next());
    const named = name ? `${what} ${name.text}` : what;
    if (!this.ranOver) this.report({ kind: "not-closed", what: named, opened, start: end, end });
    // At the end of the file, all bodies around it are over as well.
    this.ranOver &&= this.LA(1).tokenType === EOF;
    if (this.LA(1).tokenType === t.Semicolon) this.SKIP_TOKEN();
  }

  /** Whether a body goes on in the next line. */
  private isMemberNext(): boolean {
    const { tokenType } = this.LA(1);
    if (!this.isOnNewLine()) return false;
    return (
      tokenType === t.BracketOpen ||
      tokenType === t.BraceClose ||
      (tokenMatcher(this.LA(1), t.Word) &&
        (tokenMatcher(this.LA(2), t.Word) || this.LA(2).tokenType === t.Equals))
    );
  }

  /** Where the token before an offset ended. */
  private endBefore(offset: number): number {
    return this.tokens.endAt(this.indexOf(offset) - 1) ?? 0;
  }

  private isMissing(mark: TokenType): boolean {
    return this.LA(1).tokenType !== mark && !this.RECORDING_PHASE;
  }

  /** Whether a property ends with its name although no `;` says so. */
  protected isSemicolonForgotten(what: string, name?: Name): boolean {
    if (!this.isMissing(t.Semicolon) || !this.isStatementOver()) return false;
    this.reportMissing(t.Semicolon, what, name);
    return true;
  }

  /** Whether what follows is not a part of the statement before. */
  private isStatementOver(): boolean {
    const [next, second] = [this.LA(1), this.LA(2)];
    const { tokenType } = next;
    if (tokenType === EOF || tokenType === t.BraceClose) return true;
    if (tokenType === t.Pragma || tokenType === t.Include) return true;
    // Brackets with a number, or with nothing, are an array's.
    if (tokenType === t.BracketOpen) return tokenMatcher(second, t.Word);
    if (!tokenMatcher(next, t.Word)) return false;
    return this.isOnNewLine() || (isIntrinsic(next.image) && tokenMatcher(second, t.Word));
  }

  protected isOnNewLine(): boolean {
    const next = this.LA(1);
    const until = next.tokenType === EOF ? this.text.length : next.startOffset;
    return /[\r\n]/.test(this.text.slice(endOf(this.LA(0)), until));
  }

  protected reportMissing(mark: TokenType, what: string, name?: Name): void {
    const end = endOf(this.LA(0));
    const after = name ? `${what} ${name.text}` : what;
    this.report({ kind: "missing-mark", mark: tokenLabel(mark), after, start: end, end });
  }

  /** Whether a value follows whose `(` was forgotten. */
  protected isLiteralNext(): boolean {
    return BEGIN_LITERAL.some((type) => tokenMatcher(this.LA(1), type));
  }
}
