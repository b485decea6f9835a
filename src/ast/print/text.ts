/** Text as string and character literals of MOF (DSP0004 annex A, `stringValue`). */

/**
 * What a terminal or an editor would not show as it is: control characters, marks of
 * direction, blanks without width, separators of lines, halves of surrogate pairs.
 */
const INVISIBLE =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\p{Cs}"'\\]/gu;

const SHORT: ReadonlyMap<string, string> = new Map([
  ["\b", "\\b"],
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\f", "\\f"],
  ["\r", "\\r"],
  ['"', '\\"'],
  ["\\", "\\\\"],
]);

/** A string literal on one line. */
export function stringLiteral(text: string): string {
  const escaped = text.replace(INVISIBLE, (character, at: number) => {
    if (character === "'") return character;
    const short = SHORT.get(character);
    if (short !== undefined) return short;
    // MOF 3 takes up to six digits: another string keeps those of the text apart.
    const more = /^[0-9a-fA-F]/.test(text.slice(at + 1, at + 2));
    return `${hexadecimal(character)}${more ? '" "' : ""}`;
  });
  return `"${escaped}"`;
}

/** A character literal; what is no single character can only be a string. */
export function characterLiteral(text: string): string {
  if (text.length !== 1) return stringLiteral(text);
  const escaped = text.replace(INVISIBLE, (character) =>
    character === '"'
      ? character
      : character === "'"
        ? "\\'"
        : (SHORT.get(character) ?? hexadecimal(character)),
  );
  return `'${escaped}'`;
}

function hexadecimal(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * Adjacent string literals that together are a text, none much longer than `width`: broken
 * behind the line ends of the text, otherwise behind a blank.
 */
export function stringPieces(text: string, width: number): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  let length = 2;
  const flush = (): void => {
    if (piece !== "") pieces.push(stringLiteral(piece));
    piece = "";
    length = 2;
  };
  for (const word of words(text, Math.max(20, width - 2))) {
    const wordLength = stringLiteral(word).length - 2;
    if (length + wordLength > width) flush();
    piece += word;
    length += wordLength;
    if (word.endsWith("\n")) flush();
  }
  flush();
  return pieces.length === 0 ? ['""'] : pieces;
}

/** Words with the blanks and line ends behind them; longer ones are cut. */
function* words(text: string, longest: number): Generator<string> {
  for (const [word] of text.matchAll(/[^ \n]+ *\n*| +\n*|\n+/g)) {
    if (word.length <= longest) yield word;
    else yield* cut(word, longest);
  }
}

/** Never between the halves of a surrogate pair. */
function* cut(word: string, longest: number): Generator<string> {
  let start = 0;
  while (start < word.length) {
    let end = Math.min(start + longest, word.length);
    const code = word.charCodeAt(end);
    if (code >= 0xdc00 && code <= 0xdfff && end - start > 1) end -= 1;
    yield word.slice(start, end);
    start = end;
  }
}
