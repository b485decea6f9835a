/**
 * Where something ends in which nothing is unusual. A schema consists of such lists of qualifiers
 * and such members nearly to the last, and from the numbers of their tokens they are read in a
 * fraction of the time that rules need; so are declarations of qualifiers and what instances hold. Whatever else there is, and every mistake of form, is a
 * matter of the rules: these functions then answer -1, and else with the index behind.
 */
import { idOf, type TokenList } from "./token-list.ts";
import * as t from "./tokens.ts";

const STRING = idOf(t.StringPart);
const WORD = idOf(t.Word);
const REF = idOf(t.Ref);
const PAREN_OPEN = idOf(t.ParenOpen);
const PAREN_CLOSE = idOf(t.ParenClose);
const BRACE_OPEN = idOf(t.BraceOpen);
const BRACE_CLOSE = idOf(t.BraceClose);
const BRACKET_OPEN = idOf(t.BracketOpen);
const BRACKET_CLOSE = idOf(t.BracketClose);
const COMMA = idOf(t.Comma);
const COLON = idOf(t.Colon);
const SEMICOLON = idOf(t.Semicolon);
const EQUALS = idOf(t.Equals);
const CLAUSE = /^(?:scope|flavor|policy)$/i;
/** Whatever can be a name, keywords too. */
const NAMES: ReadonlySet<number> = new Set(t.tokens.filter(t.isWord).map(idOf));
/** Literals of one token. */
const SINGLE: ReadonlySet<number> = new Set([...NAMES, ...[t.Integer, t.Real, t.Char].map(idOf)]);

/** `[Name, Name (literal), Name {literal, literal} : flavor flavor]` */
export function endOfRegularList(tokens: TokenList, bracket: number): number {
  if (tokens.idAt(bracket) !== BRACKET_OPEN) return -1;
  for (let at = bracket + 1; ; at += 1) {
    at = endOfQualifier(tokens, at);
    if (at < 0) return -1;
    const id = tokens.idAt(at);
    if (id === BRACKET_CLOSE) return at + 1;
    if (id !== COMMA) return -1;
  }
}

/** `[qualifiers] type Name = value;`, `Class ref Name[];` or `type Name([qualifiers] type Name, …);` */
export function endOfRegularMember(tokens: TokenList, from: number): number {
  let at = endOfElement(tokens, from);
  if (at < 0) return -1;
  at =
    tokens.idAt(at) === PAREN_OPEN
      ? endOfParameters(tokens, at)
      : endOfInitializer(tokens, endOfBrackets(tokens, at));
  return at >= 0 && tokens.idAt(at) === SEMICOLON ? at + 1 : -1;
}

/** `Name = value;` */
export function endOfRegularAssignment(tokens: TokenList, from: number): number {
  if (tokens.idAt(from) !== WORD || tokens.idAt(from + 1) !== EQUALS) return -1;
  const at = endOfConstant(tokens, from + 2);
  return at >= 0 && tokens.idAt(at) === SEMICOLON ? at + 1 : -1;
}

/** `Name : type flavor [] = value, Scope(name, name), Flavor(name);`, behind its keyword. */
export function endOfRegularQualifierType(tokens: TokenList, from: number): number {
  if (!NAMES.has(tokens.idAt(from)) || tokens.idAt(from + 1) !== COLON) return -1;
  let at = from + 2;
  if (tokens.idAt(at) !== WORD) return -1;
  while (tokens.idAt(at) === WORD) at += 1;
  at = endOfInitializer(tokens, endOfBrackets(tokens, at));
  while (at >= 0 && tokens.idAt(at) === COMMA) at = endOfClause(tokens, at + 1);
  return at >= 0 && tokens.idAt(at) === SEMICOLON ? at + 1 : -1;
}

/** `Scope(class, property)` */
function endOfClause(tokens: TokenList, from: number): number {
  const start = tokens.startAt(from) ?? 0;
  const word = tokens.text.slice(start, tokens.endAt(from));
  if (tokens.idAt(from + 1) !== PAREN_OPEN || !CLAUSE.test(word)) return -1;
  for (let at = from + 2; NAMES.has(tokens.idAt(at)); at += 2) {
    const id = tokens.idAt(at + 1);
    if (id === PAREN_CLOSE) return at + 2;
    if (id !== COMMA) return -1;
  }
  return -1;
}

function endOfParameters(tokens: TokenList, parenthesis: number): number {
  if (tokens.idAt(parenthesis + 1) === PAREN_CLOSE) return parenthesis + 2;
  for (let at = parenthesis + 1; ; at += 1) {
    at = endOfElement(tokens, at);
    if (at < 0) return -1;
    at = endOfBrackets(tokens, at);
    const id = tokens.idAt(at);
    if (id === PAREN_CLOSE) return at + 1;
    if (id !== COMMA) return -1;
  }
}

/** `[qualifiers] type Name`; a keyword may begin something else. */
function endOfElement(tokens: TokenList, from: number): number {
  const type = tokens.idAt(from) === BRACKET_OPEN ? endOfRegularList(tokens, from) : from;
  if (type < 0 || tokens.idAt(type) !== WORD) return -1;
  const name = tokens.idAt(type + 1) === REF ? type + 2 : type + 1;
  return tokens.idAt(name) === WORD ? name + 1 : -1;
}

/** `[]`, if it is there. */
function endOfBrackets(tokens: TokenList, from: number): number {
  const isArray = tokens.idAt(from) === BRACKET_OPEN && tokens.idAt(from + 1) === BRACKET_CLOSE;
  return isArray ? from + 2 : from;
}

/** `= value`, if it is there. */
function endOfInitializer(tokens: TokenList, from: number): number {
  return tokens.idAt(from) === EQUALS ? endOfConstant(tokens, from + 1) : from;
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
  const end = endOfConstant(tokens, from + 1);
  return end >= 0 && tokens.idAt(end) === PAREN_CLOSE ? end + 1 : -1;
}

function endOfConstant(tokens: TokenList, from: number): number {
  const isArray = tokens.idAt(from) === BRACE_OPEN;
  return isArray ? endOfArray(tokens, from) : endOfLiteral(tokens, from);
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

/** Of words only that one; what goes on behind it is something longer. */
function endOfLiteral(tokens: TokenList, from: number): number {
  const id = tokens.idAt(from);
  if (id === STRING) {
    let at = from + 1;
    while (tokens.idAt(at) === STRING) at += 1;
    return at;
  }
  return SINGLE.has(id) ? from + 1 : -1;
}
