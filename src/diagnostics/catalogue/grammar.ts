/** What can be said about the form of a MOF text. */
import type { Catalogue, Nothing } from "../sentence.ts";
import { excerpt } from "./checks/phrases.ts";

/** Habits of other languages that explain what does not fit. */
export type Hint =
  | "array-behind-name"
  | "superclass-after-colon"
  | "several-values"
  | "type-and-name"
  | "alias-with-dollar"
  | "nested-type"
  | "name-without-blank"
  | "array-before"
  | "pragma-without-semicolon"
  | "assignment-with-equals"
  | "pragma-with-hash";

/** What not every dialect has. */
export type Construct =
  | "association-declaration"
  | "enumeration"
  | "enumeration-value"
  | "mof3-type"
  | "policy"
  | "qualified-qualifier"
  | "returned-array"
  | "structure"
  | "value-of"
  | "empty-assignment"
  | "hash-include"
  | "microsoft-flavor"
  | "microsoft-pragma"
  | "object-type"
  | "pragma-parameters"
  | "short-qualifier-declaration"
  | "array-of-references"
  | "embedded-type"
  | "empty-array"
  | "instance-as-value"
  | "parameter-default"
  | "void-method"
  | "class-alias"
  | "fixed-array"
  | "flavors";

type DialectName = "dmtf" | "wmi" | "mof3";

export interface GrammarSentences {
  readonly "unexpected-character": { readonly character: string };
  readonly "unterminated-string": Nothing;
  readonly "unterminated-comment": Nothing;
  readonly "unexpected-token": {
    readonly found: string;
    readonly expected: string;
    readonly hint?: Hint;
  };
  readonly "missing-mark": { readonly mark: string; readonly after: string };
  readonly "not-closed": { readonly what: string };
  readonly "stray-mark": { readonly mark: string; readonly inside?: string };
  readonly "superfluous-comma": { readonly after?: string; readonly before?: string };
  readonly "empty-qualifier-list": Nothing;
  readonly "misspelt-keyword": { readonly found: string; readonly meant: string };
  readonly "unknown-directive": { readonly directive: string; readonly meant?: string };
  readonly "preprocessor-directive": { readonly directive: string };
  readonly "wrong-quotes": { readonly quote: string };
  readonly "nested-too-deeply": { readonly what: string; readonly limit: number };
  readonly "too-many-mistakes": { readonly limit: number };
  readonly "assigned-qualifier": { readonly name: string };
  readonly "clause-without-comma": { readonly clause: string };
  readonly "method-in-structure": { readonly name: string; readonly structure: string };
  readonly "not-in-dialect": {
    readonly construct: Construct;
    readonly owners: readonly DialectName[];
    readonly dialect: DialectName;
  };
  readonly "line-continuation": Nothing;
  readonly "no-break-space": Nothing;
  readonly "unfinished-real": { readonly number: string; readonly meant: string };
  readonly "array-size": { readonly size: string };
  readonly "not-octal": { readonly number: string; readonly value: bigint };
  readonly "invalid-escape": { readonly escape: string };
  readonly "unknown-escape": { readonly escape: string };
  readonly "string-with-line-break": Nothing;
}

export const grammarSentences: Catalogue<GrammarSentences> = {
  "unexpected-character": {
    severity: "error",
    message: ({ character }) => `the character ${character} has no place in MOF`,
  },
  "unterminated-string": {
    severity: "error",
    message: () => "the string that begins here is never closed",
    help: () => 'Close it with ". A quote inside a string is written \\".',
  },
  "unterminated-comment": {
    severity: "error",
    message: () => "the comment that begins here is never closed",
    help: () => "Close it with */.",
  },
  "unexpected-token": {
    severity: "error",
    message: ({ found, expected }) => `expected ${expected}, found ${found}`,
    help: ({ hint }) => (hint ? hints[hint] : undefined),
  },
  "missing-mark": {
    severity: "error",
    message: ({ mark, after }) => `${mark} is missing after ${after}`,
  },
  "not-closed": {
    severity: "error",
    message: ({ what }) => `${what} is never closed`,
    help: () => "Close it with };",
  },
  "stray-mark": {
    severity: "error",
    message: ({ mark }) => `this "${mark}" closes nothing`,
    help: ({ inside }) => inside && `What follows it still belongs to ${inside}.`,
  },
  "superfluous-comma": {
    severity: "error",
    message: ({ after, before = "" }) =>
      after === undefined
        ? `nothing stands between this "," and the "${before}"`
        : `nothing stands between the "${after}" and this ","`,
    help: ({ after }) =>
      `Remove the comma, or write what was to ${after === undefined ? "follow" : "come before"} it.`,
  },
  "empty-qualifier-list": {
    severity: "error",
    message: () => "the qualifier list is empty",
    help: () => "Remove the brackets, or write a qualifier between them.",
  },
  "misspelt-keyword": {
    severity: "error",
    message: ({ found }) => `"${found}" begins no declaration`,
    help: ({ meant }) => `Did you mean "${meant}"?`,
  },
  "unknown-directive": {
    severity: "error",
    message: ({ directive }) => `MOF has no directive ${directive}`,
    help: ({ meant }) =>
      meant === undefined ? "The directives are #pragma and #include." : `Did you mean #${meant}?`,
  },
  "preprocessor-directive": {
    severity: "error",
    message: ({ directive }) => `the file is written for the C preprocessor: it uses ${directive}`,
    help: () =>
      "Run the preprocessor first and read what it writes, as with cl /EP in.mof > out.mof or cpp -P in.mof out.mof.",
  },
  "wrong-quotes": {
    severity: "error",
    message: ({ quote }) => `a string of MOF is written in ", not in ${quote}`,
    help: () => 'Write it in straight double quotes: "text"',
  },
  "nested-too-deeply": {
    severity: "error",
    message: ({ what, limit }) => `${what} stand within ${what} more than ${limit} levels deep`,
  },
  "too-many-mistakes": {
    severity: "error",
    message: ({ limit }) => `reading stopped here, after ${limit} mistakes in this file`,
    help: () =>
      "Correct the first ones: the rest may follow from them, or the file may not be MOF.",
  },
  "assigned-qualifier": {
    severity: "error",
    message: ({ name }) => `the value of the qualifier ${name} stands in parentheses`,
    help: ({ name }) => `Write ${name}(value), or ${name} {value, value} when it is an array.`,
  },
  "clause-without-comma": {
    severity: "error",
    message: ({ clause }) => `"," is missing before "${clause}"`,
  },
  "method-in-structure": {
    severity: "error",
    message: ({ name, structure }) => `the structure ${structure} has a method ${name}`,
    help: () => "Only classes and associations have methods.",
  },
  "not-in-dialect": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ construct, owners, dialect }) =>
      `${constructs[construct]} belongs to ${owners.map((owner) => OF[owner]).join(" and ")}, not to ${OF[dialect]}`,
    help: () => "It was read all the same. Let the dialect be found out with --dialect auto.",
  },
  "line-continuation": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: () => "the backslash at the end of the line has no meaning in MOF",
    help: () => "Remove it: a line end separates words as a blank does.",
  },
  "no-break-space": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: () => "blanks in this file are no-break spaces (U+00A0), which look like blanks",
    help: () => "Replace them by blanks: other compilers refuse them.",
  },
  "unfinished-real": {
    severity: "error",
    message: ({ number }) => `${number} is no real number of MOF`,
    help: ({ meant }) => `A point and a digit behind it are needed: ${meant}`,
  },
  "array-size": {
    severity: "error",
    message: ({ size }) => `an array cannot have the size ${excerpt(size)}`,
    help: () => "Write how many elements it has, at least 1, or [] when there may be any number.",
  },
  "not-octal": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ number, value }) =>
      `${number} begins as an octal number does but is none, so it was read as ${value}`,
    help: () => "Leave out the zeros that it begins with.",
  },
  "invalid-escape": {
    severity: "error",
    message: ({ escape }) => `${escape} is no escape that MOF knows`,
    help: () =>
      "MOF knows \\b \\t \\n \\f \\r \\\" \\' \\\\ and \\x with one to four hexadecimal digits.",
  },
  "unknown-escape": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ escape }) => `${escape} is no escape that MOF knows, so it was kept as it stands`,
    help: () => "Write a backslash as \\\\.",
  },
  "string-with-line-break": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: () => "this string goes over a line end",
    help: () =>
      "Close it at the line end and open it again on the next line: adjacent strings are joined.",
  },
};

const OF: Readonly<Record<DialectName, string>> = {
  dmtf: "the DMTF's MOF 2",
  wmi: "Microsoft's MOF",
  mof3: "MOF 3",
};

/** What is said of a construct that a dialect does not have. */
const constructs: Readonly<Record<Construct, string>> = {
  "association-declaration": "the declaration of an association by that word",
  enumeration: "an enumeration",
  "enumeration-value": "a value of an enumeration",
  "mof3-type": "this type",
  policy: "the policy of a qualifier",
  "qualified-qualifier": "a qualifier on the declaration of a qualifier",
  "returned-array": "an array as the result of a method",
  structure: "a structure",
  "value-of": '"value of"',
  "empty-assignment": "an assignment without a value",
  "hash-include": "#include",
  "microsoft-flavor": "this flavor",
  "microsoft-pragma": "this pragma",
  "object-type": 'the type "object"',
  "pragma-parameters": "a pragma with several parameters or none",
  "short-qualifier-declaration": "the declaration of a qualifier by its flavors alone",
  "array-of-references": "an array of references as a property",
  "embedded-type": 'a class as a type without "ref"',
  "empty-array": "an empty array",
  "instance-as-value": "an instance as a value",
  "parameter-default": "the default value of a parameter",
  "void-method": 'the type "void"',
  "class-alias": "the alias of a class",
  "fixed-array": "an array of a fixed size",
  flavors: "the flavor of a qualifier",
};

/** Habits of other languages: what to do when one of them explains what does not fit. */
const hints: Readonly<Record<Hint, string>> = {
  "array-behind-name": "The brackets of an array stand behind the name: string Names[];",
  "superclass-after-colon": "The superclass stands behind a colon: class Name : Superclass",
  "several-values": "Several values stand in braces: Values {1, 2}",
  "type-and-name": "A type and a name are needed: uint32 Name",
  "alias-with-dollar": "An alias begins with a dollar sign: as $Name",
  "nested-type":
    "A class is declared on its own, outside of any other; its name is then used as a type.",
  "name-without-blank": "A name holds no blank.",
  "array-before": 'The array that goes on here may lack its "}".',
  "pragma-without-semicolon": 'No ";" stands behind a #pragma.',
  "pragma-with-hash": 'A pragma begins with "#": #pragma',
  "assignment-with-equals": 'A value stands behind "=": Name = 1;',
};
