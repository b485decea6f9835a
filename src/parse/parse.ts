import { type Mistake, parseText } from "../../grammar/index.ts";
import type { MofDocument } from "../ast/index.ts";
import { diagnose, type Diagnostic, type Outcome } from "../diagnostics/index.ts";
import type { Source } from "../source/index.ts";

/**
 * Turns MOF text into its AST. The document holds whatever could be understood; the
 * diagnostics name every mistake.
 */
export function parse(source: Source): Outcome<MofDocument> {
  const { document, mistakes } = parseText(source);
  return { value: document, diagnostics: mistakes.map((mistake) => inWords(mistake, source)) };
}

function inWords(mistake: Mistake, source: Source): Diagnostic {
  const location = { source, span: { start: mistake.start, end: mistake.end } };
  switch (mistake.kind) {
    case "unexpected-character":
      return diagnose(mistake.kind, { character: visible(mistake.character) }, location);
    case "unexpected-token":
    case "missing-mark":
    case "stray-mark":
    case "superfluous-comma":
    case "misspelt-keyword":
    case "unknown-directive":
    case "preprocessor-directive":
    case "wrong-quotes":
    case "nested-too-deeply":
    case "invalid-escape":
    case "unknown-escape":
      return diagnose<typeof mistake.kind>(mistake.kind, mistake, location);
    case "not-closed": {
      const related = { message: "it begins here", location: { source, span: mistake.opened } };
      return diagnose(mistake.kind, { what: mistake.what }, location, [related]);
    }
    case "unterminated-string":
    case "unterminated-comment":
    case "empty-qualifier-list":
    case "line-continuation":
    case "string-with-line-break":
      return diagnose(mistake.kind, {}, location);
  }
}

/** A control character would do something to a terminal instead of being seen. */
function visible(character: string): string {
  const code = character.charCodeAt(0);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return /[\p{C}\p{Z}]/u.test(character) ? name : `${character} (${name})`;
}
