/** Pages that hold each text twice, in translation and in English. */

/** A page with one of its languages replaced by empty tags, so that every offset stays. */
export interface Halves {
  readonly translated: string;
  readonly english: string;
}

/** Tags that begin and end the halves: others may stand in them. */
const SPAN = /<span\b([^<>]*)>|<\/span\s*>/gi;

/** `<span data-ttu-id>…</span><span class="sxs-lookup"><span data-stu-id>…</span></span>`. */
export function halvesOf(text: string): Halves | undefined {
  if (!text.includes('class="sxs-lookup"')) return undefined;
  const translated = new Blanked(text);
  const english = new Blanked(text);
  const open: Opened[] = [];
  let before: (Opened & { end: number }) | undefined;
  for (const match of text.matchAll(SPAN)) {
    const end = match.index + match[0].length;
    const attributes = match[1];
    if (attributes !== undefined) {
      open.push({ kind: kindOf(attributes), start: match.index });
      continue;
    }
    const closed = open.pop();
    if (!closed) continue;
    if (closed.kind === "translated") before = { ...closed, end };
    else if (closed.kind === "english") {
      translated.blank(closed.start, end);
      if (before?.end === closed.start) english.blank(before.start, before.end);
    }
  }
  return { translated: translated.done(), english: english.done() };
}

interface Opened {
  readonly kind: "translated" | "english" | "other";
  readonly start: number;
}

function kindOf(attributes: string): Opened["kind"] {
  if (/\bclass="sxs-lookup"/.test(attributes)) return "english";
  return /\bdata-ttu-id\b/.test(attributes) ? "translated" : "other";
}

const TAG = "<span";

/**
 * A text in which stretches are replaced, in ascending order: each by one tag, since blanks at the
 * beginning of a line would make code of it.
 */
class Blanked {
  readonly #text: string;
  readonly #pieces: string[] = [];
  #end = 0;

  constructor(text: string) {
    this.#text = text;
  }

  blank(start: number, end: number): void {
    if (start < this.#end) return;
    const blanks = this.#text.slice(start + TAG.length, end - 1).replace(/[^\r\n]/g, " ");
    this.#pieces.push(this.#text.slice(this.#end, start), TAG, blanks, ">");
    this.#end = end;
  }

  done(): string {
    return this.#pieces.join("") + this.#text.slice(this.#end);
  }
}
