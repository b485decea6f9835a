/** The layout of what `codegen explain` prints: a heading, blocks, and a list of facts. */
import { createColors } from "picocolors";
import { visible } from "../../diagnostics/index.ts";
import { wrap } from "../wrap.ts";

const lineWidth = 80;

/** A fact and what is known of it: a text, or texts one below the other. */
export type Fact = readonly [term: string, text: string | readonly string[] | undefined];

export interface Sheet {
  readonly heading: string;
  /** Words about it, set in lines. */
  readonly words?: string | undefined;
  /** Source text, kept as it is. */
  readonly code?: string | undefined;
  readonly facts: readonly Fact[];
}

/** Sets a sheet as text that ends with a line end. What comes from files is made visible. */
export function setSheet({ heading, code, words, facts }: Sheet, colour: boolean): string {
  const { bold, cyan } = createColors(colour);
  const known = facts.filter((fact): fact is [string, string | readonly string[]] => {
    const [, text] = fact;
    return text !== undefined && text.length > 0;
  });
  const width = Math.max(0, ...known.map(([term]) => term.length));
  const blocks = [
    bold(visible(heading)),
    code === undefined ? undefined : indented(code),
    words === undefined ? undefined : wrapped(words, lineWidth).join("\n"),
    known.map(([term, text]) => factLines(term, text, width, bold)).join("\n"),
  ];
  const paint = (block: string, index: number): string => (index === 1 ? cyan(block) : block);
  return `${blocks
    .map((block, index) => (block ? paint(block, index) : block))
    .filter((block) => block !== undefined && block !== "")
    .join("\n\n")}\n`;
}

/** The lines of a source, moved to the right. */
export function indented(code: string): string {
  const lines = code.trimEnd().split("\n");
  return lines.map((line) => `  ${visible(line)}`.trimEnd()).join("\n");
}

/** Lines that a person can read, whatever stands in the text. */
export function wrapped(text: string, width: number): readonly string[] {
  const paragraphs = text.split(/\r\n|\r|\n/).map((line) => visible(line.trim()));
  return paragraphs.flatMap((paragraph) => wrap(paragraph, width));
}

function factLines(
  term: string,
  text: string | readonly string[],
  width: number,
  bold: (text: string) => string,
): string {
  const room = lineWidth - width - 2;
  const lines = typeof text === "string" ? wrapped(text, room) : text.map((line) => visible(line));
  return lines
    .map((line, index) => {
      const start = index === 0 ? bold(term) + " ".repeat(width - term.length) : " ".repeat(width);
      return `${start}  ${line}`.trimEnd();
    })
    .join("\n");
}
