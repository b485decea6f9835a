/**
 * The lexer: what `tokens.ts` says, in the order in which it is said there. Blanks,
 * comments, strings, words and marks, nearly all of a text, are found by hand, since
 * patterns that are tried at every offset cost several times as much; all other tokens are
 * found by their patterns. `test/grammar/scan.test.ts` holds this against chevrotain's lexer.
 */
import { Lexer, type TokenType } from "chevrotain";
import type { Span } from "../src/source/index.ts";
import { idOf, TokenList } from "./token-list.ts";
import * as t from "./tokens.ts";

/** A token that is a mistake, which the parser never sees. */
export interface Mistaken extends Span {
  readonly type: TokenType;
}

export interface Scanned {
  readonly tokens: TokenList;
  readonly mistaken: readonly Mistaken[];
  /** Stretches in which nothing begins. */
  readonly strange: readonly Span[];
}

/**
 * Takes a stretch of a text apart, as if nothing stood around it.
 *
 * @param from - offset of the stretch; all offsets in the answer are those of the whole text
 */
export function scan(text: string, from: number, to: number): Scanned {
  return new Scanner(text, from, to).scan();
}

/** What a character begins. A mark is a token by itself: its number stands behind these. */
const OTHER = 0;
const BLANK = 1;
const WORD = 2;
const DIGIT = 3;
const QUOTE = 4;
const SLASH = 5;
const MARK = 6;

const BEGINS = new Uint8Array(128);
/** 1 where a word or number goes on; a number with a point is no plain one. */
const GOES_ON = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
  const character = String.fromCharCode(code);
  if (/[ \t\r\n\f\v]/.test(character)) BEGINS[code] = BLANK;
  if (/[A-Za-z_]/.test(character)) BEGINS[code] = WORD;
  if (/[0-9]/.test(character)) BEGINS[code] = DIGIT;
  if (/[0-9A-Za-z_]/.test(character)) GOES_ON[code] = 1;
}
BEGINS['"'.charCodeAt(0)] = QUOTE;
BEGINS["/".charCodeAt(0)] = SLASH;
for (const type of t.tokens) {
  if (typeof type.PATTERN === "string") BEGINS[type.PATTERN.charCodeAt(0)] = MARK + idOf(type);
}

/** Keywords in lower case, and the letters with which they begin. */
const KEYWORDS = new Map<string, number>();
const BEGINS_KEYWORD = new Uint8Array(128);
let longestKeyword = 0;
for (const type of t.tokens) {
  if (type.LONGER_ALT !== t.Word) continue;
  const word = type.name.toLowerCase();
  KEYWORDS.set(word, idOf(type));
  for (const first of [word, word.toUpperCase()]) BEGINS_KEYWORD[first.charCodeAt(0)] = 1;
  longestKeyword = Math.max(longestKeyword, word.length);
}

/** Tokens that are never looked for by their pattern. */
const BY_HAND: ReadonlySet<TokenType> = new Set([
  t.LineComment,
  t.BlockComment,
  t.UnterminatedComment,
  t.StringPart,
  t.UnterminatedString,
]);
/** The patterns of all others, which match at an offset only. */
const PATTERNS: readonly { readonly type: TokenType; readonly pattern: RegExp }[] =
  t.tokens.flatMap((type) => {
    const { PATTERN, LONGER_ALT } = type;
    const isOther = PATTERN instanceof RegExp && PATTERN !== Lexer.NA && LONGER_ALT !== t.Word;
    if (!isOther || BY_HAND.has(type)) return [];
    return [{ type, pattern: new RegExp(PATTERN.source, `${PATTERN.flags}y`) }];
  });

const WORD_ID = idOf(t.Word);
const STRING_ID = idOf(t.StringPart);
const INTEGER_ID = idOf(t.Integer);
const SLASH_CODE = "/".charCodeAt(0);
const STAR_CODE = "*".charCodeAt(0);
const POINT = ".".charCodeAt(0);
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const NO_BREAK_SPACE = 0xa0;
const BYTE_ORDER_MARK = 0xfeff;
const LAST_IN_WORDS = 0xffef;

/** Characters a token in a schema full of text; lists of numbers have fewer, and the list grows. */
const USUAL_LENGTH = 8;

class Scanner {
  /** The stretch; offsets in it are turned into those of the whole text when they are kept. */
  private readonly text: string;
  private readonly base: number;
  private readonly tokens: TokenList;
  private readonly mistaken: Mistaken[] = [];
  private readonly strange: Span[] = [];
  private offset = 0;
  /** The first backslash from the present string on. */
  private backslash = -1;

  constructor(whole: string, from: number, to: number) {
    this.text = from === 0 && to === whole.length ? whole : whole.slice(from, to);
    this.base = from;
    this.tokens = new TokenList(whole, Math.ceil((to - from) / USUAL_LENGTH));
  }

  scan(): Scanned {
    const { text, base, tokens, mistaken, strange } = this;
    while (this.offset < text.length) {
      const { offset } = this;
      const code = text.charCodeAt(offset);
      const begins = code < 128 ? (BEGINS[code] ?? OTHER) : OTHER;
      if (begins === BLANK) {
        this.offset = offset + 1;
      } else if (begins >= MARK) {
        this.offset = offset + 1;
        tokens.add(begins - MARK, base + offset, base + offset + 1);
      } else if (!this.byHand(begins, code) && !this.byPattern(offset)) {
        this.skipStrange();
      }
    }
    return { tokens, mistaken, strange };
  }

  /** Whether there was a token that is no matter of patterns. */
  private byHand(begins: number, code: number): boolean {
    switch (begins) {
      case WORD:
        return this.word(code);
      case QUOTE:
        return this.string();
      case SLASH:
        return this.comment();
      case DIGIT:
        return this.number();
      default:
        return false;
    }
  }

  private word(first: number): boolean {
    const { text, offset } = this;
    let end = offset + 1;
    let isAscii = true;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code < 128) {
        if (GOES_ON[code] === 0) break;
      } else if (code <= LAST_IN_WORDS && code !== NO_BREAK_SPACE && code !== BYTE_ORDER_MARK) {
        isAscii = false;
      } else break;
    }
    let id = WORD_ID;
    if (isAscii && end - offset <= longestKeyword && BEGINS_KEYWORD[first] === 1) {
      id = KEYWORDS.get(text.slice(offset, end).toLowerCase()) ?? WORD_ID;
    }
    return this.add(id, end);
  }

  private string(): boolean {
    const { text, offset } = this;
    let end = text.indexOf('"', offset + 1);
    let backslash = this.backslashFrom(offset + 1);
    while (end >= 0 && backslash < end) {
      // The character behind it belongs to it, be it a quote or another backslash.
      if (end < backslash + 2) end = text.indexOf('"', backslash + 2);
      backslash = this.backslashFrom(backslash + 2);
    }
    if (end >= 0) return this.add(STRING_ID, end + 1);
    return this.mistake(t.UnterminatedString, text.length);
  }

  /** The first backslash from an offset on; offsets only grow, so none is looked for twice. */
  private backslashFrom(offset: number): number {
    if (this.backslash < offset) {
      const found = this.text.indexOf("\\", offset);
      this.backslash = found < 0 ? Infinity : found;
    }
    return this.backslash;
  }

  private comment(): boolean {
    const { text, offset } = this;
    const second = text.charCodeAt(offset + 1);
    if (second === SLASH_CODE) {
      let end = offset + 2;
      for (; end < text.length; end += 1) {
        const code = text.charCodeAt(end);
        if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
      }
      this.offset = end;
      return true;
    }
    if (second !== STAR_CODE) return false;
    const end = text.indexOf("*/", offset + 2);
    if (end < 0) return this.mistake(t.UnterminatedComment, text.length);
    this.offset = end + 2;
    return true;
  }

  /** Whether there was a decimal number; all others have patterns. */
  private number(): boolean {
    const { text, offset } = this;
    let end = offset + 1;
    while (end < text.length && BEGINS[text.charCodeAt(end)] === DIGIT) end += 1;
    const code = text.charCodeAt(end);
    return code !== POINT && GOES_ON[code] !== 1 && this.add(INTEGER_ID, end);
  }

  private byPattern(offset: number): boolean {
    for (const { type, pattern } of PATTERNS) {
      pattern.lastIndex = offset;
      if (!pattern.test(this.text)) continue;
      const end = pattern.lastIndex;
      if (type.GROUP === Lexer.SKIPPED) this.offset = end;
      else if (type.GROUP === t.MISTAKES) this.mistake(type, end);
      else this.add(idOf(type), end);
      return true;
    }
    return false;
  }

  /** Goes on with the next character that begins something. */
  private skipStrange(): void {
    const { text, base, offset } = this;
    let end = offset + 1;
    while (end < text.length && !beginsSomething(text, end)) end += 1;
    this.strange.push({ start: base + offset, end: base + end });
    this.offset = end;
  }

  private add(id: number, end: number): true {
    this.tokens.add(id, this.base + this.offset, this.base + end);
    this.offset = end;
    return true;
  }

  private mistake(type: TokenType, end: number): true {
    this.mistaken.push({ type, start: this.base + this.offset, end: this.base + end });
    this.offset = end;
    return true;
  }
}

function beginsSomething(text: string, offset: number): boolean {
  const begins = BEGINS[text.charCodeAt(offset)] ?? OTHER;
  if (begins === SLASH) {
    const second = text.charCodeAt(offset + 1);
    return second === SLASH_CODE || second === STAR_CODE;
  }
  if (begins !== OTHER) return true;
  return PATTERNS.some(({ pattern }) => {
    pattern.lastIndex = offset;
    return pattern.test(text);
  });
}
