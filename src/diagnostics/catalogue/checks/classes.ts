/** What the checks can say about classes and what they extend. */
import type { Catalogue, Member, Named } from "../../sentence.ts";
import { listed } from "./phrases.ts";

export interface ClassCheckSentences {
  readonly "ambiguous-class": {
    readonly title: string;
    readonly className: string;
    readonly namespace: string;
    /** The namespaces that declare it, the one that was taken first. */
    readonly homes: readonly string[];
  };
  readonly "terminal-superclass": Named & { readonly superclass: string };
  readonly "superclass-of-another-kind": Named & {
    readonly superclass: string;
    readonly kind: "association" | "indication";
  };
  readonly "too-few-references": Named & { readonly count: number };
  readonly "subclass-adds-reference": Member & { readonly superclass: string };
  readonly "reference-outside-association": Member;
  readonly "key-in-subclass": Member & {
    readonly superclass: string;
    readonly keys: readonly string[];
  };
  readonly "class-name-without-schema": Named;
}

export const classCheckSentences: Catalogue<ClassCheckSentences> = {
  "ambiguous-class": {
    severity: "warning",
    adjustable: true,
    absence: true,
    message: ({ title, className, namespace, homes }) =>
      `${title} names ${className}, which ${namespace} does not declare, but ${several(homes)} do`,
    help: ({ namespace, homes }) =>
      `That of ${homes[0] ?? ""} was taken, the first by name. Add the file that declares it in ${namespace}, or leave out the others.`,
  },
  "terminal-superclass": {
    severity: "error",
    adjustable: true,
    message: ({ name, superclass }) =>
      `${name} extends ${superclass}, which is Terminal and has no subclasses`,
    help: () => "Extend another class, or remove Terminal from the superclass.",
  },
  "superclass-of-another-kind": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ name, superclass, kind }) =>
      `${name} is an ${kind}, but it extends ${superclass}, which is none`,
    help: ({ kind }) => `An ${kind} has no superclass, or one that is an ${kind} too.`,
  },
  "too-few-references": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    absence: true,
    message: ({ name, count }) =>
      `the association ${name} has ${count === 0 ? "no reference" : "one reference only"}`,
    help: () => "An association has two references or more: ClassName REF PropertyName;",
  },
  "subclass-adds-reference": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ className, name, superclass }) =>
      `${className} adds the reference ${name} to those of the association ${superclass}`,
    help: () =>
      "A subclass has the references of its superclass. Override one of them, or extend another class.",
  },
  "reference-outside-association": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ className, name }) =>
      `${className} has the reference ${name}, but is no association`,
    help: () => "Write the qualifier Association at the class, or make the property a string.",
  },
  "key-in-subclass": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ className, name, superclass, keys }) =>
      `${className} makes ${name} a key, but ${superclass} has the key${keys.length === 1 ? "" : "s"} ${listed(keys, "and")} already`,
    help: () => "The keys of a class are those of its superclass, where that has keys.",
  },
  "class-name-without-schema": {
    severity: "info",
    adjustable: true,
    message: ({ name }) => `the name ${name} does not begin with that of a schema`,
    help: ({ name }) => `Class names are made of the schema's name and their own: ACME_${name}`,
  },
};

function several(namespaces: readonly string[]): string {
  const some = namespaces.length > 3 ? [...namespaces.slice(0, 3), "others"] : namespaces;
  return listed(some, "and");
}
