/** Where to go on after a mistake: pure questions about a list of tokens. */
import type { IToken, TokenType } from "chevrotain";
import { isIntrinsic } from "./keywords.ts";
import type { TokenList } from "./token-list.ts";
import * as t from "./tokens.ts";

/** What was being read: the declarations of a file, or what stands between the braces of one. */
export type Inside = "document" | "body";

/**
 * The index of the token with which reading goes on.
 *
 * @param from - the first token of what is given up
 * @param at - the token that did not fit
 */
export function resume(tokens: TokenList, from: number, at: number, inside: Inside): number {
  const open = new OpenMarks();
  for (let index = from; index < at; index += 1) {
    // What was left open before a class was forgotten there.
    if (index > from && beginsDeclaration(tokens, index)) open.clear();
    open.track(tokens, index);
  }
  for (let index = at; index < tokens.length; index += 1) {
    if (index > from && beginsDeclaration(tokens, index)) return index;
    const type = tokens.typeAt(index);
    if (type === t.Semicolon) {
      open.endStatement();
      if (open.size === 0) return index + 1;
    } else if (type === t.BraceClose && !open.hasBrace) {
      // One brace too many is skipped between declarations; elsewhere it ends the body, unless
      // the body goes on behind it.
      if (inside === "body" && !isStrayBrace(tokens, index)) return index;
    } else if (open.track(tokens, index) === "body closed" && open.size === 0) {
      const next = tokens.typeAt(index + 1);
      if (next === t.Semicolon) return index + 2;
      // Otherwise these were the braces of a list whose "[" is missing.
      if (!isOneOf(next, [t.Comma, t.BracketClose, t.ParenClose])) return index + 1;
    }
  }
  return tokens.length;
}

/** What a list is made of, for reading on behind an item that failed. */
export interface ListMarks {
  /** Whether the list ends with this token. */
  readonly isEnd: (token: IToken, next: IToken | undefined) => boolean;
  /** Whether an item, and nothing else, begins with these tokens. */
  readonly beginsItem: (first: IToken, second: IToken) => boolean;
  /** No list goes over these. */
  readonly stops: readonly TokenType[];
}

/**
 * The index of the comma before the next item of a list.
 *
 * @param from - the first token of the item that failed
 * @param at - the token that did not fit
 */
export function nextItem(
  tokens: TokenList,
  from: number,
  at: number,
  list: ListMarks,
): number | undefined {
  let depth = 0;
  for (let index = from; index < tokens.length; index += 1) {
    const [token, next, third] = [tokens.at(index), tokens.at(index + 1), tokens.at(index + 2)];
    if (!token || !next) return undefined;
    const beyond = index >= at;
    if (beyond && depth === 0 && list.isEnd(token, next)) return undefined;
    if (beyond && (list.stops.includes(token.tokenType) || beginsDeclaration(tokens, index))) {
      return undefined;
    }
    depth = Math.max(0, depth + depthOf(token));
    if (!beyond || depth > 0 || token.tokenType !== t.Comma || !third) continue;
    if (list.beginsItem(next, third)) return index;
  }
  return undefined;
}

/** The index of the mark that ends a list, when there is one before something that cannot stand in it. */
export function endOfList(
  tokens: TokenList,
  from: number,
  at: number,
  list: ListMarks,
): number | undefined {
  for (let index = Math.max(at, from); index < tokens.length; index += 1) {
    const token = tokens.at(index);
    if (!token || list.isEnd(token, tokens.at(index + 1))) return token && index;
    if (list.stops.includes(token.tokenType)) return undefined;
    if (beginsDeclaration(tokens, index)) return undefined;
  }
  return undefined;
}

function depthOf({ tokenType }: IToken): number {
  if ([t.ParenOpen, t.BraceOpen, t.BracketOpen].includes(tokenType)) return 1;
  return [t.ParenClose, t.BraceClose, t.BracketClose].includes(tokenType) ? -1 : 0;
}

/** The index of the first token that begins at an offset or behind it; tokens stand in that order. */
export function indexAt(tokens: TokenList, offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.startAt(middle) ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a declaration begins with this token, whatever was left open before it. */
export function beginsDeclaration(tokens: TokenList, index: number): boolean {
  switch (tokens.typeAt(index)) {
    case t.Pragma:
    case t.Include:
      return true;
    case t.BracketOpen: {
      const end = endOfPlainList(tokens, index);
      return end !== undefined && beginsKeyword(tokens, end + 1);
    }
    default:
      return beginsKeyword(tokens, index);
  }
}

/** The index of the `{` with which a body begins whose head does not fit, not far from there. */
export function braceBehind(tokens: TokenList, from: number): number | undefined {
  for (let index = from; index < from + LONGEST_HEAD; index += 1) {
    const type = tokens.typeAt(index);
    if (type === t.BraceOpen) return index;
    if (type === undefined || isOneOf(type, [t.Semicolon, t.BraceClose, t.Equals]))
      return undefined;
    if (index > from && beginsDeclaration(tokens, index)) return undefined;
  }
  return undefined;
}
const LONGEST_HEAD = 12;

/** Whether a structure or an enumeration begins with this token: a class may hold them. */
export function beginsType(tokens: TokenList, index: number): boolean {
  const list = tokens.typeAt(index) === t.BracketOpen;
  const keyword = list ? (endOfPlainList(tokens, index) ?? index) + 1 : index;
  return isOneOf(tokens.typeAt(keyword), [t.Structure, t.Enumeration]);
}

/** Whether a property, a method or an assignment begins with this token, and no declaration. */
export function beginsMember(tokens: TokenList, index: number): boolean {
  const isList = tokens.typeAt(index) === t.BracketOpen;
  const at = isList ? (endOfPlainList(tokens, index) ?? index) + 1 : index;
  const [first, second, third, fourth] = [0, 1, 2, 3].map((ahead) => tokens.typeAt(at + ahead));
  if (first !== t.Word || beginsDeclaration(tokens, index)) return false;
  if (second === t.Equals) return true;
  // Two words alone may be prose, or a declaration whose keyword is misspelt.
  const type = tokens.text.slice(tokens.startAt(at), tokens.endAt(at));
  if (!second || !t.isWord(second) || !(isList || isIntrinsic(type))) return false;
  return isOneOf(third && t.isWord(third) ? fourth : third, MEMBER_ENDS);
}

/** Whether the body that a `}` would end goes on behind it. */
export function isStrayBrace(tokens: TokenList, index: number): boolean {
  const next = tokens.typeAt(index + 1);
  if (next === undefined || next === t.BraceClose) return false;
  if (next === t.Semicolon) return beginsMember(tokens, index + 2);
  if (isOneOf(next, [t.Comma, t.BracketClose, t.ParenClose])) return true;
  if (beginsMember(tokens, index + 1)) return true;
  const between = tokens.text.slice(tokens.endAt(index), tokens.startAt(index + 1));
  return !/[\r\n]/.test(between) && !beginsDeclaration(tokens, index + 1);
}

/** Whether what was given up holds the beginning of a body and not its end, or is a member itself. */
export function isCutShort(tokens: TokenList, from: number, to: number): boolean {
  let depth = 0;
  for (let index = from; index < to; index += 1) {
    const type = tokens.typeAt(index);
    if (type === t.BraceOpen) depth += 1;
    else if (type === t.BraceClose) depth -= 1;
  }
  return depth > 0 || beginsMember(tokens, from);
}

/** `class X {`, `instance of X {` that is no value, `qualifier X :` */
function beginsKeyword(tokens: TokenList, index: number): boolean {
  const [next, third] = [tokens.typeAt(index + 1), tokens.typeAt(index + 2)];
  if (!next) return false;
  switch (tokens.typeAt(index)) {
    case t.Class:
      return t.isWord(next) && isOneOf(third, CLASS_GOES_ON);
    case t.Structure:
    case t.Enumeration:
    case t.Association:
      return t.isWord(next) && isOneOf(third, TYPE_GOES_ON);
    case t.Instance:
    case t.ValueWord:
      // "Instance Of;" is a property.
      return (
        next === t.Of &&
        !isOneOf(tokens.typeAt(index - 1), VALUE_FOLLOWS) &&
        !isOneOf(third, MEMBER_ENDS)
      );
    case t.QualifierWord:
      return t.isWord(next) && third === t.Colon;
    default:
      return false;
  }
}

/** Lists hold no lists, so this never looks further than to the next `[`. */
function endOfPlainList(tokens: TokenList, from: number): number | undefined {
  for (let index = from + 1; index < tokens.length; index += 1) {
    const type = tokens.typeAt(index);
    if (type === t.BracketClose) return index;
    if (type === t.BracketOpen || type === t.Semicolon) return undefined;
  }
  return undefined;
}

const CLASS_GOES_ON: readonly TokenType[] = [t.BraceOpen, t.Colon, t.As];
const TYPE_GOES_ON: readonly TokenType[] = [t.BraceOpen, t.Colon];
const MEMBER_ENDS: readonly TokenType[] = [t.Semicolon, t.Equals, t.BracketOpen, t.ParenOpen];
const VALUE_FOLLOWS: readonly TokenType[] = [t.Equals, t.Comma, t.BraceOpen, t.ParenOpen];

function isOneOf(type: TokenType | undefined, types: readonly TokenType[]): boolean {
  return type !== undefined && types.includes(type);
}

type Mark = "(" | "[" | "array" | "body";

/** The marks that are open at a token. Counted by kind, so that a file of nothing but marks costs no more. */
class OpenMarks {
  private readonly marks: Mark[] = [];
  private readonly counts: Record<Mark, number> = { "(": 0, "[": 0, array: 0, body: 0 };

  get size(): number {
    return this.marks.length;
  }

  get hasBrace(): boolean {
    return this.counts.array + this.counts.body > 0;
  }

  track(tokens: TokenList, index: number): "body closed" | undefined {
    switch (tokens.typeAt(index)) {
      case t.ParenOpen:
        this.open("(");
        break;
      case t.BracketOpen:
        this.open("[");
        break;
      case t.BraceOpen:
        this.open(this.isArray(tokens.typeAt(index - 1)) ? "array" : "body");
        break;
      case t.ParenClose:
        if (this.counts["("] > 0) this.closeThrough(["("]);
        break;
      case t.BracketClose:
        if (this.counts["["] > 0) this.closeThrough(["["]);
        break;
      case t.BraceClose:
        if (this.hasBrace && this.closeThrough(["array", "body"]) === "body") return "body closed";
        break;
      default:
        break;
    }
    return undefined;
  }

  clear(): void {
    while (this.marks.length > 0) this.close();
  }

  /** A semicolon stands in no list and in no array: what was open there was forgotten. */
  endStatement(): void {
    while (this.marks.length > 0 && this.marks.at(-1) !== "body") this.close();
  }

  private isArray(before: TokenType | undefined): boolean {
    const [innermost] = this.marks.slice(-1);
    return innermost === "(" || innermost === "[" || isOneOf(before, VALUE_FOLLOWS);
  }

  private open(mark: Mark): void {
    this.marks.push(mark);
    this.counts[mark] += 1;
  }

  private close(): Mark | undefined {
    const mark = this.marks.pop();
    if (mark) this.counts[mark] -= 1;
    return mark;
  }

  private closeThrough(wanted: readonly Mark[]): Mark | undefined {
    let mark = this.close();
    while (mark && !wanted.includes(mark)) mark = this.close();
    return mark;
  }
}
