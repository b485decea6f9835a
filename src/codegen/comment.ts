/** Documentation comments. Nothing in a text can end the comment or become a tag. */
import { clean, isText, unbroken, withBlanks, wrap } from "./documentation/index.ts";
import { fits, WIDTH } from "./text-width.ts";

export { codeSpan, inlineProse, isText, prose, safeTarget } from "./documentation/index.ts";

/**
 * A comment of paragraphs, each wrapped at the print width; lists, tables and code as
 * `prose` writes them. A paragraph that begins with a tag (`@returns`) is written by us,
 * its text by `inlineProse`.
 *
 * @returns lines without a line end behind, or nothing when there is nothing to say
 */
export function comment(paragraphs: readonly string[], indent: number): string | undefined {
  const pad = " ".repeat(indent);
  const [only, ...more] = paragraphs;
  if (only === undefined) return undefined;
  if (more.length === 0 && isText(only) && isShort(only, indent + 7))
    return `${pad}/** ${withBlanks(only)} */`;
  let body = "";
  for (const paragraph of paragraphs) {
    if (body !== "") body += `${pad} *\n`;
    for (const line of linesOf(paragraph, WIDTH - indent - 3)) {
      body += line === "" ? `${pad} *\n` : `${pad} * ${line}\n`;
    }
  }
  return `${pad}/**\n${body}${pad} */`;
}

/** What is too long in any case is not measured. */
function isShort(text: string, further: number): boolean {
  return text.length <= WIDTH && fits(text, further);
}

/** A text for a comment that ends with the line. */
export function oneLine(text: string): string {
  return clean(text).replace(/[\t\n]+/g, " ");
}

function linesOf(paragraph: string, columns: number): string[] {
  if (isText(paragraph)) return filled(withWholeTags(paragraph), columns);
  const lines = paragraph.split("\n");
  return /^(?:```|\| )/.test(paragraph) ? lines : lines.flatMap((line) => itemLines(line, columns));
}

function filled(text: string, columns: number): string[] {
  const lines = wrap(text, columns);
  return text === withBlanks(text) ? lines : lines.map(withBlanks);
}

/** An inline tag of ours, `{@link X}`, is not broken. */
function withWholeTags(text: string): string {
  return text.includes("{@") ? text.replace(/\{@[^}]*\}/g, unbroken) : text;
}

/** A line of a list: where it goes on, it stands below the text of the item. */
function itemLines(line: string, columns: number): string[] {
  if (line === "") return [""];
  const [mark = ""] = /^ *(?:- |\d{1,9}\. )?/.exec(line) ?? [];
  const below = " ".repeat(mark.length);
  return filled(line.slice(mark.length), columns - mark.length).map(
    (text, index) => (index === 0 ? mark : below) + text,
  );
}
