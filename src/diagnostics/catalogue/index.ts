/**
 * Every sentence that mof-codegen can say about an input. A stage names a code and
 * its parameters; what is not here cannot be said. Messages are one sentence without
 * a full stop, `help` says what to do.
 */
import type { Catalogue } from "../sentence.ts";
import { type BuildSentences, buildSentences } from "./build.ts";
import { type CheckSentences, checkSentences } from "./checks.ts";
import { type DocumentationSentences, documentationSentences } from "./documentation.ts";
import { type GrammarSentences, grammarSentences } from "./grammar.ts";
import { type ModelSentences, modelSentences } from "./model.ts";
import { type OverlaySentences, overlaySentences } from "./overlay.ts";
import { type SelectionSentences, selectionSentences } from "./selection.ts";
import { type SnapshotSentences, snapshotSentences } from "./snapshot.ts";
import { type SourceSentences, sourceSentences } from "./source.ts";
import { type SuppressionSentences, suppressionSentences } from "./suppressions.ts";
import { type TemplateSentences, templateSentences } from "./templates.ts";

/** The codes, stable across versions, and what each sentence has to be told. */
export interface Sentences
  extends
    SourceSentences,
    GrammarSentences,
    ModelSentences,
    CheckSentences,
    SuppressionSentences,
    SnapshotSentences,
    DocumentationSentences,
    OverlaySentences,
    SelectionSentences,
    TemplateSentences,
    BuildSentences {}

/** The name of a sentence. */
export type Code = keyof Sentences;

export const catalogue: Catalogue<Sentences> = {
  ...sourceSentences,
  ...grammarSentences,
  ...modelSentences,
  ...checkSentences,
  ...suppressionSentences,
  ...snapshotSentences,
  ...documentationSentences,
  ...overlaySentences,
  ...selectionSentences,
  ...templateSentences,
  ...buildSentences,
};

/** Whether a word is the name of a sentence. */
export function isCode(word: string): word is Code {
  return Object.hasOwn(catalogue, word);
}
