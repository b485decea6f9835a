/** What makes a line an item of a list. */

export interface Mark {
  /** Items of one list have the same kind. */
  readonly kind: string;
  /** How many of its kind the text must have for it to count. */
  readonly needs: number;
  /** Whether these have to stand one below the other. */
  readonly together: boolean;
  readonly number: number | undefined;
  /** The text of the item; of a mark that says something, with the mark. */
  readonly text: string;
}

interface Pattern {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly needs: number;
}

/** Marks that say nothing, and numbers. */
const BULLETS: readonly Pattern[] = [
  { kind: "-", pattern: /^(?:-{1,2}|[–—])\s+(?=\S)/, needs: 1 },
  { kind: "*", pattern: /^\*\s+(?=\S)/, needs: 1 },
  { kind: "•", pattern: /^[•‣◦▪●○■□・·]\s*(?=\S)/, needs: 1 },
  // Texts begin like these for other reasons too.
  { kind: "o", pattern: /^o\s+(?=[^\s=+-])/, needs: 2 },
  { kind: "+", pattern: /^\+\s+(?=\S)/, needs: 2 },
  { kind: "-", pattern: /^-(?=["'\p{Lu}])/u, needs: 2 },
  { kind: "*", pattern: /^\*(?=["'\p{Lu}])/u, needs: 2 },
  { kind: "1.", pattern: /^\d{1,3}\.\s+(?=\S)/, needs: 2 },
  { kind: "1)", pattern: /^\d{1,3}\)\s+(?=\S)/, needs: 2 },
];

/** Letters, which Markdown has no lists for. */
const LETTERS: readonly Pattern[] = [
  { kind: "(a)", pattern: /^\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)\s+(?=\S)/i, needs: 2 },
  { kind: "a)", pattern: /^[a-z][.)]\s+(?=\S)/i, needs: 2 },
];

/** What something means, each on its line: `0 - Unknown`, `2 (Idle) means`, `yyyy = year`, `Foo -- bar`. */
const MEANINGS: readonly Pattern[] = [
  {
    kind: "0",
    pattern:
      /^-?(?:0x[\da-f]{1,16}|\d{1,10})(?:\.\.(?:-?\d{1,10})?)?(?=\s*(?:--?|–|[=:(])\s*\D|\s*['"])/i,
    needs: 2,
  },
  { kind: "=", pattern: /^[^\s=]{1,40}(?: [^\s=]{1,20}){0,3} ?=(?= ?\S)/, needs: 2 },
  { kind: "-", pattern: /^\S{1,60}(?: \S{1,20}){0,2} +(?:--|–|—)(?= +\S)/, needs: 2 },
  { kind: "-", pattern: /^[^\s.,;:]{1,60} +-(?= +\S)/, needs: 2 },
  { kind: ":", pattern: /^[\w-]{1,30}\(\d{1,5}\):(?=\s*\S)/, needs: 2 },
  { kind: ":", pattern: /^[\w-]{1,30}(?: [\w-]{1,20}){0,2}:(?=\s+\S)/, needs: 3 },
];

/** What a bullet or a number begins with: most lines need not be asked further. */
const BULLET = /^(?:[-+*–—•‣◦▪●○■□・·\d]|o\s)/;

/** The mark that a line begins with; the line has no blanks around it. */
export function markOf(line: string): Mark | undefined {
  const bullet = BULLET.test(line) ? BULLETS.find(({ pattern }) => pattern.test(line)) : undefined;
  if (bullet) {
    const [mark = ""] = bullet.pattern.exec(line) ?? [];
    const number = bullet.kind.startsWith("1") ? Number.parseInt(mark, 10) : undefined;
    const { kind, needs } = bullet;
    return { kind, needs, number, together: false, text: line.slice(mark.length) };
  }
  const letter = LETTERS.find(({ pattern }) => pattern.test(line));
  if (letter) return { ...letter, number: undefined, together: false, text: line };
  const meaning = MEANINGS.find(({ pattern }) => pattern.test(line));
  if (!meaning) return undefined;
  const { kind, needs } = meaning;
  return { kind: `meaning ${kind}`, needs, number: undefined, together: true, text: line };
}
