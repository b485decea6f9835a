/** What `codegen explain` says about a code beside its sentence. */
export interface Page {
  /** Why it is said: what goes wrong otherwise. Whole sentences. */
  readonly why: string;
  /** MOF that gives this code; absent where no MOF text alone can. */
  readonly wrong?: string;
  /** The same, put right: it does not give this code. */
  readonly right?: string;
  /** The dialect in which the examples are read; found out from the text unless stated. */
  readonly dialect?: "dmtf" | "wmi" | "mof3";
  /** Whether `wrong` gives the code only with `--strict`. */
  readonly strict?: true;
}

/** Pages for codes of one area; the tests find the code that has none. */
export type Pages<S> = { readonly [C in keyof S]?: Page };
