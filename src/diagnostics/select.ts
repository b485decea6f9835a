import type { Diagnostic } from "./diagnostic.ts";
import type { Severity } from "./sentence.ts";

/** What of a report is written out, in the order of files and places. */
export interface Selection {
  readonly shown: readonly Diagnostic[];
  /** Left out because of the limit. */
  readonly hidden: readonly Diagnostic[];
}

/** The worst first. */
export const severities: readonly Severity[] = ["error", "warning", "info"];

/**
 * Chooses what is written out, errors before warnings, and puts it into order: the same
 * diagnostics give the same report in whatever order they come.
 */
export function select(diagnostics: readonly Diagnostic[], limit: number): Selection {
  const sorted = [...diagnostics].sort(byPlace);
  if (sorted.length <= limit) return { shown: sorted, hidden: [] };
  // An error is never hidden behind warnings.
  const ranked = severities.flatMap((severity) =>
    sorted.filter((diagnostic) => diagnostic.severity === severity),
  );
  return { shown: ranked.slice(0, limit).sort(byPlace), hidden: ranked.slice(limit) };
}

/** How many diagnostics of a severity there are. */
export function countOf(diagnostics: readonly Diagnostic[], severity: Severity): number {
  return diagnostics.reduce((sum, each) => sum + (each.severity === severity ? 1 : 0), 0);
}

/** `2 errors, 1 warning` */
export function countText(diagnostics: readonly Diagnostic[]): string {
  const counts = severities.map((severity) => {
    const count = countOf(diagnostics, severity);
    return count === 0 ? "" : `${count} ${severityLabels[severity]}${count === 1 ? "" : "s"}`;
  });
  return counts.filter(Boolean).join(", ");
}

/** What people call a severity. */
export const severityLabels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "note",
};

function byPlace(left: Diagnostic, right: Diagnostic): number {
  return (
    compare(left.location?.source.name ?? "", right.location?.source.name ?? "") ||
    compare(left.location?.span.start ?? -1, right.location?.span.start ?? -1) ||
    compare(left.code, right.code) ||
    compare(left.message, right.message) ||
    compare(left.location?.span.end ?? -1, right.location?.span.end ?? -1)
  );
}

function compare<T extends string | number>(left: T, right: T): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
