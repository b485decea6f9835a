import { diffArrays } from "diff";

/** A piece of a text, and whether the other text lacks it. */
export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

/** Both texts in pieces. */
export interface WordChanges {
  readonly before: readonly Piece[];
  readonly after: readonly Piece[];
}

/** More is not compared: a reader would wait, and see nothing in it. */
const LONGEST_TIME = 150;
const MOST_CHANGES = 4000;

/** Spaces, a word, or a sign. */
const token = /\s+|[\p{L}\p{N}_]+|[^]/gu;

/** Finds the words that differ; nothing when the texts are too long or too different. */
export function wordChanges(before: string, after: string): WordChanges | undefined {
  const [old, now] = [before.match(token) ?? [], after.match(token) ?? []];
  const parts = diffArrays(old, now, {
    comparator: (one, other) => one === other || (isSpace(one) && isSpace(other)),
    timeout: LONGEST_TIME,
    maxEditLength: MOST_CHANGES,
  });
  // The types do not tell that it gives up.
  const given: typeof parts | undefined = parts;
  if (given === undefined) return undefined;
  const sides = { before: new Side(old), after: new Side(now) };
  for (const { added, removed, count } of given) {
    if (!added) sides.before.take(count, removed);
    if (!removed) sides.after.take(count, added);
  }
  return { before: sides.before.pieces(), after: sides.after.pieces() };
}

function isSpace(text: string): boolean {
  return text.trim() === "";
}

/** One text while its words are told apart. */
class Side {
  private readonly tokens: readonly string[];
  private readonly changed: boolean[] = [];

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  take(count: number, changed: boolean): void {
    for (let index = 0; index < count; index += 1) this.changed.push(changed);
  }

  /** A space between two words that changed belongs to them; one beside them does not. */
  pieces(): readonly Piece[] {
    const { tokens, changed } = this;
    const pieces: { text: string; changed: boolean }[] = [];
    for (const [index, text] of tokens.entries()) {
      const between = changed[index - 1] === true && changed[index + 1] === true;
      const plain = isSpace(text) && !text.includes("\n");
      const marked = isSpace(text) ? plain && between : changed[index] === true;
      const last = pieces.at(-1);
      if (last?.changed === marked) last.text += text;
      else pieces.push({ text, changed: marked });
    }
    return pieces;
  }
}
