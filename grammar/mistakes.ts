import type { Dialect } from "../src/ast/index.ts";
import type { Span } from "../src/source/index.ts";
import type { Construct } from "./construct.ts";

/** What can be wrong with the form of a MOF text, as data; `src/parse` puts it into words. */
export type Mistake = Span & Fault;

type Fault =
  | { readonly kind: "unexpected-character"; readonly character: string }
  | { readonly kind: "unterminated-string" }
  | { readonly kind: "unterminated-comment" }
  | {
      readonly kind: "unexpected-token";
      /** The token as written, or `the end of the file`. */
      readonly found: string;
      /** What could have stood there, in words. */
      readonly expected: string;
      readonly hint?: Hint;
    }
  /** `mark` was forgotten behind `after`, and what follows shows that it was. */
  | { readonly kind: "missing-mark"; readonly mark: string; readonly after: string }
  /** The `{` at `opened` has no `}`. */
  | { readonly kind: "not-closed"; readonly what: string; readonly opened: Span }
  /** `inside` is given when what follows goes on as if the mark were not there. */
  | { readonly kind: "stray-mark"; readonly mark: string; readonly inside?: string }
  /** Nothing stands between it and the mark `after` which it comes, or `before` which. */
  | { readonly kind: "superfluous-comma"; readonly after?: string; readonly before?: string }
  | { readonly kind: "empty-qualifier-list" }
  | { readonly kind: "misspelt-keyword"; readonly found: string; readonly meant: string }
  /** `meant` is absent when the directive resembles none that MOF has. */
  | { readonly kind: "unknown-directive"; readonly directive: string; readonly meant?: string }
  | { readonly kind: "preprocessor-directive"; readonly directive: string }
  | { readonly kind: "wrong-quotes"; readonly quote: string }
  | {
      readonly kind: "nested-too-deeply";
      readonly what: "values" | "declarations";
      readonly limit: number;
    }
  /** Reading stopped here. */
  | { readonly kind: "too-many-mistakes"; readonly limit: number }
  /** Nothing is wrong with it in MOF 3. */
  | { readonly kind: "assigned-qualifier"; readonly name: string }
  | { readonly kind: "clause-without-comma"; readonly clause: string }
  | { readonly kind: "method-in-structure"; readonly name: string; readonly structure: string }
  | {
      readonly kind: "not-in-dialect";
      readonly construct: Construct;
      /** The dialects that have it. */
      readonly owners: readonly Dialect[];
      readonly dialect: Dialect;
    }
  | { readonly kind: "line-continuation" }
  /** The first of a file. */
  | { readonly kind: "no-break-space" }
  | { readonly kind: "unfinished-real"; readonly number: string; readonly meant: string }
  | { readonly kind: "array-size"; readonly size: string }
  | { readonly kind: "not-octal"; readonly number: string; readonly value: bigint }
  | { readonly kind: "invalid-escape"; readonly escape: string }
  | { readonly kind: "unknown-escape"; readonly escape: string }
  | { readonly kind: "string-with-line-break" };

/** A habit of another language that explains a mistake. */
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
