/** Text in, AST and mistakes out. */
import type { MofDocument } from "../src/ast/index.ts";
import type { Source, Span } from "../src/source/index.ts";
import { lex } from "./lex.ts";
import type { Mistake } from "./mistakes.ts";
import { MofParser } from "./parser.ts";
import { closeStrings } from "./unclosed-strings.ts";

export type { Mistake } from "./mistakes.ts";

const parser = new MofParser();

/**
 * Parses one text. The document holds what could be understood, however much was wrong;
 * the mistakes come in the order of the text.
 */
export function parseText(source: Source): { document: MofDocument; mistakes: readonly Mistake[] } {
  const { text } = source;
  const { lexed, declarations, mistakes, skipped } = closeStrings(
    text,
    lex(text),
    (tokens, swallowed, patience) => parser.parse(text, tokens, swallowed, patience),
  );
  return {
    document: { kind: "document", source, declarations },
    mistakes: reported(text, lexed.mistakes, mistakes, skipped),
  };
}

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
  for (const mistake of all) {
    if (WARNINGS.has(mistake.kind)) {
      kept.push(mistake);
      continue;
    }
    const spoils = SPOILERS.has(mistake.kind) || (last && SPOILERS.has(last.kind));
    if (isSkipped(mistake, skipped) || (spoils && mistake.start < lineEnd)) continue;
    kept.push(mistake);
    last = mistake;
    lineEnd = endOfLine(text, mistake.start);
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
