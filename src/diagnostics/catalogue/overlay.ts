/** What can be said about overlays, the files in which people state what sources leave out. */
import type { Catalogue, InFile, Nothing } from "../sentence.ts";

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
};
