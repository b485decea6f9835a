import { catalogue, type Code, type Diagnostic, type Sentence } from "../diagnostics/index.ts";

/** What is said when it is not known what a file declares. */
const UNREAD: ReadonlySet<Code> = new Set<Code>([
  "file-not-found",
  "file-unreadable",
  "include-left-out",
  "include-not-found",
  "include-without-path",
  "no-file-matches",
  "no-folder",
  "no-mof-files",
  "no-pages",
  "preprocessor-directive",
  "variable-not-set",
]);

/**
 * Leaves out what is said only because a file could not be read, or because a declaration
 * could not be understood: one mistake is said once.
 *
 * @param meaning - what was found out about declarations
 * @param reading - what was said about the files that they stand in
 */
export function withoutCascades(
  meaning: readonly Diagnostic[],
  reading: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (reading.some(({ code }) => UNREAD.has(code))) {
    return meaning.filter(({ code }) => !isAbsence(code));
  }
  const broken = new Set<string>();
  for (const { severity, location } of reading) {
    if (severity === "error" && location) broken.add(location.source.text);
  }
  if (broken.size === 0) return meaning;
  const names = new Set([...broken].flatMap(declaredIn));
  return meaning.filter(({ code, location }) => {
    if (!isAbsence(code) || !location) return true;
    const { start, end } = location.span;
    return !wordsIn(location.source.text.slice(start, end)).some((word) => names.has(word));
  });
}

function isAbsence(code: Code): boolean {
  const { absence }: Sentence<never> = catalogue[code];
  return absence === true;
}

/**
 * The names that a text declares, understood or not: what follows `class`, however that is
 * spelt, or `as`, and what stands behind another word where a member does.
 */
const LETTER = "(?:(?!\\s)[\\w\\u0080-\\uFFEF])";
// A blank beyond ASCII is no letter, and a word begins only where none goes on: the time that
// a search takes grows with the text.
const START = `(?<!${LETTER})`;
const DECLARED = new RegExp(
  `${START}(?:c[las]{3,5}|structure|association|enumeration)\\s+(${LETTER}+)` +
    `|${START}as\\s+(\\$${LETTER}+)` +
    `|${START}(?!of\\b)${LETTER}+\\s+(${LETTER}+)\\s*[;=([]`,
  "gi",
);

function declaredIn(text: string): string[] {
  const names: string[] = [];
  for (const [, type, alias, member] of text.matchAll(DECLARED)) {
    names.push((type ?? alias ?? member ?? "").toLowerCase());
  }
  return names;
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/\$?[\w\u0080-\uFFEF]+/g) ?? [];
}
