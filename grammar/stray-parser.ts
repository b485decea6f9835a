/** What stands where nothing can begin: it is said once, and skipped. */
import { EOF, type IToken, tokenMatcher, type TokenType } from "chevrotain";
import { KEYWORDS, meantBy } from "./keywords.ts";
import { A_DECLARATION, spanOf } from "./messages.ts";
import { RecoveringParser } from "./recovering-parser.ts";
import { beginsDeclaration, beginsMember, isStrayBrace } from "./resume.ts";
import { TokenList } from "./token-list.ts";
import * as t from "./tokens.ts";

const BEGIN_DECLARATION: ReadonlySet<TokenType> = new Set([
  t.Pragma,
  t.Include,
  t.QualifierWord,
  t.Class,
  t.Instance,
  t.Structure,
  t.Enumeration,
  t.Association,
  t.ValueWord,
  t.BracketOpen,
]);
/** Tokens with which the next member begins, or the list of members ends. */
const END_MEMBERS: ReadonlySet<TokenType> = new Set([
  EOF,
  t.BraceClose,
  t.BracketOpen,
  t.Pragma,
  t.Include,
]);

const NOTHING = new TokenList("", 0);

export abstract class StrayParser extends RecoveringParser {
  /** Misspelt keywords that were taken for what was meant. */
  private retyped: number[] = [];

  /** Reports what begins no declaration and skips it. A misspelt keyword is taken for the one that was meant. */
  protected skipStrayDeclarations(): void {
    // Prose may hold semicolons: what follows what was skipped belongs to it.
    let reported = this.isLost;
    this.isLost = false;
    for (let token = this.LA(1); token.tokenType !== EOF; token = this.LA(1)) {
      if (this.isDeclarationAhead(token, reported) || this.isMisspelt(token)) return;
      if (!reported) this.reportStray(token);
      this.skipFrom(token.startOffset, "document", !reported);
      reported = true;
    }
  }

  /** @param isAfterStray - whether the members of a class that was lost may stand here */
  private isDeclarationAhead(token: IToken, isAfterStray: boolean): boolean {
    if (!BEGIN_DECLARATION.has(token.tokenType)) return false;
    return !isAfterStray || !beginsMember(this.tokens, this.indexOf(token.startOffset));
  }

  private reportStray(token: IToken): void {
    if (token.tokenType === t.BraceClose) {
      this.report({ kind: "stray-mark", mark: token.image, ...spanOf(token) });
    } else {
      const afterPragma = token.tokenType === t.Semicolon && this.LA(0).tokenType === t.ParenClose;
      const hint = /^pragma$/i.test(token.image) ? "pragma-with-hash" : undefined;
      this.reportHere(A_DECLARATION, afterPragma ? "pragma-without-semicolon" : hint);
    }
  }

  private isMisspelt(token: IToken): boolean {
    if (token.tokenType !== t.Word || !tokenMatcher(this.LA(2), t.Word)) return false;
    const meant = meantBy(token.image, KEYWORDS);
    const type = [...BEGIN_DECLARATION].find(({ name }) => name.toLowerCase() === meant);
    if (meant === undefined || type === undefined) return false;
    this.report({ kind: "misspelt-keyword", found: token.image, meant, ...spanOf(token) });
    const index = this.indexOf(token.startOffset);
    this.retype(index, type);
    this.retyped.push(index);
    return true;
  }

  /** The same tokens may be parsed once more. */
  protected finish(): void {
    for (const index of this.retyped) this.retype(index, t.Word);
    this.retyped = [];
    // Nothing of a text is kept alive by the parser.
    this.read(NOTHING);
    this.text = "";
  }

  /** Reports what begins nothing between two braces and skips it. */
  protected skipStrayMembers(expected: string, inside: string): void {
    for (let reported = false; ; reported = true) {
      const token = this.LA(1);
      if (this.skipStrayBrace(inside)) continue;
      if (tokenMatcher(token, t.Word) || END_MEMBERS.has(token.tokenType)) return;
      // What is missing is the "}" before this semicolon; `closeBody` says so.
      if (token.tokenType === t.Semicolon && this.isDeclarationAfterNext()) return;
      if (!reported) this.reportHere(expected);
      this.skipFrom(token.startOffset, "body", !reported);
    }
  }

  /** Skips a `}` behind which the body goes on. */
  private skipStrayBrace(inside: string): boolean {
    const brace = this.LA(1);
    if (brace.tokenType !== t.BraceClose || this.isNested) return false;
    if (!isStrayBrace(this.tokens, this.indexOf(brace.startOffset))) return false;
    const hasSemicolon = this.LA(2).tokenType === t.Semicolon;
    this.report({ kind: "stray-mark", mark: brace.image, inside, ...spanOf(brace) });
    this.SKIP_TOKEN();
    if (hasSemicolon) this.SKIP_TOKEN();
    return true;
  }

  private isDeclarationAfterNext(): boolean {
    const second = this.LA(2);
    return (
      second.tokenType === EOF || beginsDeclaration(this.tokens, this.indexOf(second.startOffset))
    );
  }
}
