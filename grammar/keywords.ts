/** The words of the language, and which of them a misspelt one was meant to be. */

/** Whether a word names a type of the language and no class. */
export function isIntrinsic(word: string): boolean {
  return INTRINSIC.test(word);
}
const INTRINSIC =
  /^(?:boolean|[us]int(?:8|16|32|64)|real(?:32|64)|char16|string|datetime|object|void|integer|octetstring)$/i;

/** Whether only MOF 3 has this type. */
export function isTypeOfMof3(word: string): boolean {
  return /^(?:integer|octetstring)$/i.test(word);
}

/** Whether a word is a flavor of a qualifier (DSP0004 5.6.1.2), Microsoft's among them. */
export function isFlavor(word: string): boolean {
  return FLAVOR.test(word);
}
const FLAVOR =
  /^(?:(?:enable|disable)override|restricted|tosubclass|translatable|amended|(?:not)?toinstance|nottosubclass)$/i;

/** The words that begin a declaration, and the directives of MOF. */
export const KEYWORDS: readonly string[] = [
  "class",
  "instance",
  "qualifier",
  "structure",
  "enumeration",
  "association",
];
export const DIRECTIVES: readonly string[] = ["pragma", "include"];
/** The C preprocessor's, which driver sources use. */
const PREPROCESSOR =
  /^(?:define|undef|if|ifdef|ifndef|else|elif|endif|error|warning|line|include)$/i;

export function isPreprocessor(directive: string): boolean {
  return PREPROCESSOR.test(directive);
}

/** The candidate that a word resembles: one letter missing, too many, wrong or swapped, or two in a long word. */
export function meantBy(word: string, candidates: readonly string[]): string | undefined {
  const written = word.toLowerCase();
  return candidates.find((candidate) => {
    if (Math.abs(candidate.length - written.length) > 2) return false;
    return distance(written, candidate) <= (candidate.length > 6 ? 2 : 1);
  });
}

/** Damerau's and Levenshtein's distance, a swap of neighbours counting as one. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    before = above;
    above = current;
  }
  return above[b.length] ?? 0;
}
