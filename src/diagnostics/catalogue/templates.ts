/** What can be said about templates that a user has written. */
import type { Catalogue, InFile } from "../sentence.ts";

export interface TemplateSentences {
  readonly "no-templates": InFile;
  readonly "template-arguments": { readonly helper: string; readonly takes: string };
  readonly "template-endless": { readonly chain: readonly string[]; readonly first: string };
  readonly "template-failed": InFile & { readonly reason: string; readonly first: string };
  readonly "template-missing-field": MissingField;
  readonly "template-occupied": InFile;
  readonly "template-syntax": InFile & { readonly reason: string };
  readonly "template-unknown-helper": Unknown;
  readonly "template-unknown-partial": Unknown;
  readonly "template-unused": InFile & { readonly meant?: string | undefined };
  readonly "template-value": InFile & {
    /** What was to be done with it, such as `eq takes a text`. */
    readonly wanted: string;
    /** What it is, with an article. */
    readonly found: string;
    readonly first: string;
  };
  readonly "template-version": InFile & { readonly written: string; readonly current: number };
}

/** A name that nobody has given to anything, and those that could be meant. */
interface Unknown {
  readonly name: string;
  readonly known: readonly string[];
  readonly meant?: string | undefined;
}

interface MissingField extends InFile {
  readonly field: string;
  /** What stands in place of something with fields, with an article; absent when that has others. */
  readonly found?: string | undefined;
  readonly fields: readonly string[];
  readonly meant?: string | undefined;
  /** The class or namespace whose file was being made. */
  readonly first: string;
}

export const templateSentences: Catalogue<TemplateSentences> = {
  "no-templates": {
    severity: "error",
    message: ({ path }) => `the folder ${path} holds no template, that is, no .hbs file`,
    help: ({ path }) =>
      `codegen templates --eject ${path} writes those there that are used otherwise.`,
  },
  "template-arguments": {
    severity: "error",
    message: ({ helper, takes }) => `${helper} ${takes}`,
  },
  "template-endless": {
    severity: "error",
    message: ({ chain, first }) =>
      `templates include each other without end: ${chain.join(" → ")}; found first for ${first}`,
    help: () => "Put the partial into a block that is left out at some point, such as each.",
  },
  "template-failed": {
    severity: "error",
    message: ({ path, reason, first }) =>
      `${path} cannot be carried out: ${reason}; found first for ${first}`,
  },
  "template-missing-field": {
    severity: "error",
    message: ({ path, field, found, first }) =>
      `${path} asks for the field ${field}` +
      (found === undefined ? ", which is not there" : ` of ${found}, which has no fields`) +
      `; found first for ${first}`,
    help: ({ fields, meant }) =>
      fields.length === 0 ? undefined : `${question(meant)}There are: ${fields.join(", ")}.`,
  },
  "template-occupied": {
    severity: "error",
    message: ({ path }) => `${path} is there already, so no template was written`,
    help: () => "Name another folder, or say --force to overwrite it.",
  },
  "template-syntax": {
    severity: "error",
    message: ({ path, reason }) => `${path} cannot be understood: ${reason}`,
  },
  "template-unknown-helper": {
    severity: "error",
    message: ({ name }) => `there is no helper ${name}`,
    help: ({ known, meant }) => `${question(meant)}There are: ${known.join(", ")}.`,
  },
  "template-unknown-partial": {
    severity: "error",
    message: ({ name }) => `there is no template ${name}.hbs to include as ${name}`,
    help: ({ known, meant }) => `${question(meant)}There are: ${known.join(", ")}.`,
  },
  "template-unused": {
    severity: "warning",
    adjustable: true,
    message: ({ path }) => `${path} is not used: it replaces no template, and none includes it`,
    help: ({ meant }) => (meant === undefined ? undefined : `Did you mean ${meant}?`),
  },
  "template-value": {
    severity: "error",
    message: ({ path, wanted, found, first }) =>
      `${path}: ${wanted}, and this is ${found}; found first for ${first}`,
  },
  "template-version": {
    severity: "error",
    message: ({ path, written, current }) =>
      `${path} was written for version ${written} of the view, and this is version ${current}`,
    help: () =>
      "Write the templates out again with codegen templates --eject, into another folder, and carry your changes over.",
  },
};

function question(meant: string | undefined): string {
  return meant === undefined ? "" : `Did you mean ${meant}? `;
}
