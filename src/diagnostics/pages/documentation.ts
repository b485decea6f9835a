import type { DocumentationSentences } from "../catalogue/documentation.ts";
import type { Pages } from "./page.ts";

export const documentationPages: Pages<DocumentationSentences> = {
  "page-front-matter": {
    why: "The lines between the dashes above a page are YAML and say in `api_name` which class and which members it is about. They cannot be read, so only the heading and the syntax tell, and a page whose heading is translated may be taken for none.",
  },
  "page-not-reference": {
    why: "A page declares something when it is about one class or one method of a class: its front matter names them in `api_name`, or its heading does, and its Syntax section holds the declaration. Tutorials and overviews show several classes, or parts of some, as examples; nobody can call those.",
  },
};
