/** What can be said about comments that silence others. */
import type { Catalogue } from "../sentence.ts";

export interface SuppressionSentences {
  readonly "wrong-suppression": {
    readonly problem: "unknown-comment" | "unknown-code" | "no-code" | "refused" | "not-alone";
    /** The word that the problem is about. */
    readonly word: string;
    readonly meant?: string | undefined;
  };
}

export const suppressionSentences: Catalogue<SuppressionSentences> = {
  "wrong-suppression": {
    severity: "warning",
    adjustable: true,
    message: ({ problem, word }) => {
      switch (problem) {
        case "unknown-comment":
          return `no comment is called ${word}`;
        case "no-code":
          return "this comment does not say what to silence";
        case "refused":
          return `${word} cannot be silenced`;
        case "not-alone":
          return "this comment silences nothing, because it does not stand alone on its line";
        case "unknown-code":
        default:
          return `there is no code ${word}`;
      }
    },
    help: ({ problem, meant }) => {
      switch (problem) {
        case "unknown-comment":
          return "There are codegen-disable-next-line and codegen-disable-file.";
        case "no-code":
          return "Write codes behind it: // codegen-disable-next-line unknown-superclass";
        case "refused":
          return "What is read depends on it. Put the cause right, and remove the comment.";
        case "not-alone":
          return "Put it on the line above.";
        case "unknown-code":
        default:
          return meant === undefined
            ? "codegen explain lists all codes."
            : `Did you mean ${meant}?`;
      }
    },
  },
};
