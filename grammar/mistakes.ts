import type { Span } from "../src/source/index.ts";

/** What can be wrong with the form of a MOF text, as data; `src/parse` puts it into words. */
export type Mistake =
  | { readonly kind: "unexpected-character"; readonly character: string; readonly span: Span }
  | { readonly kind: "unterminated-string"; readonly span: Span }
  | { readonly kind: "unterminated-comment"; readonly span: Span }
  | {
      readonly kind: "unexpected-token";
      /** The token as written, or `the end of the file`. */
      readonly found: string;
      /** What could have stood there, in words. */
      readonly expected: string;
      readonly span: Span;
    }
  | { readonly kind: "invalid-escape"; readonly escape: string; readonly span: Span }
  | { readonly kind: "unknown-escape"; readonly escape: string; readonly span: Span }
  | { readonly kind: "string-with-line-break"; readonly span: Span };
