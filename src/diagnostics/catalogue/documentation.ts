/** What can be said about documentation pages, and about what they say of classes from elsewhere. */
import type { Catalogue, InFile } from "../sentence.ts";

export interface DocumentationSentences {
  readonly "page-front-matter": InFile & { readonly reason: string };
  readonly "page-not-reference": InFile & { readonly reason: string };
}

export const documentationSentences: Catalogue<DocumentationSentences> = {
  "page-front-matter": {
    severity: "warning",
    adjustable: true,
    message: ({ path, reason }) => `the YAML above ${path} cannot be read: ${reason}`,
    help: () => "The page is read without it: its headings and its syntax say what it is about.",
  },
  "page-not-reference": {
    severity: "warning",
    adjustable: true,
    message: ({ path, reason }) => `${path} is no reference page: ${reason}`,
    help: () => "Only pages about one class or one method say what can be called; leave it out.",
  },
};
