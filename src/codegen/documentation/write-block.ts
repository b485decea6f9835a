/** Blocks as Markdown: each is a paragraph, its lines with line ends between them. */
import { textWidth, WIDTH } from "../text-width.ts";
import type { Block, CodeBlock, ListItem, TableBlock } from "./block.ts";
import { isCodeLine } from "./code-span.ts";
import { inline } from "./inline.ts";
import { startedSafely } from "./line-start.ts";

/** A block as paragraphs. */
export function writeBlock(block: Block): string[] {
  switch (block.kind) {
    case "text":
      return [paragraph(block.text)];
    case "list":
      return [list(block.items)];
    case "code":
      return code(block);
    case "table":
      return [table(block)];
  }
}

/** Text as one paragraph that begins nothing else. */
export function paragraph(text: string): string {
  return startedSafely(inline(singleBlanks(text)));
}

/** Most texts have no others. */
function singleBlanks(text: string): string {
  return (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, " ") : text).trim();
}

function list(items: readonly ListItem[]): string {
  /** Where the marks of each depth stand: where the text of the depth above does. */
  const indents = [0];
  const lines = items.flatMap(({ depth, number, texts }) => {
    const mark = number === undefined ? "- " : `${number}. `;
    const indent = indents[depth] ?? 0;
    indents[depth + 1] = indent + mark.length;
    const [first = "", ...further] = texts.map(paragraph);
    const below = further.flatMap((text) => ["", " ".repeat(indent + mark.length) + text]);
    return [`${" ".repeat(indent)}${mark}${first}`, ...below];
  });
  return lines.join("\n");
}

/** What cannot be said in code, because nothing can be escaped there, is said in paragraphs. */
function code({ language, lines }: CodeBlock): string[] {
  if (!lines.every(isCodeLine)) return lines.map(paragraph);
  return [["```" + language, ...lines, "```"].join("\n")];
}

/** A table in columns if there is room for them. */
function table({ rows }: TableBlock): string {
  const [head = [], ...body] = rows.map((row) =>
    row.map((cell) => inline(singleBlanks(cell)).replaceAll("|", "\\|")),
  );
  const widths = head.map((cell, column) =>
    [cell, ...body.map((row) => row[column] ?? "")].reduce(
      (widest, each) => Math.max(widest, textWidth(each)),
      3,
    ),
  );
  const roomy = widths.reduce((sum, width) => sum + width + 3, 1) <= WIDTH;
  const row = (cells: readonly string[]) =>
    cells.map((cell, column) => {
      const room = roomy ? (widths[column] ?? 0) - textWidth(cell) : 0;
      return cell + " ".repeat(room);
    });
  const rule = widths.map((width) => "-".repeat(roomy ? width : 3));
  return [row(head), rule, ...body.map(row)].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
