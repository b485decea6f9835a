/** The codes by what they are about, in the order of the stages. */
import { buildSentences } from "./build.ts";
import { checkSentences } from "./checks.ts";
import { documentationSentences } from "./documentation.ts";
import { grammarSentences } from "./grammar.ts";
import { type Code, isCode } from "./index.ts";
import { modelSentences } from "./model.ts";
import { overlaySentences } from "./overlay.ts";
import { selectionSentences } from "./selection.ts";
import { snapshotSentences } from "./snapshot.ts";
import { sourceSentences } from "./source.ts";
import { suppressionSentences } from "./suppressions.ts";
import { templateSentences } from "./templates.ts";

/** Codes that belong together, sorted. */
export interface Area {
  readonly title: string;
  readonly codes: readonly Code[];
}

export const areas: readonly Area[] = [
  area("Files", sourceSentences),
  area("Form", grammarSentences),
  area("Meaning", modelSentences),
  area("Checks", checkSentences),
  area("Comments that silence", suppressionSentences),
  area("Snapshots", snapshotSentences),
  area("Documentation pages", documentationSentences),
  area("Overlays", overlaySentences),
  area("Selection", selectionSentences),
  area("Templates", templateSentences),
  area("Output", buildSentences),
];

function area(title: string, sentences: object): Area {
  return { title, codes: Object.keys(sentences).filter(isCode).sort() };
}
