/** What the checks can say about instances and pragmas. */
import type { Catalogue, Member, Named } from "../../sentence.ts";
import { didYouMean, listed } from "./phrases.ts";

interface InClass {
  readonly className: string;
}

export interface InstanceCheckSentences {
  readonly "unknown-instance-class": InClass & { readonly meant: string | undefined };
  readonly "abstract-instance": InClass;
  readonly "unknown-instance-property": Member & { readonly meant: string | undefined };
  readonly "property-assigned-twice": Member;
  readonly "missing-key": InClass & { readonly keys: readonly string[] };
  readonly "missing-required": InClass & { readonly names: readonly string[] };
  readonly "duplicate-instance": InClass & { readonly keys: readonly string[] };
  readonly "duplicate-alias": { readonly alias: string };
  readonly "alias-of-another-class": {
    readonly title: string;
    readonly alias: string;
    readonly className: string;
    readonly wanted: string;
  };
  readonly "unknown-pragma": Named & { readonly meant: string | undefined };
  readonly "namespace-without-name": Record<never, never>;
}

export const instanceCheckSentences: Catalogue<InstanceCheckSentences> = {
  "unknown-instance-class": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    absence: true,
    message: ({ className }) => `no source declares ${className}, which this is an instance of`,
    help: ({ meant, className }) =>
      didYouMean(meant) ?? `Add the file that declares ${className}: the values have no types yet.`,
  },
  "abstract-instance": {
    severity: "error",
    adjustable: true,
    message: ({ className }) => `${className} is abstract and has no instances`,
    help: () => "Make an instance of one of its subclasses.",
  },
  "unknown-instance-property": {
    severity: "error",
    adjustable: true,
    absence: true,
    message: ({ className, name }) => `${className} has no property ${name}`,
    help: ({ meant }) => didYouMean(meant),
  },
  "property-assigned-twice": {
    severity: "error",
    adjustable: true,
    message: ({ className, name }) => `this instance of ${className} assigns ${name} twice`,
  },
  "missing-key": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    absence: true,
    message: ({ className, keys }) =>
      `this instance of ${className} has no value for its key${keys.length === 1 ? "" : "s"} ${listed(keys, "and")}`,
  },
  "missing-required": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    absence: true,
    message: ({ className, names }) =>
      `this instance of ${className} has no value for ${listed(names, "and")}, which ${names.length === 1 ? "is" : "are"} Required`,
  },
  "duplicate-instance": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ className, keys }) =>
      keys.length === 0
        ? `${className} is a singleton and has another instance`
        : `another instance of ${className} has the same ${listed(keys, "and")}`,
    help: () => "One would replace the other.",
  },
  "duplicate-alias": {
    severity: "error",
    adjustable: true,
    message: ({ alias }) => `the alias ${alias} is declared twice`,
  },
  "alias-of-another-class": {
    severity: "error",
    adjustable: true,
    message: ({ title, alias, className, wanted }) =>
      `${title} wants an instance of ${wanted}, but ${alias} is one of ${className}`,
  },
  "unknown-pragma": {
    severity: "warning",
    adjustable: true,
    message: ({ name }) => `there is no pragma ${name}, so it is skipped`,
    help: ({ meant }) => didYouMean(meant),
  },
  "namespace-without-name": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: () => "this pragma names no namespace, so the one before it holds on",
    help: () => 'Write the namespace in quotes: #pragma namespace ("root/cimv2")',
  },
};
