import type { SelectionSentences } from "../catalogue/selection.ts";
import type { Pages } from "./page.ts";

export const selectionPages: Pages<SelectionSentences> = {
  "no-class-matches": {
    why: "A pattern that selects nothing is most likely misspelt, or the file that declares its classes is missing. Without an error, files of earlier runs would be removed.",
  },
  "no-such-namespace": {
    why: "No class of the sources is in the namespace. It may be misspelt, or the sources state another one; those that state none are in the default namespace.",
  },
  "nothing-to-exclude": {
    why: "A pattern that excludes nothing is misspelt, or no longer needed. What is generated is as if it were not there.",
  },
  "nothing-selected": {
    why: "Every class that was asked for is excluded as well. Nothing would be generated, and files of earlier runs would be removed.",
  },
  "excluded-class-needed": {
    why: "A class is generated with all that its types name: superclasses, and classes that it refers to or embeds. One of them is excluded, and left out the generated code would not compile. `codegen generate --why` prints what each class is there for.",
  },
};
