import type { Location } from "../source/index.ts";
import { catalogue, type Code, type Sentences } from "./catalogue/index.ts";
import type { Sentence, Severity } from "./sentence.ts";

/** Something to tell a person about an input, as data; `render` turns it into text. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** What is wrong, one sentence without a full stop. */
  readonly message: string;
  /** What to do about it. */
  readonly help?: string;
  readonly location?: Location;
  readonly related: readonly Related[];
}

/** Another place that explains a {@link Diagnostic}, such as the first of two declarations. */
export interface Related {
  readonly message: string;
  readonly location: Location;
}

/** What a stage found, however partial, and what it has to say about it. A stage never throws for bad input. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the diagnostic of a code.
 *
 * @param parameters - what the catalogue's sentence for this code asks for
 */
export function diagnose<C extends Code>(
  code: C,
  parameters: Sentences[C],
  location?: Location,
  related: readonly Related[] = [],
): Diagnostic {
  const sentence: Sentence<Sentences[C]> = catalogue[code];
  const help = sentence.help?.(parameters);
  return {
    code,
    severity: sentence.severity,
    message: sentence.message(parameters),
    ...(help === undefined ? {} : { help }),
    ...(location === undefined ? {} : { location }),
    related,
  };
}

/** Whether a run that reported these has failed. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
