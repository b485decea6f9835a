/** What a sentence of the catalogue is made of. */
export type Severity = "error" | "warning" | "info";

/** One sentence: how bad it is, what is wrong, and what to do. */
export interface Sentence<P> {
  readonly severity: Severity;
  /** How bad it is with `--strict`; the same unless stated. */
  readonly strict?: Severity;
  /**
   * Whether a person may give it another severity, or silence it: what was read does not
   * depend on it. Mistakes after which a text is understood only in part are never silenced.
   */
  readonly adjustable?: true;
  /**
   * Said because nothing that was read declares something. What could not be read may, so
   * then it is not said.
   */
  readonly absence?: true;
  readonly message: (parameters: P) => string;
  readonly help?: (parameters: P) => string | undefined;
}

/** A sentence for each code of a list. */
export type Catalogue<S> = { readonly [C in keyof S]: Sentence<S[C]> };

// What many sentences have to be told.
export interface InFile {
  readonly path: string;
}
export interface Named {
  readonly name: string;
}
export interface Member {
  readonly className: string;
  readonly name: string;
}
export type Nothing = Record<never, never>;
