import { diagnose, type Diagnostic, type Outcome } from "../diagnostics/index.ts";
import type { Source } from "../source/index.ts";
import { readBlocks } from "./blocks/read-blocks.ts";
import type { Block, Code } from "./blocks/block.ts";
import { lineOf } from "./blocks/plain-text.ts";
import { type FrontMatterReading, readFrontMatter } from "./front-matter.ts";
import { halvesOf } from "./halves.ts";
import { mergeHalves } from "./merge-halves.ts";
import type { Fence, Page, SectionName } from "./page.ts";
import { divide } from "./sections/divide.ts";
import { readParameters, readProperties, withoutType } from "./sections/members.ts";
import { readMethods } from "./sections/methods.ts";
import { readRequirements } from "./sections/requirements.ts";
import type { Section } from "./sections/section.ts";
import { readSummary } from "./sections/summary.ts";
import { textOf } from "./sections/text.ts";
import { takeValues } from "./sections/values.ts";

/**
 * Reads what stands on a documentation page. What a page does not have is left out; nothing is
 * assumed about what it means.
 */
export function readPage(source: Source): Outcome<Page> {
  const front = readFrontMatter(source);
  const halves = halvesOf(source.text);
  const page = halves
    ? mergeHalves(
        readBody(source, halves.translated, front),
        readBody(source, halves.english, front),
      )
    : readBody(source, source.text, front);
  return { value: page, diagnostics: [...front.diagnostics, ...openFences(page)] };
}

/** A block that ends where the next section begins, and not where the page says so. */
function openFences({ source, fences }: Page): readonly Diagnostic[] {
  return fences.flatMap(({ text, missing, start }) => {
    const code = text.trimEnd();
    const end = start + code.length;
    const isLast = source.text.slice(start + text.length).trim() === "";
    if (missing === undefined || code === "" || isLast) return [];
    const behind = code.slice(code.lastIndexOf("\n") + 1).trim();
    const location = { source, span: { start: end, end } };
    return [diagnose("page-mark-missing", { mark: missing, behind }, location)];
  });
}

/** @param text - that of the source, or one of its halves with the other blanked out */
function readBody(source: Source, text: string, { front, end }: FrontMatterReading): Page {
  const half = text === source.text ? source : { name: source.name, text };
  const { blocks, code } = readBlocks(text, end);
  const sections = divide(blocks, text.length);
  const named = blocksByName(sections);
  const heading = sections.find((section) => section.heading)?.heading;
  const summary = readSummary(named("summary"));
  const remarks = textOf(named("remarks"));
  return {
    source,
    front,
    ...(heading
      ? { heading: { text: lineOf(heading.inlines), start: heading.start, end: heading.end } }
      : {}),
    ...(summary ? { summary } : {}),
    fences: fencesOf(code, sections, text),
    methods: readMethods(half, named("methods")),
    properties: readProperties(half, named("properties")),
    parameters: readParameters(half, named("parameters")),
    ...readReturns(named("return-value")),
    ...(remarks ? { remarks } : {}),
    requirements: readRequirements(half, named("requirements")),
  };
}

function blocksByName(sections: readonly Section[]): (name: Section["name"]) => Section["blocks"] {
  const found = new Map<Section["name"], Block[]>();
  for (const { name, blocks } of sections) {
    const before = found.get(name);
    if (before) for (const block of blocks) before.push(block);
    else found.set(name, [...blocks]);
  }
  return (name) => found.get(name) ?? NOTHING;
}

const NOTHING: Section["blocks"] = [];

function readReturns(blocks: Section["blocks"]): Pick<Page, "returns"> {
  const { rest, values } = takeValues(withoutType(blocks));
  const text = textOf(rest);
  if (!text && values.length === 0) return {};
  return { returns: { ...(text ? { text } : {}), values } };
}

/** Both come in the order of the page. */
function fencesOf(code: readonly Code[], sections: readonly Section[], text: string): Fence[] {
  let index = 0;
  return code.map(({ language, missing, start, end }) => {
    while ((sections[index]?.end ?? Infinity) <= start) index += 1;
    const name = sections[index]?.name ?? "other";
    const section: SectionName = name === "summary" ? "other" : name;
    const open = missing === undefined ? {} : { missing };
    return { language, section, text: text.slice(start, end), ...open, start, end };
  });
}
