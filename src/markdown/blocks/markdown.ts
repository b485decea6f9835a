import MarkdownIt from "markdown-it";
import Token from "markdown-it/lib/token.mjs";

/** Finds blocks only: most of what stands in them is text without marks. */
const markdown = new MarkdownIt({ html: true });
markdown.core.ruler.enableOnly(["normalize", "block"]);
markdown.inline.ruler.disable("strikethrough");
markdown.inline.ruler2.disable("strikethrough");

/** Where links point whose targets are stated at another place of the page. */
export type References = Record<string, unknown>;

/**
 * The blocks of a text (CommonMark 0.31, and tables).
 *
 * @param references - is told where links point
 */
export function parseBlocks(text: string, references: References): Token[] {
  return markdown.parse(text, references);
}

/** What may mean something within a paragraph. */
const MARKS = /[\\`*_[\]<&\n]/;

/** What stands in a paragraph. */
export function parseInline(text: string, references: References): Token[] {
  const tokens: Token[] = [];
  if (MARKS.test(text)) {
    markdown.inline.parse(text, markdown, references, tokens);
  } else {
    tokens.push(textInline(text));
  }
  return tokens;
}

/** A text in which nothing has a meaning. */
export function textInline(text: string): Token {
  const token = new Token("text", "", 0);
  token.content = text;
  return token;
}
