import type { MofDocument } from "../ast/index.ts";
import type { Outcome } from "../diagnostics/index.ts";
import { parse, type ParseOptions } from "../parse/index.ts";
import { isSnapshot, readSnapshot } from "../snapshot/index.ts";
import type { Source } from "../source/index.ts";

/** The AST of a text: MOF, or a schema that was written as JSON. */
export function readDocument(source: Source, options?: ParseOptions): Outcome<MofDocument> {
  return isSnapshot(source) ? readSnapshot(source) : parse(source, options);
}
