/** What can be said about the form of a MOF text. */
import type { Catalogue, Nothing } from "../sentence.ts";

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
  | "assignment-with-equals";

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
  readonly "stray-mark": { readonly mark: string };
  readonly "superfluous-comma": { readonly before: string };
  readonly "empty-qualifier-list": Nothing;
  readonly "misspelt-keyword": { readonly found: string; readonly meant: string };
  readonly "unknown-directive": { readonly directive: string; readonly meant?: string };
  readonly "preprocessor-directive": { readonly directive: string };
  readonly "wrong-quotes": { readonly quote: string };
  readonly "nested-too-deeply": { readonly limit: number };
  readonly "line-continuation": Nothing;
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
  },
  "superfluous-comma": {
    severity: "error",
    message: ({ before }) => `nothing stands between this "," and the "${before}"`,
    help: () => "Remove the comma, or write what was to follow it.",
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
    message: ({ limit }) => `values stand within values more than ${limit} levels deep`,
  },
  "line-continuation": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: () => "the backslash at the end of the line has no meaning in MOF",
    help: () => "Remove it: a line end separates words as a blank does.",
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
  "assignment-with-equals": 'A value stands behind "=": Name = 1;',
};
