/** What can be said about overlays, the files in which people state what sources leave out. */
import type { Catalogue, InFile, Member, Named, Nothing } from "../sentence.ts";
import { didYouMean, excerpt, listed } from "./checks/phrases.ts";

export interface OverlaySentences {
  readonly "overlay-damaged": InFile & { readonly reason: string };
  readonly "overlay-unknown-member": Written & {
    readonly within: string;
    readonly known: readonly string[];
    readonly meant?: string;
  };
  readonly "overlay-wrong-type": WrongValue & { readonly expected: string };
  readonly "overlay-text-for-boolean": Required<WrongValue>;
  readonly "overlay-bad-name": Written & { readonly what: string };
  readonly "overlay-duplicate": Written & { readonly what: string };
  readonly "overlay-merge-key": Nothing;
  readonly "overlay-unknown-class": Named & {
    readonly namespace: string | undefined;
    /** The namespaces that have one of that name. */
    readonly homes: readonly string[];
    readonly meant: string | undefined;
  };
  readonly "overlay-ambiguous-class": Named & { readonly homes: readonly string[] };
  readonly "overlay-unknown-property": Missing;
  readonly "overlay-unknown-method": Missing;
  readonly "overlay-unknown-parameter": Member & {
    readonly method: string;
    readonly meant: string | undefined;
  };
  readonly "overlay-key-inherited": Member & { readonly origin: string };
  readonly "overlay-without-effect": { readonly title: string; readonly reason: string };
  readonly "overlay-value-misfit": {
    readonly title: string;
    readonly type: string;
    readonly value: string;
    readonly kind: "values" | "bits";
  };
}

/** As it is written in the file, short and in quotes. */
interface Written {
  readonly written: string;
}

/** What stands somewhere, and what should. */
interface WrongValue extends Written {
  /** The way to it from the top, such as `classes.Demo_Door.methods.Open.static`. */
  readonly place: string;
  /** What was probably meant, as it has to be written. */
  readonly meant?: string;
}

/** Of what is not declared where it was looked for. */
interface Missing extends Member {
  /** The superclass that declares it, if one does. */
  readonly origin: string | undefined;
  readonly meant: string | undefined;
}

export const overlaySentences: Catalogue<OverlaySentences> = {
  "overlay-damaged": {
    severity: "error",
    message: ({ path, reason }) => `${path} is no overlay: ${reason}`,
    help: () => "schemas/overlay.schema.json in the package says what may stand in one.",
  },
  "overlay-unknown-member": {
    severity: "error",
    message: ({ written, within }) => `${within} has no member ${written}`,
    help: ({ known, meant }) =>
      meant === undefined ? `Its members are ${known.join(", ")}.` : `Did you mean ${meant}?`,
  },
  "overlay-wrong-type": {
    severity: "error",
    message: ({ place, expected, written }) => `${place} is ${expected}, not ${written}`,
    help: ({ meant }) => (meant === undefined ? undefined : `Write ${meant}.`),
  },
  "overlay-text-for-boolean": {
    severity: "error",
    message: ({ place, written }) => `${place} is true or false, and ${written} is a text`,
    help: ({ meant }) =>
      `Write ${meant}, without quotes. Yes, no, on and off are texts since YAML 1.2.`,
  },
  "overlay-bad-name": {
    severity: "error",
    message: ({ written, what }) => `${written} is not the name of a ${what}`,
    help: () => "Names consist of letters, digits and underscores, and begin with no digit.",
  },
  "overlay-duplicate": {
    severity: "error",
    message: ({ what, written }) => `the ${what} ${written} stands here twice`,
    help: () => "Make one of them. Case makes no difference in names, and the value 0x1F is 31.",
  },
  "overlay-merge-key": {
    severity: "error",
    message: () => "merge keys are not read",
    help: () =>
      "They ended with YAML 1.1. An alias can stand for a whole value, as in values: *states.",
  },
  "overlay-unknown-class": {
    severity: "error",
    absence: true,
    message: ({ name, namespace }) =>
      `no source declares ${name}${namespace === undefined ? "" : ` in ${namespace}`}`,
    help: ({ homes, meant }) =>
      homes.length > 0 ? `It is declared in ${listed(homes, "and")}.` : didYouMean(meant),
  },
  "overlay-ambiguous-class": {
    severity: "error",
    message: ({ name, homes }) => `${name} is declared in ${listed(homes, "and")}`,
    help: () => "State the namespace of the one that is meant.",
  },
  "overlay-unknown-property": {
    severity: "error",
    absence: true,
    message: ({ className, name }) => `${className} declares no property ${name}`,
    help: ({ name, origin, meant }) => declaredBy(name, origin) ?? didYouMean(meant),
  },
  "overlay-unknown-method": {
    severity: "error",
    absence: true,
    message: ({ className, name }) => `${className} declares no method ${name}`,
    help: ({ name, origin, meant }) => declaredBy(name, origin) ?? didYouMean(meant),
  },
  "overlay-unknown-parameter": {
    severity: "error",
    message: ({ className, method, name }) => `${className}.${method} has no parameter ${name}`,
    help: ({ meant }) => didYouMean(meant),
  },
  "overlay-key-inherited": {
    severity: "error",
    message: ({ className, name, origin }) =>
      `${className} inherits ${name} from ${origin}, and only what a class declares becomes a key of it`,
    help: ({ name, origin }) =>
      `Make ${name} a key of ${origin}, which all its subclasses then have.`,
  },
  "overlay-without-effect": {
    severity: "error",
    message: ({ title, reason }) => `this changes nothing of ${title}: ${excerpt(reason)}`,
    help: () => "Leave it out.",
  },
  "overlay-value-misfit": {
    severity: "error",
    message: ({ title, type, value, kind }) =>
      kind === "bits"
        ? `${title} is ${type}, which has no bit "${excerpt(value)}"`
        : `${title} is ${type}, which never has the value "${excerpt(value)}"`,
    help: ({ kind }) =>
      kind === "bits"
        ? "It has a BitMap, so that its values are positions of bits, from 0."
        : "Values are named of integers and strings, as ValueMap has them.",
  },
};

function declaredBy(name: string, origin: string | undefined): string | undefined {
  return origin === undefined ? undefined : `${name} is declared by ${origin}: state it there.`;
}
