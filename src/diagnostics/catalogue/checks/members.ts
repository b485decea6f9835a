/** What the checks can say about properties, methods and parameters. */
import type { Catalogue, Member } from "../../sentence.ts";
import { didYouMean, excerpt } from "./phrases.ts";
import type { Titled } from "./titled.ts";

export interface MemberCheckSentences {
  readonly "override-target-missing": Titled & {
    readonly target: string;
    readonly superclass: string | undefined;
    readonly meant: string | undefined;
  };
  readonly "override-names-another": Titled & { readonly target: string };
  readonly "overrides-another-kind": Titled & {
    readonly kind: "property" | "method";
    readonly inherited: "property" | "method";
  };
  readonly "redeclared-member": Titled & { readonly origin: string };
  readonly "retyped-property": Titled & {
    readonly type: string;
    readonly inherited: string;
    readonly origin: string;
  };
  readonly "unrelated-target": Titled & {
    readonly target: string;
    readonly inherited: string;
    readonly origin: string;
  };
  readonly "changed-signature": Titled & { readonly origin: string; readonly difference: string };
  readonly "unsuitable-key": Titled & { readonly type: string };
  readonly "void-property": Titled;
  readonly "parameter-without-direction": Member & { readonly method: string };
}

export const memberCheckSentences: Catalogue<MemberCheckSentences> = {
  "override-target-missing": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    absence: true,
    message: ({ title, target, superclass }) =>
      superclass === undefined
        ? `${title} overrides "${excerpt(target)}", but its class has no superclass`
        : `${title} overrides "${excerpt(target)}", which ${superclass} does not have`,
    help: ({ meant }) =>
      didYouMean(meant) ??
      "Override names the member of the superclass that is declared anew. It counts as a member of its own.",
  },
  "override-names-another": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ title, target }) => `${title} overrides ${excerpt(target)}, which has another name`,
    help: () => "Overriding does not rename: both members are kept.",
  },
  "overrides-another-kind": {
    severity: "error",
    adjustable: true,
    message: ({ title, kind, inherited }) =>
      `the ${kind} ${title} overrides ${inherited === "method" ? "a method" : "a property"}`,
    help: () => "A property overrides a property, a method a method. Give it another name.",
  },
  "redeclared-member": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ title, origin }) => `${title} is inherited from ${origin} and declared again`,
    help: ({ title }) =>
      `Say that this is meant: [Override("${title.slice(title.lastIndexOf(".") + 1)}")]`,
  },
  "retyped-property": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ title, type, inherited, origin }) =>
      `${title} is ${type}, but in ${origin} it is ${inherited}`,
    help: () =>
      "An overriding property keeps its type. Only the class of a reference or an embedded instance may become a subclass.",
  },
  "unrelated-target": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ title, target, inherited, origin }) =>
      `${title} is for instances of ${target}, but in ${origin} it is for those of ${inherited}`,
    help: ({ target, inherited }) =>
      `${target} is no subclass of ${inherited}. Name one that is, or give the property another name.`,
  },
  "changed-signature": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    absence: true,
    message: ({ title, origin, difference }) =>
      `${title} overrides the method of ${origin} with another signature: ${difference}`,
    help: () => "An overriding method has the same parameters and returns the same type.",
  },
  "unsuitable-key": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ title, type }) => `the key ${title} is ${type}, which cannot tell instances apart`,
    help: () => "A key is a boolean, an integer, a string, a char16, a datetime or a reference.",
  },
  "void-property": {
    severity: "error",
    adjustable: true,
    message: ({ title }) => `${title} is void, and only a method can be that`,
    help: () => "Give it a type that has values, or write parentheses behind it: void Name();",
  },
  "parameter-without-direction": {
    severity: "warning",
    adjustable: true,
    message: ({ className, method, name }) =>
      `the parameter ${name} of ${className}.${method} goes neither in nor out`,
    help: () => "Write In or Out at it.",
  },
};
