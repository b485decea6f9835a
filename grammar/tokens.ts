/** The words of MOF (DSP0004 2.8 annex A; DSP0221 3.0.1 annex A), matched without regard to case. */
import { createToken, Lexer, type TokenType } from "chevrotain";

const Blank: TokenType = createToken({
  name: "Blank",
  pattern: /[ \t\r\n\f\v]+/,
  group: Lexer.SKIPPED,
});
export const LineComment: TokenType = createToken({
  name: "LineComment",
  pattern: /\/\/[^\r\n]*/,
  group: Lexer.SKIPPED,
});
export const BlockComment: TokenType = createToken({
  name: "BlockComment",
  pattern: /\/\*[\s\S]*?\*\//,
  group: Lexer.SKIPPED,
});

/** The group of tokens that are mistakes: the parser never sees them. */
export const MISTAKES = "mistakes";
/** Editors and web pages put it into MOF; it is read as a blank. */
export const NoBreakSpace: TokenType = createToken({
  name: "NoBreakSpace",
  pattern: /\u00A0+/,
  group: MISTAKES,
});
export const UnterminatedComment: TokenType = createToken({
  name: "UnterminatedComment",
  pattern: /\/\*[\s\S]*/,
  group: MISTAKES,
});
/** A habit from C, and what its preprocessor leaves behind. */
export const LineContinuation: TokenType = createToken({
  name: "LineContinuation",
  pattern: /\\[ \t]*(?:\r\n?|\n)/,
  group: MISTAKES,
});

// Unrolled, so that a string of megabytes does not exhaust the matcher's stack.
export const StringPart: TokenType = createToken({
  name: "StringPart",
  label: "a string",
  pattern: /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/,
});
export const UnterminatedString: TokenType = createToken({
  name: "UnterminatedString",
  pattern: /"[\s\S]*/,
  group: MISTAKES,
});
/** A string whose end was guessed; the lexer never makes one, `unclosed-strings` does. */
export const UnclosedString: TokenType = createToken({
  name: "UnclosedString",
  pattern: Lexer.NA,
  categories: StringPart,
});
export const Char: TokenType = createToken({
  name: "Char",
  label: "a character",
  pattern: /'(?:[^'\\\r\n]|\\(?:[xX][0-9a-fA-F]{1,6}|[^\r\n]))'/,
});

/** Text in the quotes of another language or of a word processor; it is read as a string. */
export const WrongQuotes: TokenType = createToken({
  name: "WrongQuotes",
  pattern: /'[^'\r\n]*'|[\u201C-\u201F\u00AB][^"\r\n\u201C-\u201F\u00BB]*["\u201C-\u201F\u00BB]/,
  categories: StringPart,
});

/** `realValue = [ "+" / "-" ] *decimalDigit "." 1*decimalDigit [ ( "e" / "E" ) [ "+" / "-" ] 1*decimalDigit ]` */
export const Real: TokenType = createToken({
  name: "Real",
  label: "a number",
  pattern: /[+-]?\d*\.\d+(?:[eE][+-]?\d+)?/,
});
/** `1.` and `1e3`, which lack a digit or a point; read as what was meant. */
export const UnfinishedReal: TokenType = createToken({
  name: "UnfinishedReal",
  pattern: /[+-]?\d+(?:\.(?![0-9A-Za-z_])|[eE][+-]?\d+(?![0-9A-Za-z_]))/,
  categories: Real,
});
/** Hexadecimal before binary and decimal: `0x1B` is no binary number. */
export const Integer: TokenType = createToken({
  name: "Integer",
  label: "a number",
  pattern: /[+-]?(?:0[xX][0-9a-fA-F]+|[01]+[bB](?![0-9A-Za-z_])|\d+)/,
});

/**
 * `IDENTIFIER`: letters, digits, underscore and U+0080 to U+FFEF, without the blanks U+00A0 and
 * U+FEFF. None begins with the quotes of a word processor, which are taken for those of a string.
 */
export const Word: TokenType = createToken({
  name: "Word",
  label: "a name",
  pattern:
    /[A-Za-z_\u0080-\u009F\u00A1-\u00AA\u00AC-\u00BA\u00BC-\u201B\u2020-\uFEFE\uFF00-\uFFEF][0-9A-Za-z_\u0080-\u009F\u00A1-\uFEFE\uFF00-\uFFEF]*/,
});
/** A word that begins something; everywhere else it is a name like any other. */
function keyword(name: string): TokenType {
  return createToken({
    name,
    label: `"${name.toLowerCase()}"`,
    pattern: new RegExp(name, "i"),
    longer_alt: Word,
    categories: Word,
  });
}
export const Class: TokenType = keyword("Class");
export const Instance: TokenType = keyword("Instance");
export const Of: TokenType = keyword("Of");
export const As: TokenType = keyword("As");
export const Ref: TokenType = keyword("Ref");
export const QualifierWord: TokenType = keyword("Qualifier");
// MOF 3
export const Structure: TokenType = keyword("Structure");
export const Enumeration: TokenType = keyword("Enumeration");
export const Association: TokenType = keyword("Association");
export const ValueWord: TokenType = keyword("Value");

export const Alias: TokenType = createToken({
  name: "Alias",
  label: "an alias such as $X",
  pattern: /\$[0-9A-Za-z_\u0080-\u009F\u00A1-\uFEFE\uFF00-\uFFEF]+/,
});
export const Pragma: TokenType = createToken({
  name: "Pragma",
  label: '"#pragma"',
  pattern: /#[ \t]*pragma(?![0-9A-Za-z_])/i,
});
/** Microsoft's spelling of `#pragma include`. */
export const Include: TokenType = createToken({
  name: "Include",
  label: '"#include"',
  pattern: /#[ \t]*include(?=\s*\()/i,
});
/** Any other directive, to the end of its line: the C preprocessor's, or a misspelling. */
const Directive: TokenType = createToken({
  name: "Directive",
  pattern: /#[ \t]*[A-Za-z_](?:[^\\\r\n]|\\(?:\r\n|[\s\S]))*/,
  group: MISTAKES,
});

function mark(name: string, text: string): TokenType {
  return createToken({ name, label: `"${text}"`, pattern: text });
}
export const BraceOpen: TokenType = mark("BraceOpen", "{");
export const BraceClose: TokenType = mark("BraceClose", "}");
export const BracketOpen: TokenType = mark("BracketOpen", "[");
export const BracketClose: TokenType = mark("BracketClose", "]");
export const ParenOpen: TokenType = mark("ParenOpen", "(");
export const ParenClose: TokenType = mark("ParenClose", ")");
export const Colon: TokenType = mark("Colon", ":");
export const Semicolon: TokenType = mark("Semicolon", ";");
export const Comma: TokenType = mark("Comma", ",");
export const Equals: TokenType = mark("Equals", "=");
/** MOF 3, between an enumeration and one of its values; anywhere else a point has no place. */
export const Dot: TokenType = createToken({
  name: "Dot",
  label: '"."',
  pattern: /\.(?=[A-Za-z_])/,
});

/** Whether a token can be a name. */
export function isWord(type: TokenType): boolean {
  return type === Word || (type.CATEGORIES ?? []).includes(Word);
}

/**
 * What is left of padding, of the end-of-file mark of DOS, and of byte order marks where
 * files were put together: it separates words as a blank does.
 */
const Remains: TokenType = createToken({
  name: "Remains",
  pattern: /[\0\x1A\uFEFF]+/,
  group: Lexer.SKIPPED,
});

/** In the order in which the lexer tries them. */
export const tokens: TokenType[] = [
  Blank,
  NoBreakSpace,
  LineComment,
  BlockComment,
  UnterminatedComment,
  StringPart,
  UnclosedString,
  UnterminatedString,
  Char,
  WrongQuotes,
  Class,
  Instance,
  Of,
  // Before "As", with which it begins.
  Association,
  As,
  Ref,
  QualifierWord,
  Structure,
  Enumeration,
  ValueWord,
  Word,
  Comma,
  Semicolon,
  ParenOpen,
  ParenClose,
  BracketOpen,
  BracketClose,
  BraceOpen,
  BraceClose,
  Equals,
  Colon,
  UnfinishedReal,
  Real,
  Integer,
  Dot,
  Alias,
  Pragma,
  Include,
  Directive,
  LineContinuation,
  Remains,
];
