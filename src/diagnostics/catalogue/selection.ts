/** What can be said about which classes are wanted. */
import type { Catalogue } from "../sentence.ts";
import { didYouMean, listed } from "./checks/phrases.ts";

export interface SelectionSentences {
  readonly "no-class-matches": {
    readonly pattern: string;
    /** Where it was looked for, if not everywhere. */
    readonly namespaces: readonly string[];
    readonly meant?: string | undefined;
  };
  readonly "no-such-namespace": { readonly pattern: string; readonly meant?: string | undefined };
  readonly "nothing-to-exclude": { readonly pattern: string; readonly meant?: string | undefined };
  readonly "nothing-selected": { readonly patterns: readonly string[] };
  readonly "excluded-class-needed": NeedOf & { readonly name: string; readonly pattern: string };
}

/** Which class needs another one, and where it names that. */
export interface NeedOf {
  readonly by: string;
  readonly kind: "superclass" | "property" | "parameter" | "return-value";
  readonly member?: string;
  readonly parameter?: string;
  readonly as?: "reference" | "embedded-instance";
}

export const selectionSentences: Catalogue<SelectionSentences> = {
  "no-class-matches": {
    severity: "error",
    message: ({ pattern, namespaces }) =>
      `no class matches ${pattern}` +
      (namespaces.length === 0 ? "" : ` in ${listed(namespaces, "or")}`),
    help: ({ pattern, meant }) => didYouMean(meant) ?? howToWrite(pattern),
  },
  "no-such-namespace": {
    severity: "error",
    message: ({ pattern }) => `no class is in the namespace ${pattern}`,
    help: ({ meant }) =>
      didYouMean(meant) ??
      "Write the whole namespace, as in root/cimv2, or root/cimv2/** for all below it too.",
  },
  "nothing-to-exclude": {
    severity: "warning",
    adjustable: true,
    message: ({ pattern }) => `no class matches ${pattern}, so nothing is excluded by it`,
    help: ({ pattern, meant }) => didYouMean(meant) ?? howToWrite(pattern),
  },
  "nothing-selected": {
    severity: "error",
    message: ({ patterns }) =>
      `every class that is wanted is excluded by ${listed(patterns, "and")}`,
    help: () => "Exclude less.",
  },
  "excluded-class-needed": {
    severity: "info",
    adjustable: true,
    message: ({ name, pattern, ...need }) =>
      `${name} is excluded by ${pattern} but needed: ${needText(need)}`,
    help: ({ by }) => `Without it the types of ${by} are not complete.`,
  },
};

/** Why a class is needed, as part of a sentence that has named it. */
export function needText({ by, kind, member = "", parameter = "", as }: NeedOf): string {
  const names = as === "embedded-instance" ? "embeds it" : "refers to it";
  switch (kind) {
    case "property":
      return `${by}.${member} ${names}`;
    case "parameter":
      return `the parameter ${parameter} of ${by}.${member} ${names}`;
    case "return-value":
      return `what ${by}.${member} returns ${names}`;
    case "superclass":
    default:
      return `${by} extends it`;
  }
}

function howToWrite(pattern: string): string {
  return /[\\/]/.test(pattern) && !pattern.includes(":")
    ? "A namespace in front of a class ends in a colon, as in root/cimv2:CIM_*."
    : "A pattern is for the whole name: * stands for any letters, ? for one.";
}
