import type { DocumentationSentences } from "../catalogue/documentation.ts";
import type { Pages } from "./page.ts";

export const documentationPages: Pages<DocumentationSentences> = {
  "page-not-reference": {
    why: "A page declares something when it is about one class or one method of a class: its front matter names them in `api_name`, or its heading does, and its Syntax section holds the declaration. Tutorials and overviews show several classes, or parts of some, as examples; nobody can call those.",
  },
};
