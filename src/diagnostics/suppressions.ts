import { positionAt, type Source, type Span } from "../source/index.ts";
import { catalogue, isCode, type Code } from "./catalogue/index.ts";
import { diagnose, type Diagnostic } from "./diagnostic.ts";
import { suggest } from "./suggest.ts";

/** One code in a comment that silences it. */
export interface Suppression {
  readonly code: Code;
  /** Where the code stands in the comment. */
  readonly span: Span;
  /** The line that it is about, counted from 1; the whole file when absent. */
  readonly line?: number;
}

/** What the comments of a text silence, and what is wrong with them. */
export interface Suppressions {
  readonly suppressions: readonly Suppression[];
  readonly diagnostics: readonly Diagnostic[];
}

const marker = "codegen-disable";
/** To guess what was meant takes time, which nobody gets to spend by the thousand. */
const most = 50;
const none: Suppressions = { suppressions: [], diagnostics: [] };

/**
 * Finds `// codegen-disable-next-line CODE, CODE -- reason` and `codegen-disable-file`,
 * in comments of either kind that stand alone on their lines. "Next" is the line behind
 * the comment; a further such comment there is skipped.
 */
export function suppressionsIn(source: Source): Suppressions {
  // Nearly every file has none, and is not looked at twice.
  if (!source.text.includes(marker)) return none;
  const suppressions: Suppression[] = [];
  const diagnostics: Diagnostic[] = [];
  const about = linesAfter(source, [...directivesIn(source.text)]);
  for (const [directive, line] of about) {
    const found = codesOf(directive, source, diagnostics);
    const place = directive.name === `${marker}-file` ? {} : { line };
    for (const { code, span } of found) suppressions.push({ code, span, ...place });
  }
  return { suppressions, diagnostics };
}

/** A comment that begins with the marker. */
interface Directive {
  readonly span: Span;
  readonly name: string;
  /** What is written behind the name, up to the reason. */
  readonly words: readonly { readonly text: string; readonly span: Span }[];
  readonly alone: boolean;
}

function* directivesIn(text: string): Iterable<Directive> {
  for (const span of commentsIn(text)) {
    const comment = text.slice(span.start, span.end);
    const found = /^\/[/*]\s*(codegen-disable[\w-]*)/.exec(comment);
    if (!found) continue;
    const [opening, name = ""] = found;
    const end = comment.startsWith("/*") ? comment.length - 2 : comment.length;
    const [list = ""] = comment.slice(opening.length, Math.max(opening.length, end)).split("--");
    const at = span.start + opening.length;
    const words = [...list.matchAll(/[^\s,]+/g)].map(({ 0: word, index }) => ({
      text: word,
      span: { start: at + index, end: at + index + word.length },
    }));
    yield { span, name, words, alone: isAlone(text, span) };
  }
}

/** The comments of a text, which begin neither in strings nor in each other. */
function* commentsIn(text: string): Iterable<Span> {
  const opening = /["']|\/[/*]/g;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = match.index;
    const end = endOf(match[0], text, opening.lastIndex);
    if (match[0].startsWith("/")) yield { start, end };
    opening.lastIndex = end;
  }
}

function endOf(opening: string, text: string, at: number): number {
  if (opening === "/*") {
    const end = text.indexOf("*/", at);
    return end === -1 ? text.length : end + 2;
  }
  const closing = opening === "//" ? /[\r\n]|$/g : opening === '"' ? /\\[^]|"/g : /\\[^]|'/g;
  closing.lastIndex = at;
  for (let match = closing.exec(text); match; match = closing.exec(text)) {
    if (opening === "//") return match.index;
    if (match[0] === opening) return closing.lastIndex;
  }
  return text.length;
}

function isAlone(text: string, { start, end }: Span): boolean {
  const blank = (code: number): boolean => code === 0x20 || code === 0x09;
  const ends = (code: number): boolean => Number.isNaN(code) || code === 0x0a || code === 0x0d;
  let before = start - 1;
  while (before >= 0 && blank(text.charCodeAt(before))) before -= 1;
  let after = end;
  while (blank(text.charCodeAt(after))) after += 1;
  return ends(text.charCodeAt(before)) && ends(text.charCodeAt(after));
}

/** Which line each directive is about: the first below it that is not one itself. */
function linesAfter(
  source: Source,
  directives: readonly Directive[],
): readonly (readonly [Directive, number])[] {
  const about = new Map<Directive, number>();
  const starts = new Map<number, Directive>();
  for (const directive of [...directives].reverse()) {
    const below = positionAt(source, directive.span.end).line + 1;
    const next = starts.get(below);
    about.set(directive, (next && about.get(next)) ?? below);
    if (directive.alone) starts.set(positionAt(source, directive.span.start).line, directive);
  }
  return [...about].reverse();
}

/** The codes that a directive silences; what is wrong with it is reported. */
function codesOf(
  { name, span, words, alone }: Directive,
  source: Source,
  diagnostics: Diagnostic[],
): readonly { readonly code: Code; readonly span: Span }[] {
  const report = (where: Span, sentence: Parameters<typeof diagnose<"wrong-suppression">>[1]) => {
    diagnostics.push(diagnose("wrong-suppression", sentence, { source, span: where }));
    return [];
  };
  const known = name === `${marker}-next-line` || name === `${marker}-file`;
  if (!known) return report(span, { problem: "unknown-comment", word: name });
  if (!alone) return report(span, { problem: "not-alone", word: name });
  if (words.length === 0) return report(span, { problem: "no-code", word: name });
  return words.flatMap(({ text: word, span: place }) => {
    if (!isCode(word)) {
      const meant = diagnostics.length < most ? suggest(word, Object.keys(catalogue)) : undefined;
      return report(place, { problem: "unknown-code", word, meant });
    }
    if (!catalogue[word].adjustable) return report(place, { problem: "refused", word });
    return [{ code: word, span: place }];
  });
}
