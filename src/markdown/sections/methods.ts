import type { Source } from "../../source/index.ts";
import type { Block, Inline } from "../blocks/block.ts";
import type { MethodEntry, PageLink } from "../page.ts";
import { entriesOf } from "./entries.ts";
import { lineOf } from "../blocks/plain-text.ts";
import { linkOf, nameOf } from "./name.ts";
import { located, textOf } from "./text.ts";

/** Reads the methods that a class lists: a row, an item or a term each, most with a link. */
export function readMethods(source: Source, blocks: readonly Block[]): MethodEntry[] {
  return entriesOf(blocks, isHeading).map(({ term, termSpan, body, start, end }) => {
    const link = linkOf(term);
    const description = textOf(body);
    return {
      name: nameOf(source, term, termSpan),
      ...(link === undefined ? {} : { link }),
      ...(description ? { description } : {}),
      start,
      end,
    };
  });
}

function isHeading(blocks: readonly Block[], index: number): boolean {
  return blocks[index]?.kind === "heading";
}

/** Every link in blocks. */
export function readLinks(source: Source, blocks: readonly Block[]): PageLink[] {
  return blocks.flatMap((block): PageLink[] => {
    switch (block.kind) {
      case "paragraph":
        return linksOf(source, block.inlines, block);
      case "definitions":
        return block.items.flatMap(({ term, body }) => readLinks(source, [...term, ...body]));
      case "list":
        return block.items.flatMap((item) => readLinks(source, item));
      case "table":
        return block.rows.flatMap(({ cells }) =>
          cells.flatMap((cell) => readLinks(source, cell.blocks)),
        );
      case "quote":
        return readLinks(source, block.blocks);
      default:
        return [];
    }
  });
}

function linksOf(
  source: Source,
  inlines: readonly Inline[],
  around: { readonly start: number; readonly end: number },
): PageLink[] {
  const links: PageLink[] = [];
  let open = -1;
  for (const [index, { type }] of inlines.entries()) {
    if (type === "link_open") open = index;
    if (type !== "link_close") continue;
    const target = inlines[open]?.attrGet("href") ?? "";
    const text = lineOf(inlines.slice(open + 1, index));
    if (target !== "" && text !== "") links.push({ ...located(source, text, around), target });
  }
  return links;
}
