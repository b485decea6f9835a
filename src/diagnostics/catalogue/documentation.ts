/** What can be said about documentation pages, and about what they say of classes from elsewhere. */
import type { Catalogue, InFile, Member, Named } from "../sentence.ts";
import { excerpt, listed } from "./checks/phrases.ts";
import type { Titled } from "./checks/titled.ts";

export interface DocumentationSentences {
  readonly "page-not-reference": InFile & { readonly reason: string };
  readonly "documentation-other-namespace": Named & {
    readonly namespace: string;
    /** The one that has the class. */
    readonly home: string;
  };
  readonly "documentation-ambiguous-class": Named & { readonly homes: readonly string[] };
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
  readonly "documentation-other-key": Titled & { readonly key: boolean };
  readonly "documentation-other-values": Titled & {
    readonly value: string;
    readonly label: string;
    readonly other: string;
  };
}

export const documentationSentences: Catalogue<DocumentationSentences> = {
  "page-not-reference": {
    severity: "warning",
    adjustable: true,
    message: ({ path, reason }) => `${path} is no reference page: ${reason}`,
    help: () => "Only pages about one class or one method say what can be called; leave it out.",
  },
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
  "documentation-other-key": {
    severity: "warning",
    adjustable: true,
    message: ({ title, key }) =>
      key
        ? `${title} is a key, but not one of those that the page names`
        : `${title} is no key, but its page says that it is one`,
    help: () => "What the source says counts; an overlay can state the keys of a class.",
  },
  "documentation-other-values": {
    severity: "warning",
    adjustable: true,
    message: ({ title, value, label, other }) =>
      `the value ${excerpt(value)} of ${title} is called "${excerpt(label)}", but its page says "${excerpt(other)}"`,
    help: () => "What the source says counts; an overlay can name values.",
  },
};
