/** What can be said about documentation pages that describe classes from elsewhere. */
import type { Catalogue, Member, Named } from "../sentence.ts";
import { excerpt, listed } from "./checks/phrases.ts";
import type { Titled } from "./checks/titled.ts";
import { type PageSentences, pageSentences } from "./page.ts";

export interface DocumentationSentences extends PageSentences {
  readonly "documentation-other-namespace": Named & {
    readonly namespace: string;
    /** The one that has the class. */
    readonly home: string;
  };
  readonly "documentation-ambiguous-class": Named & { readonly homes: readonly string[] };
  readonly "documentation-unused": { readonly pages: number };
  readonly "documentation-unknown-member": Member;
  readonly "documentation-other-type": Titled & {
    readonly verb: "is" | "returns";
    readonly type: string;
    readonly other: string;
  };
  readonly "documentation-other-direction": Titled & {
    readonly direction: string;
    readonly other: string;
  };
  readonly "documentation-other-parameters": Titled & {
    /** Those that the page does not have. */
    readonly missing: readonly string[];
    /** Those that only the page has. */
    readonly further: readonly string[];
  };
  readonly "documentation-other-fact": Titled & {
    /** What the source says, behind the name. */
    readonly own: string;
    readonly other: string;
  };
  readonly "documentation-other-key": Titled & { readonly key: boolean };
  readonly "documentation-value-out-of-range": Titled & {
    readonly value: string;
    readonly type: string;
  };
  readonly "documentation-other-values": Titled & {
    readonly value: string;
    readonly label: string;
    readonly other: string;
  };
}

export const documentationSentences: Catalogue<DocumentationSentences> = {
  ...pageSentences,
  "documentation-other-namespace": {
    severity: "info",
    adjustable: true,
    absence: true,
    message: ({ name, namespace, home }) =>
      `this page is about ${name} in ${namespace}, and describes the only class of that name, which is in ${home}`,
  },
  "documentation-ambiguous-class": {
    severity: "info",
    adjustable: true,
    message: ({ name, homes }) =>
      `this page describes nothing: it does not say which ${name} it is about, that of ${listed(homes, "or")}`,
  },
  "documentation-unused": {
    severity: "warning",
    adjustable: true,
    absence: true,
    message: ({ pages }) =>
      pages === 1
        ? "the page of documentation is about no class of the sources"
        : `none of the ${pages} pages of documentation is about a class of the sources`,
    help: () => "Name the pages of the classes that the sources declare.",
  },
  "documentation-unknown-member": {
    severity: "warning",
    adjustable: true,
    absence: true,
    message: ({ className, name }) =>
      `the page of ${className} describes ${name}, which the class does not have`,
    help: () => "Pages that describe what is declared elsewhere add no members.",
  },
  "documentation-other-type": {
    severity: "warning",
    adjustable: true,
    message: ({ title, verb, type, other }) =>
      `${title} ${verb} ${type}, but its page says ${other}`,
    help: () => "What the source says counts.",
  },
  "documentation-other-direction": {
    severity: "warning",
    adjustable: true,
    message: ({ title, direction, other }) =>
      `the parameter ${title} is ${direction}, but its page says ${other}`,
    help: () => "What the source says counts.",
  },
  "documentation-other-parameters": {
    severity: "warning",
    adjustable: true,
    message: ({ title, missing, further }) => {
      const lacks = missing.length > 0 ? [`does not have ${listed(missing, "and")}`] : [];
      const has = further.length > 0 ? [`has ${listed(further, "and")}`] : [];
      return `the page of ${title} has other parameters: it ${[...lacks, ...has].join(" and ")}`;
    },
    help: () => "What the source says counts.",
  },
  "documentation-other-fact": {
    severity: "warning",
    adjustable: true,
    message: ({ title, own, other }) => `${title} ${own}, but its page says that it ${other}`,
    help: () => "What the source says counts; an overlay can state what is so.",
  },
  "documentation-other-key": {
    severity: "warning",
    adjustable: true,
    message: ({ title, key }) =>
      key
        ? `${title} is a key, but not one of those that the page names`
        : `${title} is no key, but its page says that it is one`,
    help: () => "What the source says counts; an overlay can state the keys of a class.",
  },
  "documentation-value-out-of-range": {
    severity: "warning",
    adjustable: true,
    message: ({ title, value, type }) =>
      `the page of ${title} lists the value ${excerpt(value)}, which ${type} cannot have`,
    help: () => "It is left out; what fits the type has its name.",
  },
  "documentation-other-values": {
    severity: "warning",
    adjustable: true,
    message: ({ title, value, label, other }) =>
      `the value ${excerpt(value)} of ${title} is called "${excerpt(label)}", but its page says "${excerpt(other)}"`,
    help: () => "What the source says counts; an overlay can name values.",
  },
};
