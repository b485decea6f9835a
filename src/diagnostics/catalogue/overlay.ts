/** What can be said about overlays, the files in which people state what sources leave out. */
import type { Catalogue, InFile, Member, Named } from "../sentence.ts";
import { didYouMean, excerpt, listed } from "./checks/phrases.ts";

/** Of what is not declared where it was looked for. */
interface Missing extends Member {
  /** The superclass that declares it, if one does. */
  readonly origin: string | undefined;
  readonly meant: string | undefined;
}

export interface OverlaySentences {
  readonly "overlay-damaged": InFile & { readonly reason: string };
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
  readonly "overlay-value-misfit": {
    readonly title: string;
    readonly type: string;
    readonly value: string;
    readonly kind: "values" | "bits";
  };
}

export const overlaySentences: Catalogue<OverlaySentences> = {
  "overlay-damaged": {
    severity: "error",
    message: ({ path, reason }) => `${path} is no overlay: ${reason}`,
    help: () => "schemas/overlay.schema.json in the package says what may stand in one.",
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
