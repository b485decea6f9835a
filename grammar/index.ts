/** Text in, AST and mistakes out. */
import type { Dialect, MofDocument } from "../src/ast/index.ts";
import type { Source, Span } from "../src/source/index.ts";
import { dialectOf, type Evidence, foreign } from "./dialects.ts";
import { type Lexed, lex } from "./lex.ts";
import type { Mistake } from "./mistakes.ts";
import { MofParser, type Parsed } from "./parser.ts";
import { closeStrings } from "./unclosed-strings.ts";

export type { Mistake } from "./mistakes.ts";

const parser = new MofParser();

/**
 * Parses one text. The document holds what could be understood, however much was wrong;
 * the mistakes come in the order of the text.
 *
 * @param forced - the dialect that the text is said to be written in; found out unless stated
 */
export function parseText(
  source: Source,
  forced?: Dialect,
): { document: MofDocument; mistakes: readonly Mistake[] } {
  const { text } = source;
  const lexed = lex(text);
  let read = readAs(text, lexed, forced);
  const dialect = forced ?? dialectOf(read.evidence);
  if (dialect === "mof3" && !forced && LONG_ESCAPE.test(text)) read = readAs(text, lexed, dialect);
  const { evidence, skipped } = read;
  const mistakes = reported(text, read.lexed.mistakes, read.mistakes, skipped);
  // What a preprocessor would have made of it cannot be told.
  const isSource = mistakes.some(({ kind }) => kind === "preprocessor-directive");
  const declarations = isSource ? [] : read.declarations;
  return {
    document: { kind: "document", source, ...(dialect && { dialect }), declarations },
    mistakes: inDialect(mistakes, evidence, dialect, forced),
  };
}

function readAs(text: string, lexed: Lexed, dialect?: Dialect): Parsed & { lexed: Lexed } {
  return closeStrings(text, lexed, (tokens, swallowed, patience) =>
    parser.parse(text, tokens, {
      swallowed,
      ...(patience && { patience }),
      ...(dialect && { dialect }),
    }),
  );
}

/** A text with more is no MOF, and nobody reads on. */
const MOST_MISTAKES = 1000;

/** What only MOF 3 reads as one escape. */
const LONG_ESCAPE = /\\[xX][0-9a-fA-F]{5}/;

/** The mistakes in the light of the dialect: MOF 3 forgives some, and a forced dialect has its own. */
function inDialect(
  mistakes: readonly Mistake[],
  evidence: Evidence,
  dialect?: Dialect,
  forced?: Dialect,
): readonly Mistake[] {
  const kept =
    dialect === "mof3" ? mistakes.filter(({ kind }) => !RIGHT_IN_MOF3.has(kind)) : mistakes;
  if (!forced) return kept;
  return [...kept, ...foreign(evidence, forced)].sort((a, b) => a.start - b.start || a.end - b.end);
}

const RIGHT_IN_MOF3: ReadonlySet<Mistake["kind"]> = new Set<Mistake["kind"]>([
  "assigned-qualifier",
  "clause-without-comma",
]);

/**
 * One mistake is said once: what a preprocessor would have changed cannot be judged, a
 * strange character or an open string spoils the rest of its line, and in what was
 * skipped no character was looked at.
 */
function reported(
  text: string,
  lexical: readonly Mistake[],
  syntactic: readonly Mistake[],
  skipped: readonly Span[],
): readonly Mistake[] {
  const preprocessor = lexical.find(({ kind }) => kind === "preprocessor-directive");
  if (preprocessor) return [preprocessor];
  const all = [...lexical, ...syntactic].sort((a, b) => a.start - b.start || a.end - b.end);
  const kept: Mistake[] = [];
  let last: Mistake | undefined;
  let lineEnd = 0;
  let errors = 0;
  let hasNoBreakSpace = false;
  for (const mistake of all) {
    if (mistake.kind === "no-break-space") {
      if (!hasNoBreakSpace) kept.push(mistake);
      hasNoBreakSpace = true;
      continue;
    }
    if (WARNINGS.has(mistake.kind)) {
      kept.push(mistake);
      continue;
    }
    const spoils = SPOILERS.has(mistake.kind) || (last && SPOILERS.has(last.kind));
    if (isSkipped(mistake, skipped) || (spoils && mistake.start < lineEnd)) continue;
    kept.push(mistake);
    last = mistake;
    errors += 1;
    if (errors > MOST_MISTAKES) {
      const { end: at } = mistake;
      kept[kept.length - 1] = {
        kind: "too-many-mistakes",
        limit: MOST_MISTAKES,
        start: at,
        end: at,
      };
      break;
    }
    // A file may be one line.
    if (mistake.start >= lineEnd) lineEnd = endOfLine(text, mistake.start);
  }
  return kept;
}

/** Strange characters in what was skipped were not looked at either. */
function isSkipped({ kind, start }: Mistake, skipped: readonly Span[]): boolean {
  return kind === "unexpected-character" && start < (lastAt(skipped, start)?.end ?? 0);
}

function endOfLine(text: string, from: number): number {
  const lineEnd = /[\r\n]/g;
  lineEnd.lastIndex = from;
  return lineEnd.exec(text)?.index ?? text.length;
}

const SPOILERS: ReadonlySet<Mistake["kind"]> = new Set<Mistake["kind"]>([
  "unexpected-character",
  "unterminated-string",
]);
const WARNINGS: ReadonlySet<Mistake["kind"]> = new Set<Mistake["kind"]>([
  "unknown-escape",
  "string-with-line-break",
  "line-continuation",
  "not-octal",
]);

/** The last span that begins at an offset or before it; the spans stand in order. */
function lastAt<S extends Span>(spans: readonly S[], offset: number): S | undefined {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}
