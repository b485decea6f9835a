import type { Span } from "../../source/index.ts";

/** A tag that tells where an item of a list or a cell of a table begins or ends. */
export interface Tag extends Span {
  readonly name: "dl" | "dt" | "dd" | "table" | "tr" | "td" | "th";
  readonly closes: boolean;
}

/** An attribute's value has no `<` in it, so that a text of nothing but `<dt` is read once. */
const TAG = /<(\/?)(dl|dt|dd|table|tr|td|th)(?:\s[^<>]*)?>/gi;

/** A piece of text between tags. */
export interface Piece extends Span {
  readonly text: string;
}

/** Takes HTML apart into such tags and what stands between them; offsets are those of the text. */
export function tagsAndText(html: string): readonly (Tag | Piece)[] {
  const parts: (Tag | Piece)[] = [];
  let from = 0;
  for (const match of html.matchAll(TAG)) {
    if (match.index > from) parts.push(pieceOf(html, from, match.index));
    from = match.index + match[0].length;
    parts.push(tagOf(match, match.index));
  }
  if (from < html.length) parts.push(pieceOf(html, from, html.length));
  return parts;
}

function pieceOf(html: string, start: number, end: number): Piece {
  return { text: html.slice(start, end), start, end };
}

/** The tag that a piece of HTML within a paragraph is, if it is one of them. */
export function asTag(html: string, start: number): Tag | undefined {
  const match = WHOLE.exec(html);
  return match ? tagOf(match, start) : undefined;
}

const WHOLE = new RegExp(`^${TAG.source}$`, "i");

function tagOf([text, slash, name = ""]: RegExpExecArray, start: number): Tag {
  // The expression matches no other names.
  const known = name.toLowerCase() as Tag["name"];
  return { name: known, closes: slash === "/", start, end: start + text.length };
}
