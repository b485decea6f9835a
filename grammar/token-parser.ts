/**
 * Chevrotain's parser over a {@link TokenList}: a token becomes an object when it is next,
 * and is forgotten soon after. Chevrotain asks for tokens by the methods of this class only.
 */
import {
  EmbeddedActionsParser,
  EOF,
  type IParserConfig,
  type IToken,
  type TokenType,
} from "chevrotain";
import { idOf, TokenList } from "./token-list.ts";

/** What stands behind the last token, and before the first one. */
const END: IToken = {
  image: "",
  startOffset: Number.NaN,
  tokenTypeIdx: idOf(EOF),
  tokenType: EOF,
};

export abstract class TokenParser extends EmbeddedActionsParser {
  protected tokens: TokenList = new TokenList("", 0);
  /** The index of the last consumed token. */
  private index = -1;
  private last: IToken = END;
  private next1: IToken = END;
  private next2: IToken | undefined;

  protected constructor(tokenTypes: TokenType[], config: IParserConfig) {
    super(tokenTypes, config);
  }

  protected override LA(howMuch: number): IToken {
    return howMuch === 1 ? this.next1 : this.further(howMuch);
  }

  protected override LA_FAST(howMuch: number): IToken {
    return howMuch === 1 ? this.next1 : this.further(howMuch);
  }

  protected override SKIP_TOKEN(): IToken {
    if (this.index < this.tokens.length - 1) this.consumeToken();
    return this.next1;
  }

  /** Begins with the first token. */
  protected read(tokens: TokenList): void {
    this.tokens = tokens;
    // Chevrotain resets itself when it is given tokens, be they none.
    this.input = [];
  }

  /** The index of the next token. */
  protected get nextIndex(): number {
    return this.index + 1;
  }

  /** Goes on with the token at an index. */
  protected goOn(index: number): void {
    this.importLexerState(index - 1);
  }

  /** Takes the next token for one of another type. */
  protected retype(index: number, type: TokenType): void {
    this.tokens.retype(index, type);
    this.importLexerState(this.index);
  }

  protected consumeToken(): void {
    this.index += 1;
    this.last = this.next1;
    this.next1 = this.next2 ?? this.tokens.at(this.index + 1) ?? END;
    this.next2 = undefined;
  }

  protected exportLexerState(): number {
    return this.index;
  }

  protected importLexerState(index: number): void {
    this.index = index;
    this.last = this.tokens.at(index) ?? END;
    this.next1 = this.tokens.at(index + 1) ?? END;
    this.next2 = undefined;
  }

  protected resetLexerState(): void {
    this.importLexerState(-1);
  }

  protected moveToTerminatedState(): void {
    this.importLexerState(this.tokens.length - 1);
  }

  private further(howMuch: number): IToken {
    if (howMuch === 0) return this.last;
    if (howMuch !== 2) return this.tokens.at(this.index + howMuch) ?? END;
    this.next2 ??= this.tokens.at(this.index + 2) ?? END;
    return this.next2;
  }
}
