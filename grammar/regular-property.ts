/**
 * Properties in which nothing is unusual, read like {@link regularQualifiers} from the numbers of
 * their tokens: `type Name;`, `Class ref Name;` and either with `[]`.
 */
import type { ArraySuffix, Name, PropertyDeclaration, TypeName } from "../src/ast/index.ts";
import { idOf, type TokenList } from "./token-list.ts";
import * as t from "./tokens.ts";

/** A property that was read, without its qualifiers, and the index of the token behind it. */
export interface RegularProperty extends Pick<PropertyDeclaration, "type" | "name" | "array"> {
  readonly next: number;
}

const WORD = idOf(t.Word);
const REF = idOf(t.Ref);
const SEMICOLON = idOf(t.Semicolon);
const BRACKET_OPEN = idOf(t.BracketOpen);
const BRACKET_CLOSE = idOf(t.BracketClose);

/** Reads the property whose type stands at an index, if it is regular to its semicolon. */
export function regularProperty(tokens: TokenList, from: number): RegularProperty | undefined {
  if (tokens.idAt(from) !== WORD) return undefined;
  const isReference = tokens.idAt(from + 1) === REF;
  const named = isReference ? from + 2 : from + 1;
  if (tokens.idAt(named) !== WORD) return undefined;
  const isArray = tokens.idAt(named + 1) === BRACKET_OPEN;
  if (isArray && tokens.idAt(named + 2) !== BRACKET_CLOSE) return undefined;
  const end = isArray ? named + 3 : named + 1;
  if (tokens.idAt(end) !== SEMICOLON) return undefined;
  const type = typeAt(tokens, from, isReference);
  const name = nameAt(tokens, named);
  const next = end + 1;
  return isArray ? { type, name, array: suffixAt(tokens, named + 1), next } : { type, name, next };
}

function typeAt(tokens: TokenList, index: number, reference: boolean): TypeName {
  const name = nameAt(tokens, index);
  const end = reference ? (tokens.endAt(index + 1) ?? 0) : name.end;
  return { kind: "type", name, reference, start: name.start, end };
}

function suffixAt(tokens: TokenList, index: number): ArraySuffix {
  const start = tokens.startAt(index) ?? 0;
  return { kind: "array-suffix", start, end: tokens.endAt(index + 1) ?? 0 };
}

function nameAt(tokens: TokenList, index: number): Name {
  const start = tokens.startAt(index) ?? 0;
  const end = tokens.endAt(index) ?? 0;
  return { kind: "name", text: tokens.text.slice(start, end), start, end };
}
