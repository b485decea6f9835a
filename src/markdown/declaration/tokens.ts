/**
 * MOF as words and marks, however damaged: what repairs look at. The grammar's own tokens
 * end at the first thing that MOF does not have.
 */
import type { Span } from "../../source/index.ts";

export interface Token extends Span {
  readonly kind: "word" | "number" | "string" | "dots" | "mark";
  readonly text: string;
  /** Whether it is the first of its line. */
  readonly first: boolean;
}

const TOKEN = new RegExp(
  [
    String.raw`(//[^\n]*|/\*[^]*?(?:\*/|$))`,
    String.raw`("(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)'|L"(?:[^"\\\n]|\\.)*"?)`,
    String.raw`(\$?[A-Za-z_\u0080-\u009F\u00A1-\u1FFF\u2C00-\uFEFE\uFF00-\uFFEF][\w\u0080-\u009F\u00A1-\u1FFF\u2C00-\uFEFE\uFF00-\uFFEF]*)`,
    // A point of time is one, with the sign or the colon in front of its last digits.
    String.raw`([+-]?\.?\d[\w.*]*(?:[:+-](?:\d{3}|\*{3})(?![\d*]))?)`,
    String.raw`(\.{2,}|…)`,
    String.raw`(\S)`,
  ].join("|"),
  "g",
);

/** The tokens of a text; comments and blanks are left out. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const { index } = match;
    const kind = kindOf(match);
    if (!kind) continue;
    const first = tokens.length === 0 || text.slice(end, index).includes("\n");
    end = index + match[0].length;
    tokens.push({ kind, text: match[0], first, start: index, end });
  }
  return tokens;
}

/** By the group that has matched; comments are nothing. */
function kindOf([, , string, word, number, dots, mark]: RegExpExecArray):
  Token["kind"] | undefined {
  if (word !== undefined) return "word";
  if (mark !== undefined) return "mark";
  if (number !== undefined) return "number";
  if (string !== undefined) return "string";
  return dots === undefined ? undefined : "dots";
}
