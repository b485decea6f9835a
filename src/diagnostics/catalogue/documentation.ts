/** What can be said about documentation pages, and about what they say of classes from elsewhere. */
import type { Catalogue, InFile } from "../sentence.ts";

export interface DocumentationSentences {
  readonly "page-not-reference": InFile & { readonly reason: string };
}

export const documentationSentences: Catalogue<DocumentationSentences> = {
  "page-not-reference": {
    severity: "warning",
    adjustable: true,
    message: ({ path, reason }) => `${path} is no reference page: ${reason}`,
    help: () => "Only pages about one class or one method say what can be called; leave it out.",
  },
};
