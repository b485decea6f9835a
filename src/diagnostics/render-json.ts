import type { Code } from "./catalogue/index.ts";
import type { Diagnostic, Related } from "./diagnostic.ts";
import { jsonText } from "./json-text.ts";
import { placeOf, type Place } from "./place.ts";
import { countOf, select } from "./select.ts";
import type { Severity } from "./sentence.ts";

/** What `--format json` writes: one document. `version` grows when a reader would have to change. */
export interface JsonReport {
  readonly version: 1;
  /** By file, place and code. */
  readonly diagnostics: readonly JsonDiagnostic[];
  /** Of all diagnostics, those left out included. */
  readonly counts: { readonly errors: number; readonly warnings: number; readonly notes: number };
  /** How many diagnostics were left out because of the limit; absent when none. */
  readonly truncated?: number;
}

/** One diagnostic; without a place when it is about no text, such as a missing file. */
export interface JsonDiagnostic extends Partial<Place> {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly related: readonly JsonRelated[];
}

/** Another place that explains a diagnostic. */
export interface JsonRelated extends Place {
  readonly message: string;
}

/** How much of a report is written. */
export interface JsonOptions {
  /** How many diagnostics are written, errors before warnings; all unless stated. */
  readonly limit?: number;
}

/**
 * Writes diagnostics as one JSON document.
 *
 * @returns text that ends with a line end, also when there is nothing to say
 */
export function renderJson(diagnostics: readonly Diagnostic[], options: JsonOptions = {}): string {
  const { shown, hidden } = select(diagnostics, options.limit ?? Infinity);
  const report: JsonReport = {
    version: 1,
    diagnostics: shown.map(jsonDiagnostic),
    counts: {
      errors: countOf(diagnostics, "error"),
      warnings: countOf(diagnostics, "warning"),
      notes: countOf(diagnostics, "info"),
    },
    ...(hidden.length > 0 && { truncated: hidden.length }),
  };
  return jsonText(report);
}

function jsonDiagnostic(diagnostic: Diagnostic): JsonDiagnostic {
  const { code, severity, message, help, location, related } = diagnostic;
  return {
    code,
    severity,
    message,
    ...(help !== undefined && { help }),
    ...(location && placeOf(location)),
    related: related.map(jsonRelated),
  };
}

function jsonRelated({ message, location }: Related): JsonRelated {
  return { message, ...placeOf(location) };
}
