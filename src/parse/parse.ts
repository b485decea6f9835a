import { type Mistake, parseText } from "../../grammar/index.ts";
import type { Dialect, MofDocument } from "../ast/index.ts";
import { diagnose, type Diagnostic, type Outcome } from "../diagnostics/index.ts";
import type { Source } from "../source/index.ts";

/** How a text is read. */
export interface ParseOptions {
  /** What it is written in: what other dialects have is then reported. Found out unless stated. */
  readonly dialect?: Dialect;
}

/**
 * Turns MOF text into its AST. The document holds whatever could be understood; the
 * diagnostics name every mistake.
 */
export function parse(source: Source, options: ParseOptions = {}): Outcome<MofDocument> {
  const { document, mistakes } = parseText(source, options.dialect);
  return { value: document, diagnostics: mistakes.map((mistake) => inWords(mistake, source)) };
}

function inWords(mistake: Mistake, source: Source): Diagnostic {
  const location = { source, span: { start: mistake.start, end: mistake.end } };
  switch (mistake.kind) {
    case "unexpected-character":
      return diagnose(mistake.kind, { character: visible(mistake.character) }, location);
    case "not-closed": {
      const related = { message: "it begins here", location: { source, span: mistake.opened } };
      return diagnose(mistake.kind, { what: mistake.what }, location, [related]);
    }
    default:
      return diagnose<typeof mistake.kind>(mistake.kind, mistake, location);
  }
}

/** A control character would do something to a terminal instead of being seen. */
function visible(character: string): string {
  const code = character.charCodeAt(0);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return /[\p{C}\p{Z}]/u.test(character) ? name : `${character} (${name})`;
}
