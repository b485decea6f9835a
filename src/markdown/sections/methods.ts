import type { Source } from "../../source/index.ts";
import type { Block } from "../blocks/block.ts";
import type { MethodEntry } from "../page.ts";
import { entriesOf } from "./entries.ts";
import { linkOf, nameOf } from "./name.ts";
import { textOf } from "./text.ts";

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
