/** The parts of class declarations as far as they can be told apart in a damaged text. */
import type { Token } from "./tokens.ts";

export interface ClassOutline {
  readonly keyword: Token;
  readonly name: Token;
  /** What stands between the name and the opening brace: `: Superclass`, or what is left of it. */
  readonly extends: readonly Token[];
  readonly open: Token;
  readonly members: readonly ElementOutline[];
  readonly close?: Token;
  /** The semicolon behind the closing brace. */
  readonly end?: Token;
}

/** A property, a method or a parameter. */
export interface ElementOutline {
  /** What stands between square brackets, with these. */
  readonly qualifiers: readonly Token[];
  /** Type, `REF` or `&`, and name. */
  readonly words: readonly Token[];
  readonly array: readonly Token[];
  readonly equals?: Token;
  /** What stands behind the equals sign. */
  readonly value: readonly Token[];
  readonly open?: Token;
  /** Absent for what is no method. */
  readonly parameters?: readonly ElementOutline[];
  readonly close?: Token;
  /** The semicolon, or the comma between parameters. */
  readonly end?: Token;
  /** The last of all before the end. */
  readonly last: Token;
}

/** The class declarations of a text. */
export function outline(tokens: readonly Token[]): readonly ClassOutline[] {
  return new Outliner(tokens).classes();
}

const OPENING: ReadonlySet<string> = new Set(["(", "[", "{"]);
const CLOSING: ReadonlySet<string> = new Set([")", "]", "}"]);

/** `as $Alias : Superclass {`, and some more that is not meant to be there. */
const LONGEST_HEAD = 8;

class Outliner {
  private readonly tokens: readonly Token[];
  private next = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  classes(): ClassOutline[] {
    const found: ClassOutline[] = [];
    while (this.next < this.tokens.length) {
      const outline = this.isWord("class") ? this.class() : undefined;
      if (outline) found.push(outline);
      else this.next += 1;
    }
    return found;
  }

  private class(): ClassOutline | undefined {
    const keyword = this.tokens[this.next];
    const name = this.tokens[this.next + 1];
    const head = this.tokens.slice(this.next + 2, this.next + 2 + LONGEST_HEAD);
    const length = head.findIndex(({ text }) => text === "{");
    const open = head[length];
    if (!keyword || name?.kind !== "word" || !open) return undefined;
    this.next += 2 + length + 1;
    const members = this.members();
    const close = this.take("}");
    const end = close && this.take(";");
    return {
      ...{ keyword, name, extends: head.slice(0, length), open, members },
      ...(close && { close }),
      ...(end && { end }),
    };
  }

  private members(): ElementOutline[] {
    const members: ElementOutline[] = [];
    while (this.next < this.tokens.length && !this.is("}")) {
      const before = this.next;
      const member = this.element(false);
      if (member) members.push(member);
      // A mark that begins nothing is the parser's to complain about.
      if (this.next === before) this.next += 1;
    }
    return members;
  }

  /** A member up to its semicolon, or a parameter up to its comma. */
  private element(isParameter: boolean): ElementOutline | undefined {
    const qualifiers: Token[] = [];
    while (this.is("[")) qualifiers.push(...this.bracketed());
    const words = this.words();
    const array = this.is("[") && !this.startsMember() ? this.bracketed() : [];
    const equals = this.take("=");
    const value = equals ? this.value(isParameter) : [];
    const open = isParameter || equals ? undefined : this.take("(");
    const parameters = open && this.parameters();
    const close = open && this.take(")");
    const last = this.tokens[this.next - 1];
    const end = this.take(isParameter ? "," : ";");
    if (!last || (words.length === 0 && !end)) return undefined;
    return {
      ...{ qualifiers, words, array, value, last },
      ...(equals && { equals }),
      ...(open && { open }),
      ...(parameters && { parameters }),
      ...(close && { close }),
      ...(end && { end }),
    };
  }

  private words(): Token[] {
    const words: Token[] = [];
    for (;;) {
      const token = this.tokens[this.next];
      if (token?.kind !== "word" && token?.text !== "&") return words;
      // A line that begins with a word behind type and name is the next member.
      if (token.first && words.length >= 2 && !endsInReference(words)) return words;
      words.push(token);
      this.next += 1;
    }
  }

  private value(isParameter: boolean): Token[] {
    const value: Token[] = [];
    for (;;) {
      const token = this.tokens[this.next];
      if (!token || token.text === ";" || token.text === "}" || token.text === ")") return value;
      if (isParameter && token.text === ",") return value;
      if (value.length > 0 && this.startsMember()) return value;
      if (OPENING.has(token.text)) value.push(...this.bracketed());
      else {
        value.push(token);
        this.next += 1;
      }
    }
  }

  private parameters(): ElementOutline[] {
    const parameters: ElementOutline[] = [];
    while (this.next < this.tokens.length && !this.is(")") && !this.is(";") && !this.is("}")) {
      const before = this.next;
      const parameter = this.element(true);
      if (parameter) parameters.push(parameter);
      if (this.next === before) this.next += 1;
    }
    return parameters;
  }

  /** From an opening bracket to the one that closes it, or to where it cannot go on. */
  private bracketed(): Token[] {
    const from = this.next;
    const closers: string[] = [];
    for (; this.next < this.tokens.length; this.next += 1) {
      const text = this.tokens[this.next]?.text ?? "";
      if (text === ";") break;
      if (OPENING.has(text)) closers.push(text);
      else if (CLOSING.has(text) && closers.length > 0) closers.pop();
      if (closers.length === 0) {
        this.next += 1;
        break;
      }
    }
    return this.tokens.slice(from, this.next);
  }

  /** Whether the next token begins a line as a member does. */
  private startsMember(): boolean {
    const token = this.tokens[this.next];
    return token?.first === true && (token.kind === "word" || token.text === "[");
  }

  private is(mark: string): boolean {
    const token = this.tokens[this.next];
    return token?.kind === "mark" && token.text === mark;
  }

  private isWord(word: string): boolean {
    const token = this.tokens[this.next];
    return token?.kind === "word" && token.text.toLowerCase() === word;
  }

  private take(mark: string): Token | undefined {
    if (!this.is(mark)) return undefined;
    this.next += 1;
    return this.tokens[this.next - 1];
  }
}

function endsInReference(words: readonly Token[]): boolean {
  return /^(?:ref|&)$/i.test(words.at(-1)?.text ?? "");
}
