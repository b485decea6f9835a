/**
 * The tokens of a text, packed into numbers. A file may be one list of millions of tokens,
 * and an object for each would take many times the memory of the text.
 */
import type { IToken, TokenType } from "chevrotain";
import { tokens } from "./tokens.ts";

/** Numbers a token: where it begins, where it ends, and what it is. */
const WIDTH = 3;

const typesById: readonly TokenType[] = tokens.reduce<TokenType[]>((byId, type) => {
  byId[idOf(type)] = type;
  return byId;
}, []);

/** Chevrotain numbers the types when they are made. */
export function idOf(type: TokenType): number {
  return type.tokenTypeIdx ?? 0;
}

export class TokenList {
  readonly text: string;
  length = 0;
  private numbers: Int32Array;

  /** @param expected - how many tokens there may be; more are no mistake */
  constructor(text: string, expected: number) {
    this.text = text;
    this.numbers = new Int32Array(Math.max(expected, 1) * WIDTH);
  }

  add(id: number, start: number, end: number): void {
    const at = this.length * WIDTH;
    if (at === this.numbers.length) this.grow(this.length + 1);
    this.numbers[at] = start;
    this.numbers[at + 1] = end;
    this.numbers[at + 2] = id;
    this.length += 1;
  }

  /** Adds the tokens of another list from one index to another. */
  append(other: TokenList, from = 0, to: number = other.length): void {
    const count = Math.max(0, to - from);
    if ((this.length + count) * WIDTH > this.numbers.length) this.grow(this.length + count);
    this.numbers.set(
      other.numbers.subarray(from * WIDTH, (from + count) * WIDTH),
      this.length * WIDTH,
    );
    this.length += count;
  }

  startAt(index: number): number | undefined {
    return this.has(index) ? this.numbers[index * WIDTH] : undefined;
  }

  endAt(index: number): number | undefined {
    return this.has(index) ? this.numbers[index * WIDTH + 1] : undefined;
  }

  /** The number of a token's type; -1 where there is no token. */
  idAt(index: number): number {
    return this.has(index) ? (this.numbers[index * WIDTH + 2] ?? -1) : -1;
  }

  typeAt(index: number): TokenType | undefined {
    return this.has(index) ? typesById[this.numbers[index * WIDTH + 2] ?? 0] : undefined;
  }

  retype(index: number, type: TokenType): void {
    if (this.has(index)) this.numbers[index * WIDTH + 2] = idOf(type);
  }

  /** A token as chevrotain wants it; every call makes a new one. */
  at(index: number): IToken | undefined {
    const tokenType = this.typeAt(index);
    if (!tokenType) return undefined;
    const startOffset = this.numbers[index * WIDTH] ?? 0;
    const image = this.text.slice(startOffset, this.numbers[index * WIDTH + 1]);
    return { image, startOffset, tokenTypeIdx: idOf(tokenType), tokenType };
  }

  private has(index: number): boolean {
    return index >= 0 && index < this.length;
  }

  private grow(length: number): void {
    const numbers = new Int32Array(Math.max(length, this.length * 2) * WIDTH);
    numbers.set(this.numbers.subarray(0, this.length * WIDTH));
    this.numbers = numbers;
  }
}
