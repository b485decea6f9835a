/** Blocks as plain text: what a reader of the page reads. */
import type { Block, BulletList, DefinitionList, Inline, Quote, Table } from "./block.ts";

/** What stands in a paragraph; lines that its author broke are paragraphs. */
export function inlineText(inlines: readonly Inline[]): string {
  let text = "";
  for (const token of inlines) text += textOf(token);
  const line = UNTIDY.test(text) ? tidy(text) : text;
  return line.includes("**") ? line.replace(BROKEN, "$1 ").trimEnd() : line;
}

/** What a blank in front of its last mark keeps from being emphasis: `**Since 2003: **`. */
const BROKEN = /\*\*(\S[^*\n]*) \*\* ?/g;

/** The same on one line. */
export function lineOf(inlines: readonly Inline[]): string {
  return oneLine(inlineText(inlines));
}

function oneLine(text: string): string {
  return text.includes("\n") ? text.replace(/\s+/g, " ") : text;
}

const UNTIDY = /^\s|\s$|\s\s|[\t\n\u00A0\u200B]/;

function tidy(text: string): string {
  const visible = text.includes("\u200B") ? text.replaceAll("\u200B", "") : text;
  const line = visible.replace(/[^\S\n]+/g, " ");
  if (!line.includes("\n")) return line.trim();
  return line
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function textOf({ type, content }: Inline): string {
  switch (type) {
    case "text":
    case "text_special":
      return content;
    case "code_inline":
      return `\`${content}\``;
    case "softbreak":
      return " ";
    case "hardbreak":
      return "\n\n";
    case "html_inline":
      return htmlText(content);
    default:
      return "";
  }
}

function htmlText(tag: string): string {
  const name = /^<\/?([a-z]+)/i.exec(tag)?.[1]?.toLowerCase();
  if (name === "br" || name === "p") return "\n\n";
  if (name === "li") return tag.startsWith("</") ? "" : "\n- ";
  return name === "ul" || name === "ol" ? "\n\n" : "";
}

/** Paragraphs are separated by an empty line. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== "")
    .join("\n\n");
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return inlineText(block.inlines);
    case "code":
      return `\`\`\`${block.language}\n${block.text.replace(/\n$/, "")}\n\`\`\``;
    case "quote":
      return quoteText(block);
    case "list":
      return listText(block);
    case "table":
      return tableText(block);
    case "definitions":
      return definitionsText(block);
  }
}

/** What a note of Microsoft's flavour of Markdown begins with: `[!NOTE]`. */
const NOTE = /^\[!([^\]\s]+)\]\s*/;

function quoteText({ blocks }: Quote): string {
  const text = blocksText(blocks);
  const [mark = "", kind = ""] = NOTE.exec(text) ?? [];
  if (mark === "") return text;
  const word = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
  return `${word}: ${text.slice(mark.length)}`;
}

function listText({ items }: BulletList): string {
  return items.map((item) => itemText(blocksText(item))).join("\n");
}

/** What stands in an item below its first paragraph is set in. */
function itemText(text: string): string {
  return `- ${text.replace(/\n+/g, "\n  ")}`;
}

function definitionsText({ items }: DefinitionList): string {
  return items
    .map(({ term, body }) => [blocksLine(term), blocksLine(body)].filter((text) => text !== ""))
    .map((texts) => `- ${texts.join(": ")}`)
    .join("\n");
}

function tableText({ rows }: Table): string {
  return rows
    .slice(1)
    .map(({ cells }) => cells.map((cell) => blocksLine(cell.blocks)))
    .map((texts) => texts.filter((text) => text !== "").join(": "))
    .filter((text) => text !== "")
    .map((text) => `- ${text}`)
    .join("\n");
}

/** Blocks on one line; terms of a list are separated by commas. */
export function blocksLine(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.kind === "definitions"
        ? block.items.map(({ term, body }) => blocksLine([...term, ...body])).join(", ")
        : oneLine(blockText(block)),
    )
    .filter((text) => text !== "")
    .join(" ");
}
