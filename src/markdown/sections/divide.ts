import type { Block, Heading, Inline } from "../blocks/block.ts";
import { lineOf } from "../blocks/plain-text.ts";
import type { SectionName } from "../page.ts";
import { SECTION_SLUGS, SECTION_WORDS } from "../words/section-words.ts";
import type { Section } from "./section.ts";

/**
 * Divides a page by its headings. What a section is, its anchor tells in every language, in English
 * its heading; the words of other languages are asked last. An unknown heading below a known one
 * belongs to its section.
 */
export function divide(blocks: readonly Block[], end: number): Section[] {
  const sections: Section[] = [];
  let open: { name: Section["name"]; heading: Heading | undefined; blocks: Block[] } = {
    name: "summary",
    heading: undefined,
    blocks: [],
  };
  let start = 0;
  const close = (at: number): void => {
    const { name, heading, blocks } = open;
    sections.push({ name, heading, blocks, start, end: at });
    start = at;
  };
  for (const block of blocks) {
    if (block.kind === "heading" && begins(block, open)) {
      close(block.start);
      const isTitle = open.name === "summary" && !open.heading && block.level === 1;
      const name = isTitle ? "summary" : sectionName(block);
      open = { name, heading: block, blocks: [] };
    } else {
      open.blocks.push(block);
    }
  }
  close(end);
  return sections;
}

function begins(block: Heading, open: { name: string; heading: Heading | undefined }): boolean {
  if (open.name === "summary" || open.name === "other" || !open.heading) return true;
  return block.level <= open.heading.level || sectionName(block) !== "other";
}

const bySlug = new Map<string, SectionName>();
const byWord = new Map<string, SectionName>();
for (const [table, lists] of [
  [bySlug, SECTION_SLUGS],
  [byWord, SECTION_WORDS],
] as const) {
  for (const [name, words] of Object.entries(lists)) {
    // The keys of both lists are names of sections.
    for (const word of words) if (!table.has(word)) table.set(word, name as SectionName);
  }
}

function sectionName({ inlines }: Heading): SectionName {
  const anchor = anchorOf(inlines);
  const known = anchor === undefined ? undefined : bySlug.get(anchor);
  return known ?? nameOf(lineOf(inlines).toLowerCase());
}

/** Pages have the same headings: those that were looked at last. */
const looked = new Map<string, SectionName>();
const MOST_LOOKED = 500;

function nameOf(text: string): SectionName {
  const before = looked.get(text);
  if (before) return before;
  const name = bySlug.get(slugOf(text)) ?? byWord.get(text) ?? "other";
  if (looked.size >= MOST_LOOKED) looked.clear();
  looked.set(text, name);
  return name;
}

/** `<a name="return-value"></a>`, which translations keep in the language of the original. */
function anchorOf(inlines: readonly Inline[]): string | undefined {
  for (const { type, content } of inlines) {
    const name = type === "html_inline" ? ANCHOR.exec(content)?.[1] : undefined;
    if (name !== undefined) return name.toLowerCase();
  }
  return undefined;
}

const ANCHOR = /^<a\s+(?:name|id)\s*=\s*["']?([^"'\s>]+)/i;

/** The address of a heading, as publishing makes it. */
function slugOf(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replace(/\s+/g, "-");
}
