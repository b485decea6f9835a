/**
 * Lists of qualifiers in which nothing is unusual: names, each with one literal or a list of
 * literals, and flavors. They are most of what a schema is made of, and are read from the numbers
 * of their tokens, in a fraction of the time that rules need. A list with anything else in it,
 * and every mistake of form, is left to the rules.
 */
import type { Name, Qualifier, Value } from "../src/ast/index.ts";
import { integerLiteral, stringText, wordLiteral } from "./literals.ts";
import type { Mistake } from "./mistakes.ts";
import { idOf, type TokenList } from "./token-list.ts";
import * as t from "./tokens.ts";

/** What is read, and where to say what is wrong inside of literals. */
export interface RegularText {
  readonly text: string;
  readonly tokens: TokenList;
  readonly mistakes: Mistake[];
  /** How many hexadecimal digits an escape has at most. */
  readonly digits: 4 | 6;
}

/** A list that was read, and the index of the token behind it. */
export interface RegularList {
  readonly qualifiers: readonly Qualifier[];
  /** All flavors in it. */
  readonly flavors: readonly Name[];
  readonly next: number;
}

const STRING = idOf(t.StringPart);
const INTEGER = idOf(t.Integer);
const WORD = idOf(t.Word);
const PAREN_OPEN = idOf(t.ParenOpen);
const PAREN_CLOSE = idOf(t.ParenClose);
const BRACE_OPEN = idOf(t.BraceOpen);
const BRACE_CLOSE = idOf(t.BraceClose);
const BRACKET_OPEN = idOf(t.BracketOpen);
const BRACKET_CLOSE = idOf(t.BracketClose);
const COMMA = idOf(t.Comma);
const COLON = idOf(t.Colon);
/** Whatever can be a name, keywords too. */
const NAMES: ReadonlySet<number> = new Set(t.tokens.filter(t.isWord).map(idOf));

/** Reads the list whose bracket stands at an index, if it is regular to its end. */
export function regularQualifiers(read: RegularText, bracket: number): RegularList | undefined {
  if (read.tokens.idAt(bracket) !== BRACKET_OPEN) return undefined;
  const next = endOfList(read.tokens, bracket + 1);
  if (next < 0) return undefined;
  const qualifiers: Qualifier[] = [];
  const reader = new Reader(read, bracket + 1);
  do qualifiers.push(reader.qualifier());
  while (reader.index < next);
  return { qualifiers, flavors: reader.allFlavors, next };
}

// What is regular. Each function answers with the index behind, or -1.

function endOfList(tokens: TokenList, from: number): number {
  for (let at = from; ; at += 1) {
    at = endOfQualifier(tokens, at);
    if (at < 0) return -1;
    const id = tokens.idAt(at);
    if (id === BRACKET_CLOSE) return at + 1;
    if (id !== COMMA) return -1;
  }
}

function endOfQualifier(tokens: TokenList, from: number): number {
  if (!NAMES.has(tokens.idAt(from))) return -1;
  let at = endOfValue(tokens, from + 1);
  if (at < 0 || tokens.idAt(at) !== COLON) return at;
  at += 1;
  if (tokens.idAt(at) !== WORD) return -1;
  while (tokens.idAt(at) === WORD) at += 1;
  return at;
}

function endOfValue(tokens: TokenList, from: number): number {
  const open = tokens.idAt(from);
  if (open === BRACE_OPEN) return endOfArray(tokens, from);
  if (open !== PAREN_OPEN) return from;
  const isArray = tokens.idAt(from + 1) === BRACE_OPEN;
  const end = isArray ? endOfArray(tokens, from + 1) : endOfLiteral(tokens, from + 1);
  return end >= 0 && tokens.idAt(end) === PAREN_CLOSE ? end + 1 : -1;
}

function endOfArray(tokens: TokenList, brace: number): number {
  for (let at = brace + 1; ; at += 1) {
    at = endOfLiteral(tokens, at);
    if (at < 0) return -1;
    const id = tokens.idAt(at);
    if (id === BRACE_CLOSE) return at + 1;
    if (id !== COMMA) return -1;
  }
}

/** A word is a literal only before a mark: there are words that begin something longer. */
function endOfLiteral(tokens: TokenList, from: number): number {
  const id = tokens.idAt(from);
  if (id === STRING) {
    let at = from + 1;
    while (tokens.idAt(at) === STRING) at += 1;
    return at;
  }
  return id === INTEGER || NAMES.has(id) ? from + 1 : -1;
}

const NO_FLAVORS: readonly Name[] = [];

/** Reads what was found to be regular. */
class Reader {
  /** The next token. */
  index: number;
  readonly allFlavors: Name[] = [];
  private readonly text: string;
  private readonly tokens: TokenList;
  private readonly mistakes: Mistake[];
  private readonly digits: 4 | 6;

  constructor({ text, tokens, mistakes, digits }: RegularText, index: number) {
    this.text = text;
    this.tokens = tokens;
    this.mistakes = mistakes;
    this.digits = digits;
    this.index = index;
  }

  /** A qualifier, and the comma or bracket behind it. */
  qualifier(): Qualifier {
    const name = this.name();
    const value = this.value();
    const flavors = this.id() === COLON ? this.flavors() : NO_FLAVORS;
    const { start } = name;
    const end = this.endBefore();
    this.index += 1;
    // Tens of thousands: a literal that is spread costs more than all the rest of this.
    return value
      ? { kind: "qualifier", name, value, flavors, start, end }
      : { kind: "qualifier", name, flavors, start, end };
  }

  private flavors(): readonly Name[] {
    const flavors: Name[] = [];
    this.index += 1;
    while (this.id() === WORD) flavors.push(this.name());
    this.allFlavors.push(...flavors);
    return flavors;
  }

  private value(): Value | undefined {
    const id = this.id();
    if (id === BRACE_OPEN) return this.array();
    if (id !== PAREN_OPEN) return undefined;
    this.index += 1;
    const value = this.id() === BRACE_OPEN ? this.array() : this.literal();
    this.index += 1;
    return value;
  }

  private array(): Value {
    const start = this.start();
    const items: Value[] = [];
    do {
      this.index += 1;
      items.push(this.literal());
    } while (this.id() === COMMA);
    this.index += 1;
    return { kind: "array", items, start, end: this.endBefore() };
  }

  private literal(): Value {
    const id = this.id();
    if (id === STRING) return this.string();
    const start = this.start();
    const image = this.text.slice(start, this.end());
    this.index += 1;
    return id === INTEGER ? integerLiteral(image, start, this.mistakes) : wordLiteral(image, start);
  }

  private string(): Value {
    const start = this.start();
    let value = this.stringPart();
    while (this.id() === STRING) value += this.stringPart();
    return { kind: "string", value, start, end: this.endBefore() };
  }

  private stringPart(): string {
    const from = this.start() + 1;
    const inside = this.text.slice(from, this.end() - 1);
    this.index += 1;
    return stringText(inside, from, this.mistakes, this.digits);
  }

  private name(): Name {
    const start = this.start();
    const end = this.end();
    this.index += 1;
    return { kind: "name", text: this.text.slice(start, end), start, end };
  }

  private id(): number {
    return this.tokens.idAt(this.index);
  }

  private start(): number {
    return this.tokens.startAt(this.index) ?? 0;
  }

  private end(): number {
    return this.tokens.endAt(this.index) ?? 0;
  }

  private endBefore(): number {
    return this.tokens.endAt(this.index - 1) ?? 0;
  }
}
