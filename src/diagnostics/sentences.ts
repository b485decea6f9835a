/** What the sentences of the catalogue have to be told. */
export type Severity = "error" | "warning" | "info";

interface InFile {
  readonly path: string;
}
interface Named {
  readonly name: string;
}
interface Member {
  readonly className: string;
  readonly name: string;
}
type Nothing = Record<never, never>;

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

/** The codes, stable across versions, and what each sentence has to be told. */
export interface Sentences {
  readonly "file-not-found": InFile;
  readonly "file-unreadable": InFile & { readonly reason: string };
  readonly "no-mof-files": InFile;
  readonly "not-utf-8": { readonly byteOffset: number };
  readonly "odd-length": { readonly byteOffset: number };
  readonly "include-not-found": InFile & { readonly tried: readonly string[] };
  readonly "include-without-path": Nothing;
  readonly "include-cycle": { readonly chain: readonly string[] };
  readonly "nothing-declared": InFile;
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
  readonly "unknown-superclass": Named & { readonly superclass: string };
  readonly "too-many-superclasses": Named & { readonly limit: number };
  readonly "superclass-cycle": { readonly chain: readonly string[] };
  readonly "duplicate-class": Named & { readonly namespace: string };
  readonly "duplicate-property": Member;
  readonly "repeated-property": Member;
  readonly "duplicate-method": Member;
  readonly "duplicate-parameter": Member & { readonly method: string };
  readonly "parameter-named-return-value": { readonly className: string; readonly method: string };
  readonly "unknown-type": Member & { readonly type: string; readonly meant: string | undefined };
  readonly "unknown-reference-target": Member & { readonly target: string };
  readonly "amendment-without-class": Named & { readonly namespace: string };
  readonly "value-map-mismatch": Member & { readonly values: number; readonly labels: number };
  readonly "unknown-alias": { readonly alias: string };
  readonly "output-is-file": InFile;
  readonly "output-unwritable": InFile & { readonly reason: string };
  readonly "output-occupied": InFile;
  readonly "output-busy": InFile & { readonly lock: string };
  readonly "output-link": InFile;
  readonly "output-kept": InFile;
  readonly "output-half-written": InFile & { readonly reason: string; readonly rescue: string };
  readonly "manifest-damaged": InFile;
  readonly "output-missing": InFile;
  readonly "output-stale": InFile;
  readonly "output-superfluous": InFile;
}

/** The name of a sentence. */
export type Code = keyof Sentences;

/** One sentence: how bad it is, what is wrong, and what to do. */
export interface Sentence<P> {
  readonly severity: Severity;
  readonly message: (parameters: P) => string;
  readonly help?: (parameters: P) => string | undefined;
}
