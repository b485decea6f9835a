import { positionAt, type Source } from "../source/index.ts";
import { catalogue, type Code } from "./catalogue/index.ts";
import { diagnose, type Diagnostic } from "./diagnostic.ts";
import type { Sentence, Severity } from "./sentence.ts";
import { suppressionsIn, type Suppression } from "./suppressions.ts";

/** What a person can set a code to. */
export type Level = Severity | "off";

/** A level for each of some codes. */
export type Severities = Readonly<Partial<Record<Code, Level>>>;

/** How bad a person finds what is reported. */
export interface SeverityOptions {
  /** Take as errors what is forgiven otherwise, because Microsoft's compiler does. */
  readonly strict?: boolean;
  /**
   * The severity of codes, or `off`. A code on which it depends what is read can be raised,
   * but neither lowered nor silenced.
   */
  readonly severities?: Severities;
}

/** Gives every diagnostic the severity that a person wants, and leaves out what is off. */
export function setSeverities(
  diagnostics: readonly Diagnostic[],
  { strict = false, severities = {} }: SeverityOptions,
): readonly Diagnostic[] {
  const set = diagnostics.map((diagnostic) => {
    const { strict: stricter, adjustable }: Sentence<never> = catalogue[diagnostic.code];
    const usual = (strict ? stricter : undefined) ?? diagnostic.severity;
    const wanted = severities[diagnostic.code] ?? usual;
    const level = adjustable || ranks[wanted] > ranks[usual] ? wanted : usual;
    if (level === "off") return undefined;
    return level === diagnostic.severity ? diagnostic : { ...diagnostic, severity: level };
  });
  return set.filter((diagnostic) => diagnostic !== undefined);
}

/** Whether a level would lower or silence what has to be said. */
export function isRefused(code: Code, level: Level): boolean {
  const { adjustable, severity }: Sentence<never> = catalogue[code];
  return !adjustable && ranks[level] < ranks[severity];
}

const ranks: Readonly<Record<Level, number>> = { off: 0, info: 1, warning: 2, error: 3 };

/** What was found in some sources. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Iterable<Source>;
  /** Whether all was looked for: only then is it known that a comment silences nothing. */
  readonly complete: boolean;
}

/** Leaves out what comments in the sources silence, and sets the severity of the rest. */
export function adjust(findings: Findings, options: SeverityOptions): readonly Diagnostic[] {
  const silenced = new Map<Source, Silenced>();
  const about: Diagnostic[] = [];
  for (const source of new Set(findings.sources)) {
    const { suppressions, diagnostics } = suppressionsIn(source);
    for (const diagnostic of diagnostics) about.push(diagnostic);
    if (suppressions.length === 0) continue;
    silenced.set(source, { suppressions, keys: new Set(suppressions.map(keyOf)), used: new Set() });
  }
  const heard = findings.diagnostics.filter((diagnostic) => !isSilenced(diagnostic, silenced));
  if (findings.complete) for (const diagnostic of unused(silenced)) about.push(diagnostic);
  return setSeverities([...heard, ...about], options);
}

/** The suppressions of a source; a file may hold as many as it has lines, so they are looked up. */
interface Silenced {
  readonly suppressions: readonly Suppression[];
  readonly keys: ReadonlySet<string>;
  /** Those of the keys that silenced something. */
  readonly used: Set<string>;
}

function keyOf({ code, line }: Pick<Suppression, "code" | "line">): string {
  return line === undefined ? code : `${code}:${line}`;
}

function isSilenced(
  { code, location }: Diagnostic,
  silenced: ReadonlyMap<Source, Silenced>,
): boolean {
  const found = location && silenced.get(location.source);
  if (!found) return false;
  const { line } = positionAt(location.source, location.span.start);
  const keys = [keyOf({ code }), keyOf({ code, line })].filter((key) => found.keys.has(key));
  for (const key of keys) found.used.add(key);
  return keys.length > 0;
}

function unused(silenced: ReadonlyMap<Source, Silenced>): readonly Diagnostic[] {
  return [...silenced].flatMap(([source, { suppressions, used }]) =>
    suppressions
      .filter((suppression) => !used.has(keyOf(suppression)))
      .map(({ span }) => diagnose("unused-suppression", {}, { source, span })),
  );
}
