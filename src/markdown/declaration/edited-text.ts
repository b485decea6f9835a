/** A text with changes that still knows which stretch of its source each part of it stands for. */
import type { Source, Span } from "../../source/index.ts";

/** What is put in the place of a stretch; an empty stretch is where it is put in. */
export interface Edit extends Span {
  readonly text: string;
}

/** A part of the text: copied letter by letter, or put in the place of a stretch of the source. */
interface Piece extends Span {
  readonly original: Span;
  readonly copied: boolean;
}

export class EditedText {
  readonly text: string;
  private readonly pieces: readonly Piece[];

  private constructor(text: string, pieces: readonly Piece[]) {
    this.text = text;
    this.pieces = pieces;
  }

  /** A stretch of a source as it stands. */
  static of(source: Source, { start, end }: Span): EditedText {
    const piece = { start: 0, end: end - start, original: { start, end }, copied: true };
    return new EditedText(source.text.slice(start, end), [piece]);
  }

  /**
   * The text with further changes.
   *
   * @param edits - stretches of {@link text}; one that overlaps another is left out, so that
   *   what two repairs see differently is changed once
   */
  with(edits: readonly Edit[]): EditedText {
    if (edits.length === 0) return this;
    const rewriting = new Rewriting(this.text, this.pieces);
    for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
      rewriting.replace(edit);
    }
    return new EditedText(...rewriting.finished());
  }

  /** The stretch of the source that a stretch of this text stands for. */
  original({ start, end }: Span): Span {
    const to = this.originalEnd(end);
    if (start >= end) return { start: to, end: to };
    const from = this.originalStart(start);
    return { start: from, end: Math.max(from, to) };
  }

  private originalStart(offset: number): number {
    const piece = this.pieces[this.find((each) => each.end > offset)] ?? this.pieces.at(-1);
    if (!piece) return 0;
    return piece.copied ? piece.original.start + (offset - piece.start) : piece.original.start;
  }

  private originalEnd(offset: number): number {
    const piece = this.pieces[this.find((each) => each.end >= offset)] ?? this.pieces.at(-1);
    if (!piece) return 0;
    return piece.copied ? piece.original.start + (offset - piece.start) : piece.original.end;
  }

  /** The first piece that a condition holds for, which then holds for all behind it. */
  private find(holds: (piece: Piece) => boolean): number {
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = this.pieces[middle];
      if (piece && holds(piece)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Edits applied from front to back. */
class Rewriting {
  private readonly text: string;
  private readonly old: readonly Piece[];
  private readonly texts: string[] = [];
  private readonly pieces: Piece[] = [];
  private length = 0;
  /** How much of the old text is done, and the old piece that goes on there. */
  private done = 0;
  private next = 0;

  constructor(text: string, old: readonly Piece[]) {
    this.text = text;
    this.old = old;
  }

  replace({ start, end, text }: Edit): void {
    if (start < this.done) return;
    this.copyTo(start);
    const from = this.placeOf(start);
    const last = this.old.at(-1)?.original.end ?? from;
    // The piece of the end has its own place, which is not always right behind that of the start.
    const to = end === start ? from : (this.endOf(end) ?? last);
    this.push(text, { start: from, end: Math.max(from, to) }, false);
    this.done = end;
    while ((this.old[this.next]?.end ?? Infinity) <= end) this.next += 1;
  }

  finished(): [string, readonly Piece[]] {
    this.copyTo(this.text.length);
    return [this.texts.join(""), this.pieces];
  }

  private copyTo(offset: number): void {
    while (this.done < offset) {
      const piece = this.old[this.next];
      if (!piece) return;
      const end = Math.min(piece.end, offset);
      const { start } = piece;
      const shift = piece.original.start - start;
      const original = piece.copied
        ? { start: this.done + shift, end: end + shift }
        : piece.original;
      this.push(this.text.slice(this.done, end), original, piece.copied);
      this.done = end;
      if (end === piece.end) this.next += 1;
    }
  }

  private placeOf(offset: number): number {
    const piece = this.old[this.next];
    if (!piece) return this.old.at(-1)?.original.end ?? 0;
    return piece.copied ? piece.original.start + (offset - piece.start) : piece.original.start;
  }

  private endOf(offset: number): number | undefined {
    for (let index = this.next; index < this.old.length; index += 1) {
      const piece = this.old[index];
      if (!piece || piece.end < offset) continue;
      return piece.copied ? piece.original.start + (offset - piece.start) : piece.original.end;
    }
    return undefined;
  }

  private push(text: string, original: Span, copied: boolean): void {
    if (text === "") return;
    this.texts.push(text);
    const start = this.length;
    this.length += text.length;
    this.pieces.push({ start, end: this.length, original, copied });
  }
}
