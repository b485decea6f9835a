/** What the checks of `src/model/checks` can say, one sentence for each. */
import type { Catalogue, Nothing } from "../sentence.ts";

export interface CheckSentences {
  readonly "unused-suppression": Nothing;
}

export const checkSentences: Catalogue<CheckSentences> = {
  "unused-suppression": {
    severity: "warning",
    adjustable: true,
    message: () => "this comment silences nothing",
    help: () => "Remove it.",
  },
};
