/** Documentation comments. Nothing in a text can end the comment or become a tag. */
import { fits, widthOf, WIDTH } from "./text-width.ts";

/** Marks that make text look as if it stood elsewhere; scripts that run from right to left need none. */
const BIDI = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * A comment of paragraphs, each wrapped at the print width. A paragraph that begins
 * with a tag (`@returns`) is written by us, its text by {@link prose}.
 *
 * @returns lines without a line end behind, or nothing when there is nothing to say
 */
export function comment(paragraphs: readonly string[], indent: number): string | undefined {
  const pad = " ".repeat(indent);
  const [only, ...more] = paragraphs;
  if (only === undefined) return undefined;
  let body = "";
  for (const paragraph of paragraphs) {
    const lines = wrap(paragraph, WIDTH - indent - 3);
    const isAlone = more.length === 0 && lines.length === 1;
    if (isAlone && fits(only, indent + 7)) return `${pad}/** ${only} */`;
    if (body !== "") body += `${pad} *\n`;
    for (const line of lines) body += line === "" ? `${pad} *\n` : `${pad} * ${line}\n`;
  }
  return `${pad}/**\n${body}${pad} */`;
}

/** A text of the MOF as paragraphs that are safe in a comment. */
export function prose(text: string | undefined): string[] {
  if (text === undefined) return [];
  if (isTidy(text)) return text === "" ? [] : [safe(text)];
  return text
    .split(/(?:\r\n?|\n|\u2028|\u2029)+/)
    .map((paragraph) => safe(tidy(paragraph)))
    .filter((paragraph) => paragraph !== "");
}

function tidy(paragraph: string): string {
  const trimmed = paragraph.trim();
  if (isTidy(trimmed)) return trimmed;
  return trimmed
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(BIDI, "")
    .trim();
}

/** Whether there is nothing to tidy: to look is faster than to replace, and most texts are so. */
function isTidy(text: string): boolean {
  return !/[^ -~]|^ | (?: |$)/.test(text);
}

/** A text for a comment that ends with the line. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").replace(BIDI, "");
}

function safe(text: string): string {
  const closed = text.replaceAll("*/", "*\\/");
  if (!closed.includes("@")) return closed;
  return closed.replace(/(^|[\s({])@/g, "$1\\@").replace(/\{(?=\\?@)/g, "\\{");
}

/** Breaks at blanks; a word longer than the line stands alone. */
function wrap(text: string, columns: number): string[] {
  if (isTidy(text)) return wrapTidy(text, columns);
  const width = widthOf(text);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && width(line) + 1 + width(word) > columns) {
      lines.push(line.trimEnd());
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line.trimEnd());
  return lines;
}

/** Where every character is a column, a line ends at the last blank that leaves room for it. */
function wrapTidy(text: string, columns: number): string[] {
  const lines: string[] = [];
  let start = 0;
  while (text.length - start > columns) {
    const last = text.lastIndexOf(" ", start + columns);
    const end = last > start ? last : text.indexOf(" ", start + columns);
    if (end < 0) break;
    lines.push(text.slice(start, end));
    start = end + 1;
  }
  lines.push(text.slice(start));
  return lines;
}
